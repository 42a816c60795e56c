using Pamphlet.Desk;
using Pamphlet.Rendering;

namespace Pamphlet.Moving;

/// <summary>What the export does not say is answered, and it is looked at anew.</summary>
internal static class LookAgain
{
    public const int LongestSite = 300;

    public static IResult Look(Visit visit, MovingIn moving, MovingFolder folder)
    {
        var form = visit.Form;
        var before = moving.Now.Wishes;
        var complaints = new Complaints();
        // A paper that changed its name had several.
        var typed = form["site"].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        List<Uri> sites = [.. typed.Select(ReadSite).OfType<Uri>()];
        if (sites.Count < typed.Length || form["site"].Length > LongestSite)
        {
            complaints.Add("site", visit.Words.Moving.SiteWrong);
        }

        Language? language = null;
        if (form["language"].Length > 0)
        {
            language = Language.TryParse(form["language"], out var named) ? named : before.Language;
        }

        if (!complaints.IsEmpty)
        {
            return ShowMove.Page(visit, moving.Now, folder, complaints);
        }

        var blog = form["blog"].Length > 0 ? form["blog"] : before.Blog;
        return moving.TryLook(before with { Blog = blog, Sites = sites, Language = language })
            ? visit.SeeOther(ShowMove.Path)
            : visit.SeeOther(ShowMove.Path, visit.Words.Moving.NothingThere);
    }

    private static Uri? ReadSite(string typed) =>
        Uri.TryCreate(typed, UriKind.Absolute, out var site) && site.Scheme is "http" or "https" && site.Host.Length > 0
            ? site
            : null;
}

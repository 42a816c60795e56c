using Pamphlet.Desk;
using Pamphlet.Publications;
using Pamphlet.Reading;
using Pamphlet.Storage;

namespace Pamphlet.Settings;

/// <summary>
/// <c>/desk/settings/look</c>: one of the finished looks, colours, letters, feeds, and rules of the editors' own. Only what is
/// made of them is made anew.
/// </summary>
internal static class ChangeLook
{
    public static DeskPage Show(Visit visit) => Form(visit, LookAnswers.Of(visit.Paper), new Complaints());

    public static async Task<IResult> SaveAsync(Visit visit, Database database, CancellationToken cancel)
    {
        var answers = LookAnswers.Of(visit.Form);
        var complaints = answers.Judge(visit.Words.Settings.Look, visit.Words.Form);
        if (!complaints.IsEmpty)
        {
            return Form(visit, answers, complaints);
        }

        var paper = visit.Paper;
        var hadPictures = Look.Named($"{paper.Look}").HasPictures;
        (paper.Look, paper.Ground, paper.Accent) = (answers.Finished, answers.Ground, answers.Accent);
        (paper.Lettering, paper.OwnStyle) = (answers.Lettering, answers.Style);
        paper.FeedsAreWhole = answers.FeedsAreWhole;
        // With its pictures each page is another page.
        var kind = answers.Theme.Look.HasPictures == hadPictures ? ChangeKind.Look : ChangeKind.Paper;
        database.Add(new Change { PublicationId = paper.Id, Kind = kind });
        await database.SaveChangesAsync(cancel);
        return visit.SeeOther("/desk/settings/look", visit.Words.Settings.Saved);
    }

    /// <summary>The form as it came, with what is wrong beside each field.</summary>
    public static DeskPage Form(Visit visit, LookAnswers answers, Complaints complaints) =>
        visit.Page(
            visit.Words.Settings.Parts.Look,
            () => new Settings_ChangeLook { Model = new(visit, answers, complaints) },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );

    internal sealed record Model(Visit Visit, LookAnswers Answers, Complaints Complaints);
}

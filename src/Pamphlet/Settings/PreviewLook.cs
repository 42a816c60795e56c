using Pamphlet.Desk;
using Pamphlet.Editions;
using Pamphlet.Reading;
using Pamphlet.Rendering;
using Pamphlet.Seal;
using Pamphlet.Storage;

namespace Pamphlet.Settings;

/// <summary>
/// The paper's own front page and texts in a look that nobody saved. What was chosen stands in the address, so that style and
/// links, which are relative, are asked for in the same look.
/// </summary>
internal static class PreviewLook
{
    private const string NoColour = "x";

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapPost("settings/look/preview", Ask).Requires(Act.Settle).TakesUpTo(SettingsDesk.LargestLook);
        desk.MapGet("settings/look/preview/{chosen}/{**path}", ShowAsync).Requires(Act.Settle);
    }

    /// <summary>The form was sent by its other button: it comes back with what is wrong, or leads to the preview.</summary>
    private static IResult Ask(Visit visit)
    {
        var answers = LookAnswers.Of(visit.Form);
        var complaints = answers.Judge(visit.Words.Settings.Look, visit.Words.Form);
        return complaints.IsEmpty
            ? visit.SeeOther($"/desk/settings/look/preview/{Write(answers)}/{Files.Front}")
            : ChangeLook.Form(visit, answers, complaints);
    }

    private static async Task<IResult> ShowAsync(
        Visit visit,
        string chosen,
        string? path,
        Database database,
        Press press,
        CancellationToken cancel
    )
    {
        if (Read(chosen, visit.Paper.OwnStyle) is not { } theme || !SitePath.TryParse(path, out var asked))
        {
            return Trouble.NotFound(visit);
        }

        var page = await new TryLook(database, visit.Paper, press).WriteAsync(asked, theme, cancel);
        if (page is null)
        {
            // Pictures, and pages of which there are too many kinds to show here: those of the paper that stands.
            return visit.SeeOther($"/{SiteLink.Encode(asked.Value)}");
        }

        DeskHeaders.Set(visit.Context.Response);
        visit.Context.Response.ContentType =
            asked == Files.Style ? "text/css; charset=utf-8" : "text/html; charset=utf-8";
        visit.Context.Response.ContentLength = page.Length;
        await visit.Context.Response.Body.WriteAsync(page, cancel);
        return Results.Empty;
    }

    private static string Write(LookAnswers answers) =>
        $"{answers.Finished}-{Digits(answers.Ground)}-{Digits(answers.Accent)}-{answers.Lettering}";

    private static Theme? Read(string chosen, string own)
    {
        if (chosen.Split('-') is not [var look, var ground, var accent, var letters])
        {
            return null;
        }

        var answers = new LookAnswers(look, Colour(ground), Colour(accent), letters, "", own);
        return string.Equals(Write(answers), chosen, StringComparison.Ordinal) && AreColours(answers)
            ? answers.Theme
            : null;
    }

    private static bool AreColours(LookAnswers answers) =>
        (answers.Ground.Length == 0 || Rendering.Colour.TryParse(answers.Ground, out _))
        && (answers.Accent.Length == 0 || Rendering.Colour.TryParse(answers.Accent, out _));

    private static string Digits(string colour) => colour.Length == 0 ? NoColour : colour[1..];

    private static string Colour(string digits) => digits is NoColour ? "" : $"#{digits}";
}

using Pamphlet.Desk;
using Pamphlet.Publications;
using Pamphlet.Reading;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Settings;

/// <summary><c>/desk/settings/look</c>: colours, letters, feeds, and rules of the editors' own. Only what is made of them is made anew.</summary>
internal static class ChangeLook
{
    public const string UsualGround = "#fffdf8";
    public const string UsualAccent = "#8e1f14";

    public static DeskPage Show(Visit visit)
    {
        var paper = visit.Paper;
        return Form(
            visit,
            new Answers(
                paper.Ground,
                paper.Accent,
                $"{paper.Lettering}",
                paper.FeedsAreWhole ? "whole" : "beginning",
                paper.OwnStyle
            ),
            new Complaints()
        );
    }

    public static async Task<IResult> SaveAsync(Visit visit, Database database, CancellationToken cancel)
    {
        var form = visit.Form;
        var answers = new Answers(
            Colour("ground", UsualGround),
            Colour("accent", UsualAccent),
            form["letters"],
            form["feeds"],
            form.Text("style").Trim()
        );
        var complaints = Judge(visit.Words.Settings.Look, visit.Words.Form, answers);
        if (!complaints.IsEmpty)
        {
            return Form(visit, answers, complaints);
        }

        var paper = visit.Paper;
        (paper.Ground, paper.Accent, paper.OwnStyle) = (answers.Ground, answers.Accent, answers.Style);
        paper.Lettering = Is(answers.Letters, nameof(Lettering.Sans)) ? Lettering.Sans : Lettering.Serif;
        paper.FeedsAreWhole = !Is(answers.Feeds, "beginning");
        database.Add(new Change { PublicationId = paper.Id, Kind = ChangeKind.Look });
        await database.SaveChangesAsync(cancel);
        return visit.SeeOther("/desk/settings/look", visit.Words.Settings.Saved);

        // A browser's field for colours cannot be empty: the usual one means that none was chosen.
        string Colour(string name, string usual) =>
            form.Has($"{name}-usual") || Is(form[name].ToLowerInvariant(), usual) ? "" : form[name].ToLowerInvariant();
    }

    private static Complaints Judge(Desk.Words.LookWords words, Desk.Words.FormWords asking, Answers answers)
    {
        var complaints = new Complaints();
        var ground = Theme.Day;
        if (answers.Ground.Length > 0 && !Colour.TryParse(answers.Ground, out ground))
        {
            complaints.Add("ground", words.NoColour);
        }
        else if (ground.Contrast(Theme.Edge) < Colour.ForEdges)
        {
            complaints.Add("ground", words.GroundTooDark);
        }

        if (answers.Accent.Length > 0 && !Colour.TryParse(answers.Accent, out var accent))
        {
            complaints.Add("accent", words.NoColour);
        }
        else if (answers.Accent.Length > 0 && complaints.IsEmpty)
        {
            _ = Colour.TryParse(answers.Accent, out accent);
            if (accent.Contrast(Theme.Tint(ground)) < Colour.ForWords)
            {
                complaints.Add(
                    "accent",
                    words.AccentTooPale.With("colour", $"{accent.ReadableOn(Theme.Tint(ground))}")
                );
            }
        }

        if (answers.Style.Length > OwnRules.Longest)
        {
            complaints.Add("style", asking.TooLong.With("most", $"{OwnRules.Longest}"));
        }
        else if (OwnRules.FirstFault(answers.Style) is { } fault)
        {
            complaints.Add("style", words.StyleWrong.With("line", fault.LineNumber, "what", fault.What));
        }

        return complaints;
    }

    private static DeskPage Form(Visit visit, Answers answers, Complaints complaints) =>
        visit.Page(
            visit.Words.Settings.Parts.Look,
            () => new Settings_ChangeLook { Model = new(visit, answers, complaints) },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    /// <summary>As they were typed; <c>""</c> for a colour: the usual one.</summary>
    internal sealed record Answers(string Ground, string Accent, string Letters, string Feeds, string Style);

    internal sealed record Model(Visit Visit, Answers Answers, Complaints Complaints);
}

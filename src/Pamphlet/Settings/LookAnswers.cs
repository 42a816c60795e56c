using Pamphlet.Desk;
using Pamphlet.Publications;
using Pamphlet.Reading;
using Pamphlet.Rendering;

namespace Pamphlet.Settings;

/// <summary>What somebody answered about the look, as it was typed.</summary>
/// <param name="Ground"><c>""</c>: the look's own.</param>
/// <param name="Accent"><c>""</c>: the look's own.</param>
internal sealed record LookAnswers(
    string Look,
    string Ground,
    string Accent,
    string Letters,
    string Feeds,
    string Style
)
{
    /// <summary>The look that was chosen; the quiet one where nobody knows that name.</summary>
    public FinishedLook Finished =>
        Enum.TryParse<FinishedLook>(Look, out var look) && Enum.IsDefined(look) ? look : FinishedLook.Quiet;

    public Lettering Lettering => Is(Letters, nameof(Lettering.Sans)) ? Lettering.Sans : Lettering.Serif;

    public bool FeedsAreWhole => !Is(Feeds, "beginning");

    public Theme Theme => new(Reading.Look.Named($"{Finished}"), Ground, Accent, Lettering == Lettering.Sans, Style);

    public static LookAnswers Of(Publication paper) =>
        new(
            $"{paper.Look}",
            paper.Ground,
            paper.Accent,
            $"{paper.Lettering}",
            paper.FeedsAreWhole ? "whole" : "beginning",
            paper.OwnStyle
        );

    public static LookAnswers Of(DeskForm form)
    {
        return new LookAnswers(
            form["look"],
            Colour("ground", look => look.Day.Paper),
            Colour("accent", look => look.Day.Red),
            form["letters"],
            form["feeds"],
            form.Text("style").Trim()
        );

        // A browser's field for colours cannot be empty: one that a look brings means that none was chosen.
        string Colour(string name, Func<Look, Colour> usual) =>
            form.Has($"{name}-usual")
            || Reading.Look.All.Any(look => Is(form[name].ToLowerInvariant(), $"{usual(look)}"))
                ? ""
                : form[name].ToLowerInvariant();
    }

    public Complaints Judge(Desk.Words.LookWords words, Desk.Words.FormWords asking)
    {
        var complaints = new Complaints();
        if (Ground.Length > 0 && !Colour.TryParse(Ground, out _))
        {
            complaints.Add("ground", words.NoColour);
        }
        else if (!CanBeRead(Theme.Day))
        {
            complaints.Add("ground", words.GroundTooDark);
        }

        if (Accent.Length > 0 && !Colour.TryParse(Accent, out _))
        {
            complaints.Add("accent", words.NoColour);
        }
        else if (complaints.IsEmpty && Theme.Day is { } day && day.Red.Contrast(day.Tint) < Colour.ForWords)
        {
            complaints.Add("accent", words.AccentTooPale.With("colour", $"{day.Red.ReadableOn(day.Tint)}"));
        }

        if (Style.Length > OwnRules.Longest)
        {
            complaints.Add("style", asking.TooLong.With("most", $"{OwnRules.Longest}"));
        }
        else if (OwnRules.FirstFault(Style) is { } fault)
        {
            complaints.Add("style", words.StyleWrong.With("line", fault.LineNumber, "what", fault.What));
        }

        return complaints;
    }

    private static bool CanBeRead(Palette day) =>
        day.Soft.Contrast(day.Tint) >= Colour.ForWords && day.Edge.Contrast(day.Paper) >= Colour.ForEdges;

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}

using System.Globalization;
using Pamphlet.Rendering;

namespace Pamphlet.Reading;

/// <summary>How a paper looks where it does not look as the program brings it. A finished look is other values of the same variables.</summary>
/// <param name="Ground">The colour behind the words by day, or <c>""</c>.</param>
/// <param name="Accent">The colour of what is to be noticed, or <c>""</c>.</param>
/// <param name="IsSans">Letters without serifs.</param>
/// <param name="Own">Rules of the editors' own: <see cref="OwnRules"/> found nothing in them.</param>
internal sealed record Theme(string Ground, string Accent, bool IsSans, string Own)
{
    public static Theme Plain { get; } = new("", "", IsSans: false, "");

    /// <summary>The ink of every paper, by day.</summary>
    public static Colour Ink { get; } = new(0x1e, 0x1b, 0x18);

    /// <summary>The lightest that something by day is drawn with: edges of fields.</summary>
    public static Colour Edge { get; } = new(0x85, 0x7c, 0x70);

    /// <summary>The ground of every paper by day, where it chose none.</summary>
    public static Colour Day { get; } = new(0xff, 0xfd, 0xf8);

    /// <summary>The ground of every paper by night.</summary>
    public static Colour Night { get; } = new(0x17, 0x15, 0x13);

    public string Colours
    {
        get
        {
            var day = "";
            if (Colour.TryParse(Ground, out var ground))
            {
                day += Say(("paper", ground), ("rule", ground.Towards(Ink, 0.2)), ("tint", Tint(ground)));
            }

            if (!Colour.TryParse(Accent, out var accent))
            {
                return day.Length == 0 ? "" : $":root{{{day}}}\n{Dark("")}";
            }

            return $":root{{{day}{Say(("red", accent))}}}\n{Dark(Say(("red", accent.ReadableOn(Night))))}";
        }
    }

    public string Letters =>
        IsSans
            ? "html{font-family:\"Source Sans 3\",\"Noto Sans\",\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,\"DejaVu Sans\",sans-serif}\n"
            : "";

    /// <summary>Behind what stands apart.</summary>
    public static Colour Tint(Colour ground) => ground.Towards(Ink, 0.045);

    // What was said of the day would hold by night too: a later rule for all goes before an earlier one for some.
    private static string Dark(string accent) =>
        "@media (prefers-color-scheme:dark){:root{"
        + Say(("paper", Night), ("rule", new(0x46, 0x41, 0x3a)), ("tint", new(0x25, 0x22, 0x1e)))
        + accent
        + "}}\n";

    private static string Say(params ReadOnlySpan<(string Name, Colour Colour)> said)
    {
        var text = "";
        foreach (var (name, colour) in said)
        {
            text += string.Create(CultureInfo.InvariantCulture, $"--{name}:{colour};");
        }

        return text;
    }
}

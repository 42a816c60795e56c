using System.Globalization;
using System.Text;
using Pamphlet.Rendering;

namespace Pamphlet.Reading;

/// <summary>The colours of a style sheet: each is named once, and nothing else names one.</summary>
/// <param name="Paper">Behind the words.</param>
/// <param name="Soft">Of small print.</param>
/// <param name="Rule">Of lines that only part.</param>
/// <param name="Edge">Of edges that must be seen: those of fields.</param>
/// <param name="Red">Of what is to be noticed.</param>
/// <param name="Tint">Behind what stands apart.</param>
internal sealed record Palette(Colour Paper, Colour Ink, Colour Soft, Colour Rule, Colour Edge, Colour Red, Colour Tint)
{
    /// <summary>Six digits each, in the order of the parameters.</summary>
    public static Palette Of(string colours) =>
        colours.Split(' ') is [var paper, var ink, var soft, var rule, var edge, var red, var tint]
            ? new(From(paper), From(ink), From(soft), From(rule), From(edge), From(red), From(tint))
            : throw new ArgumentException("A palette has seven colours.", nameof(colours));

    /// <summary>The same on another ground: what is drawn faintly on it follows.</summary>
    public Palette On(Colour ground) =>
        this with
        {
            Paper = ground,
            Rule = ground.Towards(Ink, 0.2),
            Tint = ground.Towards(Ink, 0.045),
        };

    public override string ToString()
    {
        var text = new StringBuilder(":root {\n");
        foreach (var (name, colour) in Named)
        {
            text.Append(CultureInfo.InvariantCulture, $"--{name}: {colour};\n");
        }

        return text.Append("color-scheme: light dark;\n}\n").ToString();
    }

    private (string, Colour)[] Named =>
        [("paper", Paper), ("ink", Ink), ("soft", Soft), ("rule", Rule), ("edge", Edge), ("red", Red), ("tint", Tint)];

    private static Colour From(string digits) =>
        Colour.TryParse($"#{digits}", out var colour)
            ? colour
            : throw new ArgumentException("A colour has six digits.", nameof(digits));
}

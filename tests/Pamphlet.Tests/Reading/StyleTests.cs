using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Pamphlet.Reading;

namespace Pamphlet.Tests.Reading;

public sealed partial class StyleTests
{
    private const double Text = 7;
    private const double Link = 4.5;
    private const double Edge = 3;

    /// <summary>In each look, where the sheet names colours: by the condition around <c>:root</c>.</summary>
    public static MatrixTheoryData<string, string> Schemes =>
        new(
            Look.All.Select(look => look.Name),
            [
                "",
                "(prefers-color-scheme: dark)",
                "(prefers-contrast: more)",
                "(prefers-contrast: more) and (prefers-color-scheme: dark)",
                "print",
            ]
        );

    public static TheoryData<string> Looks => [.. Look.All.Select(look => look.Name)];

    [Theory]
    [MemberData(nameof(Schemes))]
    public void Every_colour_can_be_read_on_every_ground(string look, string condition)
    {
        var colours = Colours(Of(look), condition);
        var scheme = $"{look} {condition}";

        foreach (var ground in (string[])["paper", "tint"])
        {
            Assert.True(Contrast(colours["ink"], colours[ground]) >= Text, $"{scheme}: ink on {ground}");
            Assert.True(Contrast(colours["soft"], colours[ground]) >= Text, $"{scheme}: soft on {ground}");
            Assert.True(Contrast(colours["red"], colours[ground]) >= Link, $"{scheme}: red on {ground}");
        }

        Assert.True(Contrast(colours["edge"], colours["paper"]) >= Edge, $"{scheme}: the edge of a field");
        Assert.True(Contrast(colours["paper"], colours["red"]) >= Link, $"{scheme}: a button under the pointer");
    }

    [Theory, MemberData(nameof(Looks))]
    public void Colours_are_named_in_root_and_nowhere_else(string look)
    {
        var elsewhere = Root().Replace(Of(look), "");

        Assert.NotEqual(Of(look).Length, elsewhere.Length);
        Assert.DoesNotMatch(Literal(), elsewhere);
    }

    [Theory, MemberData(nameof(Looks))]
    public void Every_colour_that_is_used_is_named(string look) =>
        Assert.Equal(
            Used()
                .Matches(Of(look))
                .Select(match => match.Groups["name"].Value)
                .Distinct()
                .Order(StringComparer.Ordinal),
            Colours(Of(look), "").Keys.Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );

    [Theory, MemberData(nameof(Looks))]
    public void The_sheet_asks_nobody_for_anything_and_nothing_moves(string look)
    {
        foreach (var word in (string[])["url(", "@import", "@font-face", "http:", "animation", "transition", "smooth"])
        {
            Assert.DoesNotContain(word, Of(look), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory, InlineData("Quiet", 6 * 1024), InlineData("Broadside", 6 * 1024), InlineData("Plain", 2.5 * 1024)]
    public void The_sheet_is_light_over_the_wire(string look, double most)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Of(look)));
        }

        Assert.InRange(packed.Length, 1, most);
    }

    [Theory, MemberData(nameof(Looks))]
    public void Every_brace_that_opens_closes(string look)
    {
        Assert.Equal(Of(look).Count(letter => letter is '{'), Of(look).Count(letter => letter is '}'));
        Assert.DoesNotContain("/*", Of(look), StringComparison.Ordinal);
    }

    /// <summary>WCAG 2.2: the ratio of relative luminances, from 1 to 21.</summary>
    [Theory]
    [InlineData("#000", "#fff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    public void Contrast_is_counted_as_WCAG_does(string left, string right, double expected) =>
        Assert.Equal(expected, Contrast(left, right), 0.01);

    private static string Of(string look) => Style.Of(Theme.Plain with { Look = Look.Named(look) });

    /// <summary>The light colours, and over them those of <paramref name="condition"/>.</summary>
    private static Dictionary<string, string> Colours(string sheet, string condition)
    {
        var colours = new Dictionary<string, string>(StringComparer.Ordinal);
        var found = false;
        foreach (Match root in Root().Matches(sheet))
        {
            var around = root.Groups["condition"].Value.Trim();
            if (around.Length > 0 && !string.Equals(around, condition, StringComparison.Ordinal))
            {
                continue;
            }

            found |= string.Equals(around, condition, StringComparison.Ordinal);
            foreach (Match colour in Named().Matches(root.Value))
            {
                colours[colour.Groups["name"].Value] = colour.Groups["value"].Value;
            }
        }

        Assert.True(found, $"No colours for «{condition}».");
        return colours;
    }

    private static double Contrast(string left, string right)
    {
        var (light, dark) = (Luminance(left), Luminance(right));
        return (Math.Max(light, dark) + 0.05) / (Math.Min(light, dark) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var digits =
            colour.Length == 4 ? string.Concat(colour.Skip(1).Select(digit => $"{digit}{digit}")) : colour[1..];
        var parts = Convert
            .FromHexString(digits)
            .Select(part => part / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))
            .ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex(
        @"(@media (?<condition>[^{]*)\{\s*((?!:root)[^{}]*\{([^{}]|\{[^{}]*\})*\}\s*)*)?:root \{[^}]*\}",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Root();

    [GeneratedRegex(@"--(?<name>[a-z]+): (?<value>#[0-9a-f]{3,6});", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"var\(--(?<name>[a-z]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Used();

    [GeneratedRegex("#[0-9a-f]{3,8}[; ]|rgb|hsl", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();
}

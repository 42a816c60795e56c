using System.Text;
using Pamphlet.Imports.Text;
using Pamphlet.Rendering;

namespace Pamphlet.Tests.Imports.Text;

/// <summary>A text that came from elsewhere reads here as it read there.</summary>
public sealed class RoundTripTests
{
    private const string Picture = "0123456789abcdef";

    // Counted in the exports on 22 November 2026.
    private const int RealBodies = 71;

    [Fact]
    public void Every_real_post_keeps_its_words_and_links()
    {
        var bodies = OldBodies.Read(comments: false);
        var torn = new List<string>();
        foreach (var (where, html) in bodies)
        {
            if (Difference(html) is { } difference)
            {
                torn.Add($"{where}: {difference}");
            }
        }

        Assert.True(bodies.Count >= RealBodies, $"Only {bodies.Count} bodies ran.");
        Assert.True(torn.Count == 0, string.Join("\n\n", torn.Take(12)));
    }

    /// <summary>What a reader would miss or find too much, or null.</summary>
    internal static string? Difference(string html)
    {
        var converted = HtmlToMarkdown.Convert(
            html,
            new HtmlToMarkdownOptions(Language.English) { PictureFor = _ => "picture:" + Picture }
        );
        var rendered = PostRenderer.Render(converted.Markdown, Rendering.Paper.English);
        var shown = Rendering.Paper.Readable(rendered.Body);
        var (expected, actual) = (ShownWords.Of(html), ShownWords.Of(shown));
        if (expected != actual)
        {
            return FirstDifference(expected, actual) + "\n" + converted.Markdown;
        }

        var (linked, links) = (ShownWords.LinksOf(html), ShownWords.LinksOf(shown));
        var lost = linked.Where(link => !links.Contains(link)).ToList();
        // A bare address in the text is a link here, though it was none there.
        var gained = links.Where(link => !linked.Contains(link) && !IsWritten(link, expected)).ToList();
        return lost.Count + gained.Count == 0
            ? null
            : $"lost {string.Join(' ', lost)}, gained {string.Join(' ', gained)}\n{converted.Markdown}";
    }

    private static bool IsWritten(string link, string words) =>
        (
            (string[])
                [
                    link,
                    Uri.UnescapeDataString(link),
                    link.Replace("https://www.", "www.", StringComparison.Ordinal),
                    Uri.UnescapeDataString(link)
                        .Replace("---", "-", StringComparison.Ordinal)
                        .Replace("--", "-", StringComparison.Ordinal),
                ]
        ).Any(spelling => words.Contains(spelling.TrimEnd('/'), StringComparison.OrdinalIgnoreCase));

    private static string FirstDifference(string expected, string actual)
    {
        var same = expected.AsSpan().CommonPrefixLength(actual);
        var from = Math.Max(0, same - 30);
        return new StringBuilder()
            .Append("was «")
            .Append(expected, from, Math.Min(90, expected.Length - from))
            .Append("», is «")
            .Append(actual, from, Math.Min(90, actual.Length - from))
            .Append('»')
            .ToString();
    }
}

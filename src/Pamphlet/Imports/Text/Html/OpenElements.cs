using System.Buffers;
using System.Text;

namespace Pamphlet.Imports.Text.Html;

/// <summary>Takes the tags out of HTML that would nest without end, and leaves their words.</summary>
/// <remarks>
/// A parser looks through all open elements for many a tag: 100,000 open <c>div</c> took it two minutes (measured with
/// AngleSharp 1.9.0), 3,000 open <c>b</c> with a <c>div</c> each 80 seconds. A blog's deepest real text had 31 open elements.
/// </remarks>
internal static class OpenElements
{
    public const int Most = 250;

    // Each tag may make the parser open all of them anew (a paragraph after 250 open fonts): their product is what a text costs.
    private const long Budget = 5_000_000;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>");

    private static readonly HashSet<string> NeverOpen = new(StringComparer.OrdinalIgnoreCase)
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "tbody",
        "thead",
        "tfoot",
        "option",
        "optgroup",
        "rt",
        "rp",
        "rb",
        "rtc",
    };

    /// <param name="taken">How many tags were taken out; 0 for every honest text.</param>
    public static string Bound(string html, out int taken)
    {
        taken = 0;
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var names = open.GetAlternateLookup<ReadOnlySpan<char>>();
        var never = NeverOpen.GetAlternateLookup<ReadOnlySpan<char>>();
        StringBuilder? kept = null;
        var (depth, copied, cost) = (0, 0, 0L);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = NextTag(html, at + 1))
        {
            var isEnd = at + 1 < html.Length && html[at + 1] == '/';
            var name = NameAt(html, at + (isEnd ? 2 : 1));
            var canPass = (cost += depth) <= Budget;
            if (name.IsEmpty || (canPass && never.Contains(name)))
            {
                continue;
            }

            names.TryGetValue(name, out var count);
            if (isEnd)
            {
                if (count > 0)
                {
                    names[name] = count - 1;
                    depth--;
                }

                continue;
            }

            if (canPass && depth < Most)
            {
                names[name] = count + 1;
                depth++;
                continue;
            }

            kept ??= new StringBuilder(html.Length);
            kept.Append(html, copied, at - copied);
            var end = html.IndexOf('>', at);
            copied = end < 0 ? html.Length : end + 1;
            taken++;
        }

        return kept is null ? html : kept.Append(html, copied, html.Length - copied).ToString();
    }

    private static int NextTag(string html, int from) => from < html.Length ? html.IndexOf('<', from) : -1;

    private static ReadOnlySpan<char> NameAt(string html, int start)
    {
        if (start >= html.Length || !char.IsAsciiLetter(html[start]))
        {
            return [];
        }

        var length = html.AsSpan(start).IndexOfAny(NameEnds);
        return length < 0 ? html.AsSpan(start) : html.AsSpan(start, length);
    }
}

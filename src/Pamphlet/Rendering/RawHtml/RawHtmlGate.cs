namespace Pamphlet.Rendering.RawHtml;

/// <summary>Refuses HTML that would cost a parser seconds or our stack its end, before any parser sees it.</summary>
internal static class RawHtmlGate
{
    // Measured: 32,000 nested <b> cost the sanitiser 2.2 s. Newsletters' nested tables stay under 40.
    private const int MostOpen = 100;

    // A parser opens every unclosed <b> again in each paragraph that follows.
    private const long MostReopened = 1_000_000;

    public static bool IsTooMuch(ReadOnlySpan<char> html)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var names = open.GetAlternateLookup<ReadOnlySpan<char>>();
        var (depth, deepest, tags) = (0, 0, 0L);
        while (html.IndexOf('<') is >= 0 and var at)
        {
            html = html[(at + 1)..];
            var isEnd = html.StartsWith("/");
            var name = Name(isEnd ? html[1..] : html);
            if (name.IsEmpty || NeverNests(name))
            {
                tags++;
                continue;
            }

            tags++;
            names.TryGetValue(name, out var count);
            if (!isEnd)
            {
                names[name] = count + 1;
                deepest = Math.Max(deepest, ++depth);
            }
            else if (count > 0)
            {
                names[name] = count - 1;
                depth--;
            }
        }

        return deepest > MostOpen || deepest * tags > MostReopened + (tags * 40);
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetter(text[0]))
        {
            return [];
        }

        var end = text.IndexOfAny(" \t\n/>");
        return end < 0 ? text : text[..end];
    }

    /// <summary>Elements that have no end or whose next of the kind ends them.</summary>
    private static bool NeverNests(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[8];
        var length =
            name.Length <= lower.Length
                ? System.Text.Ascii.ToLower(name, lower, out var written) == default
                    ? written
                    : 0
                : 0;
        return lower[..length]
            is "p"
                or "li"
                or "dt"
                or "dd"
                or "tr"
                or "td"
                or "th"
                or "br"
                or "hr"
                or "img"
                or "col"
                or "wbr"
                or "input"
                or "option"
                or "source"
                or "link"
                or "meta";
    }
}

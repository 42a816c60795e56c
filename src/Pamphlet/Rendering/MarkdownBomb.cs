namespace Pamphlet.Rendering;

/// <summary>Texts that the parser itself would choke on.</summary>
internal static class MarkdownBomb
{
    // 4 kB of "[a]: http://(2,000 characters)" and "[a]" over and over came to 675 kB, 64 kB of it to 171 MB.
    private const int MostGrowth = 64;
    private const int AnyText = 1024 * 1024;

    // Brackets that one paragraph may open: the parser's time grows with their square (64 kB of "[a](" took 2.2 s).
    private const int MostBrackets = 1500;

    public static bool IsLikely(ReadOnlySpan<char> text) => ReferencesGrow(text) || TooManyInOneParagraph(text);

    /// <summary>Every bracket may repeat the longest address that the text defines, title included.</summary>
    private static bool ReferencesGrow(ReadOnlySpan<char> text)
    {
        var longest = 0;
        var rest = text;
        while (rest.IndexOf("]:", StringComparison.Ordinal) is >= 0 and var at)
        {
            var opened = rest[..at].LastIndexOf('[');
            var isNote = opened >= 0 && rest[opened..].StartsWith("[^", StringComparison.Ordinal);
            rest = rest[(at + 2)..];
            if (!isNote)
            {
                var end = rest.IndexOf("\n\n", StringComparison.Ordinal);
                longest = Math.Max(longest, end < 0 ? rest.Length : end);
            }
        }

        return longest > 0 && (long)longest * text.Count('[') > ((long)text.Length * MostGrowth) + AnyText;
    }

    private static bool TooManyInOneParagraph(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var end = text.IndexOf("\n\n", StringComparison.Ordinal);
            var paragraph = end < 0 ? text : text[..end];
            if (paragraph.Length > MostBrackets && paragraph.Count('[') > MostBrackets)
            {
                return true;
            }

            if (end < 0)
            {
                return false;
            }

            text = text[(end + 2)..];
        }
    }
}

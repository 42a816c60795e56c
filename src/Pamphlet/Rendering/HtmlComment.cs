namespace Pamphlet.Rendering;

/// <summary>What an HTML comment says to us.</summary>
internal static class HtmlComment
{
    /// <summary>Whether it is <c>&lt;!--more--&gt;</c>, where the excerpt ends.</summary>
    public static bool IsCut(ReadOnlySpan<char> html) =>
        IsOnlyComment(html) && html.Trim()[4..^3].Trim().Equals("more", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether nothing of it would be seen.</summary>
    public static bool IsOnlyComment(ReadOnlySpan<char> html)
    {
        var text = html.Trim();
        return text.Length >= 7
            && text.StartsWith("<!--", StringComparison.Ordinal)
            && text.EndsWith("-->", StringComparison.Ordinal)
            && text[4..].IndexOf("-->", StringComparison.Ordinal) == text.Length - 7
            // A parser ends such a comment at once: what follows would be seen.
            && text[4] != '>'
            && !text[4..].StartsWith("->", StringComparison.Ordinal)
            && !text[4..^3].Contains("--!>", StringComparison.Ordinal);
    }
}

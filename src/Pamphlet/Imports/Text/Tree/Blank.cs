namespace Pamphlet.Imports.Text.Tree;

/// <summary>What shows nothing: white space of every kind, and the marks that only stand between letters.</summary>
internal static class Blank
{
    public static bool Is(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!Is(character))
            {
                return false;
            }
        }

        return true;
    }

    // Zero-width space, joiners, word joiner, direction marks: editors leave them in lines that look empty.
    public static bool Is(char character) =>
        char.IsWhiteSpace(character) || character is (>= '\u200B' and <= '\u200F') or '\u2060' or '\u00AD';
}

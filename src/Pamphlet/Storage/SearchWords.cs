using System.Text;
using Pamphlet.Rendering;

namespace Pamphlet.Storage;

/// <summary>
/// Text as words to search by: runs of letters and digits, folded. We part them ourselves, so that both databases agree on what
/// a word is.
/// </summary>
internal static class SearchWords
{
    public static IReadOnlyList<string> Of(string text)
    {
        var line = Line(text);
        return line.Length == 0 ? [] : line.Split(' ');
    }

    /// <summary>The words with one space between two of them: what an index takes.</summary>
    public static string Line(string text)
    {
        var folded = SearchFold.Of(text);
        var line = new StringBuilder(folded.Length);
        var isParted = false;
        for (var at = 0; at < folded.Length; )
        {
            _ = Rune.DecodeFromUtf16(folded.AsSpan(at), out var rune, out var length);
            if (char.IsAsciiLetterOrDigit(folded[at]) || Rune.IsLetterOrDigit(rune))
            {
                if (isParted && line.Length > 0)
                {
                    line.Append(' ');
                }

                isParted = false;
                line.Append(folded, at, length);
            }
            else
            {
                isParted = true;
            }

            at += length;
        }

        return line.ToString();
    }
}

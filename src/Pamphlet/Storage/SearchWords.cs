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
                var isAlone = StandsAlone(rune);
                if ((isParted || isAlone) && line.Length > 0)
                {
                    line.Append(' ');
                }

                isParted = isAlone;
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

    /// <summary>Chinese and Japanese put no space between words: each sign is one, and a row of them is looked for as a row.</summary>
    public static bool StandsAlone(Rune rune) =>
        rune.Value
            is (>= 0x3040 and <= 0x30ff)
                or (>= 0x3400 and <= 0x9fff)
                or (>= 0xf900 and <= 0xfaff)
                or (>= 0x20000 and <= 0x3ffff);
}

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
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in SearchFold.Of(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                word.Append(rune.ToString());
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }
}

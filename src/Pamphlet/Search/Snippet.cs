using System.Globalization;
using Pamphlet.Storage;

namespace Pamphlet.Search;

/// <summary>The place in a text where the words stand that a reader asked for.</summary>
internal static class Snippet
{
    private const int Around = 110;

    /// <summary>
    /// About 220 characters, cut between words, in parts: those to be marked and those between. Where no word is found (it
    /// stands in the title, or in a note) the text's beginning.
    /// </summary>
    public static IReadOnlyList<SnippetPart> Of(string plain, SearchQuery query)
    {
        var words = Words(plain);
        var wanted = query.Words.ToHashSet(StringComparer.Ordinal);
        var begun = query.WordBegun;
        bool IsHit(Range word) => SearchWords.Of(plain[word]).Any(part => wanted.Contains(part) || Begins(part, begun));

        // Only as far as it is shown: to fold every word of ten long texts takes longer than to find them.
        var hit = words.FindIndex(IsHit);
        var centre = hit >= 0 ? words[hit].Start.Value : 0;
        var first = words.FindIndex(word => word.Start.Value >= centre - Around);
        var last = words.FindLastIndex(word => word.End.Value <= centre + Around);
        var from = first <= 0 ? 0 : words[first].Start.Value;
        var to = last < 0 || last == words.Count - 1 ? plain.Length : words[last].End.Value;

        var parts = new List<SnippetPart>();
        var at = from;
        Add(from > 0 ? "… " : "", false);
        foreach (
            var word in words.Skip(Math.Max(hit, 0)).TakeWhile(word => hit >= 0 && word.End.Value <= to).Where(IsHit)
        )
        {
            Add(plain[at..word.Start], false);
            Add(plain[word], true);
            at = word.End.Value;
        }

        Add(plain[at..Math.Max(at, to)], false);
        Add(to < plain.Length ? " …" : "", false);
        return parts;

        void Add(string text, bool isMarked)
        {
            if (text.Length > 0)
            {
                parts.Add(new SnippetPart(text.ReplaceLineEndings(" "), isMarked));
            }
        }
    }

    private static bool Begins(string word, string? begun) =>
        begun is not null && word.StartsWith(begun, StringComparison.Ordinal);

    private static bool IsMark(char character) =>
        char.GetUnicodeCategory(character)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.Format;

    /// <summary>Runs of letters and digits with their marks.</summary>
    private static List<Range> Words(string text)
    {
        var words = new List<Range>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isPart =
                i < text.Length
                && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]) || (start >= 0 && IsMark(text[i])));
            if (isPart && start < 0)
            {
                start = i;
            }
            else if (!isPart && start >= 0)
            {
                words.Add(start..i);
                start = -1;
            }
        }

        return words;
    }
}

/// <summary>A stretch of a snippet.</summary>
internal sealed record SnippetPart(string Text, bool IsMarked);

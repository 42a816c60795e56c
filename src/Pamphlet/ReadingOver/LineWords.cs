using System.Text;
using Pamphlet.Rendering;

namespace Pamphlet.ReadingOver;

/// <summary>A word of a line, folded as search folds it: «Đấu» is <c>dau</c>.</summary>
internal sealed record LineWord(ReadLine Line, int Start, int Length, string Folded);

internal static class LineWords
{
    /// <summary>The words of all lines in reading order.</summary>
    public static List<LineWord> Of(IEnumerable<ReadLine> lines)
    {
        var words = new List<LineWord>();
        foreach (var line in lines)
        {
            AddWords(line, words);
        }

        return words;
    }

    private static void AddWords(ReadLine line, List<LineWord> words)
    {
        var start = -1;
        var at = 0;
        foreach (var rune in line.Text.EnumerateRunes())
        {
            // A mark or a sign without ink does not part a word: that is how a name would be hidden from this list.
            if (Rune.IsLetterOrDigit(rune) || (start >= 0 && IsWithin(rune)))
            {
                start = start < 0 ? at : start;
            }
            else if (start >= 0)
            {
                Add(at);
            }

            at += rune.Utf16SequenceLength;
        }

        if (start >= 0)
        {
            Add(at);
        }

        void Add(int end)
        {
            var folded = SearchFold.Of(line.Text[start..end]);
            if (folded.Length > 0)
            {
                words.Add(new LineWord(line, start, end - start, folded));
            }

            start = -1;
        }
    }

    private static bool IsWithin(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark
                or System.Globalization.UnicodeCategory.Format
        || HiddenRunes.IsFiller(rune);
}

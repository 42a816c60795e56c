using System.Globalization;

namespace Pamphlet.Imports.Text.Printing;

/// <summary>
/// Chooses how emphasis can be marked at a place. Asterisks open only before a letter and close only after one, with exceptions
/// (CommonMark 0.31, «flanking»): where no mark holds, HTML says it.
/// </summary>
internal static class EmphasisMarks
{
    /// <param name="inner">The emphasised Markdown, without white space at its edges, not empty.</param>
    /// <returns>Null where neither marks nor HTML can say it.</returns>
    public static string? Wrap(string inner, Emphasis kind, char before, char after, bool allowsHtml)
    {
        foreach (var mark in MarksOf(kind))
        {
            if (Holds(mark, inner, before, after))
            {
                return mark + inner + mark;
            }
        }

        var name = kind switch
        {
            Emphasis.Strong => "strong",
            Emphasis.Struck => "s",
            _ => "em",
        };
        return allowsHtml ? $"<{name}>{inner}</{name}>" : null;
    }

    public static IEnumerable<string> MarksOf(Emphasis kind) =>
        kind switch
        {
            Emphasis.Strong => ["**", "__"],
            Emphasis.Struck => ["~~"],
            _ => ["*", "_"],
        };

    private static bool Holds(string mark, string inner, char before, char after)
    {
        var sign = mark[0];
        var (first, last) = (inner[0], inner[^1]);

        // Marks that touch their like run together, and which of them closes what is then anybody's guess.
        if (before == sign || after == sign || first == sign || last == sign || (last == '\\'))
        {
            return false;
        }

        var opens = !IsMark(first) || IsSpace(before) || IsMark(before);
        var closes = !IsMark(last) || IsSpace(after) || IsMark(after);
        var isInWord = sign == '_' && !((IsSpace(before) || IsMark(before)) && (IsSpace(after) || IsMark(after)));
        return opens && closes && !isInWord;
    }

    private static bool IsSpace(char character) => char.IsWhiteSpace(character);

    // A half of a surrogate pair may be either, and then only HTML is sure.
    private static bool IsMark(char character) =>
        char.IsPunctuation(character)
        || char.IsSymbol(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.Surrogate;
}

internal enum Emphasis
{
    Strong,
    Slanted,
    Struck,
}

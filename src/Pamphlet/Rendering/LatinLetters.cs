using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Pamphlet.Rendering;

/// <summary>Latin letters without their marks.</summary>
internal static class LatinLetters
{
    // Letters that Unicode does not take apart.
    private static readonly FrozenDictionary<int, string> Whole = new Dictionary<int, string>
    {
        ['đ'] = "d",
        ['ð'] = "d",
        ['ł'] = "l",
        ['ø'] = "o",
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['þ'] = "th",
        ['ı'] = "i",
        ['ħ'] = "h",
        ['ŧ'] = "t",
        ['ŋ'] = "ng",
        ['ɓ'] = "b",
        ['ɗ'] = "d",
        ['ƙ'] = "k",
        ['ə'] = "e",
        ['ɛ'] = "e",
        ['ɔ'] = "o",
        ['ĸ'] = "k",
        ['ſ'] = "s",
    }.ToFrozenDictionary();

    // Taking a letter apart asks the system's tables; a paper has the same few hundred letters a million times.
    private static readonly string?[] Known = new string?[0x1F00];

    /// <summary>The plain spelling of a small Latin letter, or null where <paramref name="letter"/> is none.</summary>
    public static string? Plain(Rune letter)
    {
        if (letter.IsAscii || letter.Value >= Known.Length)
        {
            return null;
        }

        // Two threads may both find it out: they find the same.
        var plain = Known[letter.Value] ??= TakeApart(letter) ?? "";
        return plain.Length == 0 ? null : plain;
    }

    private static string? TakeApart(Rune letter)
    {
        if (Whole.TryGetValue(letter.Value, out var plain))
        {
            return plain;
        }

        var isExtendedLatin = letter.Value is (>= 0xC0 and <= 0x24F) or (>= 0x1E00 and <= 0x1EFF);
        if (!isExtendedLatin || !Rune.IsLetter(letter))
        {
            return null;
        }

        var kept = new StringBuilder();
        foreach (var part in letter.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
            {
                kept.Append(part.ToString());
            }
        }

        return kept.ToString();
    }
}

using System.Globalization;
using System.Text;

namespace Pamphlet.Rendering;

/// <summary>Text as search compares it, so that «dau tranh» finds «Đấu tranh».</summary>
internal static class SearchFold
{
    // It only stretches a word on its line.
    private const int Tatweel = 0x0640;

    // What one letter becomes, found once: folding letter by letter is what takes an index its time.
    private static readonly string?[] Known = new string?[0x2070];

    /// <summary>Small letters without marks; đ is d, ß is ss; Arabic without vowel signs and with one form of alef, yeh and kaf.</summary>
    public static string Of(string text)
    {
        if (!IsFoldedLetterByLetter(text))
        {
            return Whole(text);
        }

        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsAsciiLetterLower(letter) || letter == ' ')
            {
                folded.Append(letter);
            }
            else
            {
                // Two threads may both find it out: they find the same.
                folded.Append(Known[letter] ??= Whole(letter.ToString()));
            }
        }

        return folded.ToString();
    }

    /// <summary>The same for any text: marks must be put in order before they can be taken off.</summary>
    internal static string Whole(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in CleanText.Of(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (
                Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.NonSpacingMark
                        or UnicodeCategory.EnclosingMark
                        or UnicodeCategory.Format
                || rune.Value == Tatweel
            )
            {
                // A Persian zero-width non-joiner parts words to the eye but not to whoever types a search.
                continue;
            }

            var lower = Rune.ToLowerInvariant(rune);
            folded.Append(LatinLetters.Plain(lower) ?? Unified(lower).ToString());
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    // Latin letters, with or without marks, and the signs between words. A carriage return depends on what follows it.
    private static bool IsFoldedLetterByLetter(string text)
    {
        foreach (var letter in text)
        {
            var isLatin = letter is < '\u0370' or (>= '\u1E00' and < '\u1F00');
            var isBetween = letter is >= '\u2000' and < '\u2070';
            if (!(isLatin || isBetween) || letter == '\r')
            {
                return false;
            }
        }

        return true;
    }

    // Arabic and Persian keyboards write these differently for the same word; a final sigma is a sigma.
    private static Rune Unified(Rune rune) =>
        rune.Value switch
        {
            0x0649 or 0x06CC => new Rune(0x064A),
            0x06A9 => new Rune(0x0643),
            0x0671 => new Rune(0x0627),
            0x06C1 or 0x06D5 => new Rune(0x0647),
            0x03C2 => new Rune(0x03C3),
            _ => rune,
        };
}

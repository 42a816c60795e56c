using System.Globalization;
using System.Text;

namespace Pamphlet.Rendering;

/// <summary>Text as search compares it, so that «dau tranh» finds «Đấu tranh».</summary>
internal static class SearchFold
{
    /// <summary>Small letters without marks; đ is d, ß is ss; Arabic without vowel signs and with one form of alef, yeh and kaf.</summary>
    public static string Of(string text)
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

    // It only stretches a word on its line.
    private const int Tatweel = 0x0640;

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

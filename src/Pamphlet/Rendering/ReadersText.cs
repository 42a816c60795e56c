using System.Globalization;
using System.Text;

namespace Pamphlet.Rendering;

/// <summary>A reader's characters: clean as any, and without those that would disturb the lines around them.</summary>
internal static class ReadersText
{
    /// <summary>The longest comment, in UTF-16 characters; what goes beyond is cut off.</summary>
    public const int MaxLength = 4000;

    // Vietnamese needs two on a letter before NFC and none after; Hebrew and Arabic with all their signs need three.
    private const int MostMarks = 3;

    public static string Of(string text)
    {
        // Cut first: normalising megabytes to keep four thousand characters is an attacker's bargain.
        text = CleanText.Of(Cut(text, MaxLength * 4));
        var kept = new StringBuilder(Math.Min(text.Length, MaxLength));
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var isMark =
                Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
            marks = isMark ? marks + 1 : 0;
            if (marks <= MostMarks && !TurnsText(rune))
            {
                kept.Append(rune.ToString());
            }
        }

        return Cut(kept.ToString().Normalize(NormalizationForm.FormC), MaxLength);
    }

    /// <summary>Overrides, embeddings and isolates: what they open, a comment may forget to close.</summary>
    private static bool TurnsText(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}

using System.Globalization;
using System.Text;

namespace Pamphlet.Rendering;

/// <summary>The last part of an address, made from a title: <c>Đấu tranh!</c> becomes <c>dau-tranh</c>.</summary>
/// <remarks>
/// Latin letters lose their marks, for addresses are read out and typed on phones. Other scripts keep their letters: a Persian or
/// Georgian reader can read them, and a transcription would be ours, not theirs.
/// </remarks>
internal static class Slug
{
    /// <summary>The longest slug, in characters; it is cut between words where it can be.</summary>
    public const int MaxLength = 80;

    private const string None = "untitled";

    public static string Of(string title)
    {
        var slug = new StringBuilder(title.Length);
        var pendingDash = false;
        foreach (var rune in Fold(CleanText.Of(title)).EnumerateRunes())
        {
            if (IsPart(rune))
            {
                if (pendingDash && slug.Length > 0)
                {
                    slug.Append('-');
                }

                pendingDash = false;
                slug.Append(rune.ToString());
            }
            else
            {
                // An apostrophe joins: "don't" is one word, and so are Persian halves around a zero-width non-joiner.
                pendingDash |= rune.Value is not ('\'' or 0x2019 or 0x02BC or 0x200C or 0x200D);
            }
        }

        return slug.Length == 0 ? None : Shorten(slug.ToString());
    }

    /// <summary>Marks off the Latin letters only; what cannot be taken apart (đ, ł, ø, ß, æ …) by table.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var lower = Rune.ToLowerInvariant(rune);
            if (lower.Value < 0x80)
            {
                folded.Append((char)lower.Value);
            }
            else if (LatinLetters.Plain(lower) is { } plain)
            {
                folded.Append(plain);
            }
            else
            {
                folded.Append(lower.ToString());
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsPart(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.LowercaseLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.UppercaseLetter
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark;

    private static string Shorten(string slug)
    {
        if (slug.Length <= MaxLength)
        {
            return slug;
        }

        var dash = slug.LastIndexOf('-', MaxLength);
        var end = dash > MaxLength / 2 ? dash : MaxLength;
        return slug[..(char.IsLowSurrogate(slug[end]) ? end - 1 : end)];
    }
}

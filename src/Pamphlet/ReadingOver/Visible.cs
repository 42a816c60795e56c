using System.Globalization;
using System.Text;

namespace Pamphlet.ReadingOver;

/// <summary>Writes out what an eye cannot see: <c>⟨U+200B⟩</c>.</summary>
internal static class Visible
{
    public static string Of(string text)
    {
        if (!text.EnumerateRunes().Any(IsUnseen))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            shown.Append(IsUnseen(rune) ? Name(rune) : rune.ToString());
        }

        return shown.ToString();
    }

    public static string Name(Rune rune) => string.Create(CultureInfo.InvariantCulture, $"⟨U+{rune.Value:X4}⟩");

    private static bool IsUnseen(Rune rune) =>
        rune.Value != ' '
        && (
            Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Format
                    or UnicodeCategory.Control
                    or UnicodeCategory.SpaceSeparator
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
            || HiddenRunes.IsFiller(rune)
        );
}

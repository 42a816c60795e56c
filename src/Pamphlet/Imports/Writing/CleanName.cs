using System.Globalization;
using System.Text;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Writing;

/// <summary>A stranger's name as the desk and the pages may show it.</summary>
internal static class CleanName
{
    /// <summary>In characters; longer ones are cut.</summary>
    public const int MaxLength = 100;

    /// <summary>One line, in NFC, without what could make it read as another name: marks that turn the direction, controls.</summary>
    public static string Of(string name)
    {
        var clean = new StringBuilder(name.Length);
        foreach (var rune in CleanText.Of(name).EnumerateRunes())
        {
            // Joiners belong to Persian and Indic names; the marks that turn the direction belong to nobody's.
            var category = Rune.GetUnicodeCategory(rune);
            var isJoiner = rune.Value is 0x200c or 0x200d;
            if (Rune.IsWhiteSpace(rune) || category is UnicodeCategory.Control)
            {
                clean.Append(' ');
            }
            else if (isJoiner || category is not (UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned))
            {
                clean.Append(rune.ToString());
            }
        }

        var words = string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Trim('\u200c', '\u200d');
        var end = words.Length > MaxLength && char.IsHighSurrogate(words[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return words.Length <= MaxLength ? words : words[..end];
    }
}

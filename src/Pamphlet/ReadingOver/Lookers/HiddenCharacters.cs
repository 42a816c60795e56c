using System.Globalization;
using System.Text;

namespace Pamphlet.ReadingOver.Lookers;

/// <summary>
/// Characters without ink: they mark a copy (each person who was shown a document got another pattern), and whoever publishes the
/// copy names who leaked it.
/// </summary>
internal static class HiddenCharacters
{
    private const int SoftHyphen = 0x00AD;

    public static IEnumerable<Sighting> In(ReadLine line)
    {
        var found = new List<Sighting>();
        if (line.Text.All(character => character < 0x00AD))
        {
            return found;
        }

        Rune[] runes = [.. line.Text.EnumerateRunes()];
        var readsRightToLeft = runes.Any(HiddenRunes.IsRightToLeft);
        var at = 0;
        for (var i = 0; i < runes.Length; i++)
        {
            if (IsHidden(runes, i, readsRightToLeft))
            {
                found.Add(new Sighting(FindingKind.HiddenCharacter, at, runes[i].Utf16SequenceLength, Says(runes, i)));
            }

            at += runes[i].Utf16SequenceLength;
        }

        return found;
    }

    private static bool IsHidden(Rune[] runes, int at, bool readsRightToLeft)
    {
        var rune = runes[at];
        var before = at > 0 ? runes[at - 1] : new Rune(' ');
        var after = at + 1 < runes.Length ? runes[at + 1] : new Rune(' ');
        return rune.Value switch
        {
            HiddenRunes.ZeroWidthNonJoiner or HiddenRunes.ZeroWidthJoiner => !HiddenRunes.UsesJoiners(before)
                && !(IsDrawn(before) && IsDrawn(after)),
            // In a right-to-left line they keep brackets where they belong.
            HiddenRunes.LeftToRightMark or HiddenRunes.RightToLeftMark or 0x061C => !readsRightToLeft,
            >= 0xFE00 and <= 0xFE0F => !HiddenRunes.IsPictogram(before) && !IsIdeograph(before),
            >= 0xE0100 and <= 0xE01EF => !IsIdeograph(before),
            >= 0x180B and <= 0x180F => before.Value is not (>= 0x1800 and <= 0x18AF),
            SoftHyphen => true,
            _ => Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.PrivateUse
                || HiddenRunes.IsFiller(rune),
        };
    }

    // A variation selector stands between a pictogram and its joiner.
    private static bool IsDrawn(Rune rune) => HiddenRunes.IsPictogram(rune) || rune.Value == 0xFE0F;

    private static bool IsIdeograph(Rune rune) =>
        rune.Value is (>= 0x2E80 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    /// <summary>The word that it stands in, for whoever must find it.</summary>
    private static string Says(Rune[] runes, int at)
    {
        const int Most = 24;
        var from = at;
        while (from > 0 && at - from < Most && !Rune.IsWhiteSpace(runes[from - 1]))
        {
            from--;
        }

        var to = at + 1;
        while (to < runes.Length && to - at < Most && !Rune.IsWhiteSpace(runes[to]))
        {
            to++;
        }

        var said = new StringBuilder();
        foreach (var rune in runes[from..to])
        {
            said.Append(
                Rune.GetUnicodeCategory(rune) is UnicodeCategory.PrivateUse
                    ? Visible.Name(rune)
                    : Visible.Of(rune.ToString())
            );
        }

        return said.ToString();
    }
}

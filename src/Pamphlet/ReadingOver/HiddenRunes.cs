using System.Text;

namespace Pamphlet.ReadingOver;

/// <summary>Which characters leave no ink.</summary>
internal static class HiddenRunes
{
    public const int ZeroWidthNonJoiner = 0x200C;
    public const int ZeroWidthJoiner = 0x200D;
    public const int LeftToRightMark = 0x200E;
    public const int RightToLeftMark = 0x200F;

    /// <summary>Letters and signs whose glyph is empty: Hangul fillers, the braille blank, variation selectors, tags.</summary>
    public static bool IsFiller(Rune rune) =>
        rune.Value
            is 0x034F
                or 0x115F
                or 0x1160
                or 0x17B4
                or 0x17B5
                or 0x2800
                or 0x3164
                or 0xFFA0
                or (>= 0x180B and <= 0x180F)
                or (>= 0xFE00 and <= 0xFE0F)
                or (>= 0xE0000 and <= 0xE01EF);

    /// <summary>Letters of scripts in which joiners are ordinary spelling: Arabic to Sinhala, Burmese to Khmer, and their kin.</summary>
    public static bool UsesJoiners(Rune rune) =>
        rune.Value
            is (>= 0x0600 and <= 0x08FF)
                or (>= 0x0900 and <= 0x0DFF)
                or (>= 0x1000 and <= 0x109F)
                or (>= 0x1780 and <= 0x18AF)
                or (>= 0xFB50 and <= 0xFDFF)
                or (>= 0xFE70 and <= 0xFEFC);

    public static bool IsRightToLeft(Rune rune) =>
        rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC);

    /// <summary>Pictograms, which are joined and varied by the same signs.</summary>
    public static bool IsPictogram(Rune rune) =>
        rune.Value
            is (>= 0x2190 and <= 0x2BFF)
                or (>= 0x3030 and <= 0x303D)
                or (>= 0x1F000 and <= 0x1FAFF)
                or 0x00A9
                or 0x00AE
                or 0x203C
                or 0x2049
                or 0x2122
                or 0x2139
                or 0x3297
                or 0x3299
                or '#'
                or '*'
                or (>= '0' and <= '9');
}

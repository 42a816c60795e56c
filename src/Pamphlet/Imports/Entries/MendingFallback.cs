using System.Text;

namespace Pamphlet.Imports.Entries;

/// <summary>
/// Reads what is no UTF-8 as windows-1252, byte by byte. A file that was once saved in the wrong encoding often is so only in
/// places: to read all of it as windows-1252 would spoil every Vietnamese word that survived.
/// </summary>
internal sealed class MendingFallback : DecoderFallback
{
    /// <summary>Stands before a character that was mended, until the entry it belongs to was counted. No text holds this noncharacter.</summary>
    public const char Mended = '\ufdd0';

    /// <summary>Stands for a character that XML forbids, until it was counted.</summary>
    public const char Forbidden = '\ufdd1';

    // The 32 places where windows-1252 differs from Latin-1; five of them mean nothing and keep their own number.
    private const string High =
        "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
        + "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

    public override int MaxCharCount => 8;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private string mended = "";
        private int at;

        public override int Remaining => mended.Length - at;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            mended = string.Concat(bytesUnknown.Select(one => $"{Mended}{Of(one)}"));
            at = 0;
            return true;
        }

        public override char GetNextChar() => at < mended.Length ? mended[at++] : '\0';

        public override bool MovePrevious()
        {
            if (at == 0)
            {
                return false;
            }

            at--;
            return true;
        }

        public override void Reset() => (mended, at) = ("", 0);

        private static char Of(byte one) => one is >= 0x80 and < 0xa0 ? High[one - 0x80] : (char)one;
    }
}

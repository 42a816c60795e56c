using System.Text;

namespace Pamphlet.Onion;

/// <summary>RFC 4648 in small letters without padding, as tor writes addresses and keys.</summary>
internal static class OnionLetters
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var value in bytes)
        {
            bits = ((bits & 0x1f) << 8) | value;
            held += 8;
            while (held >= 5)
            {
                held -= 5;
                text.Append(Letters[(bits >> held) & 0x1f]);
            }
        }

        return held == 0 ? text.ToString() : text.Append(Letters[(bits << (5 - held)) & 0x1f]).ToString();
    }
}

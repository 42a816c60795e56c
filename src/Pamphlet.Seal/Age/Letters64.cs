using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Codec = System.Buffers.Text.Base64;

namespace Pamphlet.Seal.Age;

/// <summary>RFC 4648 §4 in its one spelling: no blanks, no stray bits in the last letter.</summary>
internal static class Letters64
{
    private static readonly SearchValues<byte> Letters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8
    );

    /// <summary>Without <c>=</c>, as headers have it.</summary>
    public static string Write(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    /// <returns>False for anything that <see cref="Write"/> would not have written.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (text.Length % 4 == 1 || text.ContainsAnyExcept(Letters))
        {
            return false;
        }

        Span<byte> padded = text.Length <= 2048 ? stackalloc byte[text.Length + 3] : new byte[text.Length + 3];
        padded.Fill((byte)'=');
        text.CopyTo(padded);
        return TryReadPadded(padded[..((text.Length + 3) / 4 * 4)], out bytes);
    }

    /// <summary>With <c>=</c>, as armor has it.</summary>
    public static bool TryReadPadded(ReadOnlySpan<byte> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        // The codec skips blanks; a second spelling of the same file would be a second name for it.
        if (text.Length % 4 != 0 || text.TrimEnd((byte)'=').ContainsAnyExcept(Letters))
        {
            return false;
        }

        var decoded = new byte[text.Length / 4 * 3];
        if (Codec.DecodeFromUtf8(text, decoded, out _, out var written) != OperationStatus.Done)
        {
            return false;
        }

        Array.Resize(ref decoded, written);
        if (!text.SequenceEqual(Encoding.ASCII.GetBytes(Convert.ToBase64String(decoded))))
        {
            return false;
        }

        bytes = decoded;
        return true;
    }
}

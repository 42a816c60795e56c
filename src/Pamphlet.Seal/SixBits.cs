using System.Diagnostics.CodeAnalysis;

namespace Pamphlet.Seal;

/// <summary>Base64 with one spelling a value: .NET's own reader forgives spaces and stray bits, and a signed text may have none.</summary>
internal static class SixBits
{
    public static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        var buffer = new byte[(text.Length / 4 * 3) + 3];
        bytes = null;
        if (!Convert.TryFromBase64Chars(text, buffer, out var length))
        {
            return false;
        }

        var decoded = buffer.AsSpan(0, length).ToArray();
        if (!text.SequenceEqual(Convert.ToBase64String(decoded)))
        {
            return false;
        }

        bytes = decoded;
        return true;
    }

    public static bool TryDecodeHash(ReadOnlySpan<char> text, out ContentHash hash)
    {
        hash = default;
        if (!TryDecode(text, out var bytes) || bytes.Length != ContentHash.Size)
        {
            return false;
        }

        hash = ContentHash.FromBytes(bytes);
        return true;
    }

    public static string Of(ContentHash hash)
    {
        Span<byte> bytes = stackalloc byte[ContentHash.Size];
        hash.CopyTo(bytes);
        return Convert.ToBase64String(bytes);
    }
}

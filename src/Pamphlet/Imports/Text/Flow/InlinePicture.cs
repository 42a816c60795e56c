using System.Buffers.Text;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>A picture that lies within a text, as <c>data:image/png;base64,…</c>.</summary>
internal static class InlinePicture
{
    /// <summary>In characters of base64: a picture of 15 MB.</summary>
    private const int Longest = 20 * 1024 * 1024;

    // What stands in for a picture until a script loads it is smaller than any picture worth keeping. In characters.
    private const int Placeholder = 400;

    public static bool IsData(string address) => address.StartsWith("data:", StringComparison.OrdinalIgnoreCase);

    public static bool IsPlaceholder(string address) => IsData(address) && address.Length < Placeholder;

    public static bool TryRead(string address, out ReadOnlyMemory<byte> bytes)
    {
        bytes = default;
        var comma = address.IndexOf(',', StringComparison.Ordinal);
        if (comma is < 0 or > 100 || address.Length - comma > Longest || !IsPicture(address[..comma]))
        {
            return false;
        }

        var text = address.AsSpan(comma + 1);
        if (!Base64.IsValid(text, out var length) || length == 0)
        {
            return false;
        }

        var buffer = new byte[length];
        if (!Convert.TryFromBase64Chars(text, buffer, out var written))
        {
            return false;
        }

        bytes = buffer.AsMemory(0, written);
        return true;
    }

    private static bool IsPicture(string head)
    {
        head = head.ToLowerInvariant();
        return head.EndsWith(";base64", StringComparison.Ordinal)
            && (
                head.StartsWith("data:image/png", StringComparison.Ordinal)
                || head.StartsWith("data:image/jp", StringComparison.Ordinal)
                || head.StartsWith("data:image/gif", StringComparison.Ordinal)
                || head.StartsWith("data:image/webp", StringComparison.Ordinal)
            );
    }
}

using System.Buffers.Text;
using Pamphlet.Seal;

namespace Pamphlet.Editions.Serving;

/// <summary>The name of some bytes as they are sent: a strong entity tag from their hash and their coding.</summary>
internal static class EntityTag
{
    /// <summary>A quote, 22 digits of base64url, the coding's mark, a quote.</summary>
    public const int MaxLength = 26;

    // Half of the hash: nobody can make two pages of 128 equal bits, and each answer is 22 bytes shorter.
    private const int HashBytes = 16;

    /// <returns>How many bytes were written.</returns>
    public static int Write(ContentHash hash, ContentCoding coding, Span<byte> tag)
    {
        Span<byte> bytes = stackalloc byte[ContentHash.Size];
        hash.CopyTo(bytes);
        tag[0] = (byte)'"';
        var length = 1 + Base64Url.EncodeToUtf8(bytes[..HashBytes], tag[1..]);
        if (coding != ContentCoding.Identity)
        {
            tag[length++] = (byte)'-';
            tag[length++] = coding == ContentCoding.Gzip ? (byte)'g' : (byte)'b';
        }

        tag[length++] = (byte)'"';
        return length;
    }

    /// <summary>Whether <c>If-None-Match</c> or <c>If-Match</c> names a tag.</summary>
    /// <param name="isWeak">Compare as <c>If-None-Match</c> does, where <c>W/</c> before a tag does not matter.</param>
    public static bool IsIn(ReadOnlySpan<byte> header, ReadOnlySpan<byte> tag, bool isWeak)
    {
        header = Fields.Trim(header);
        if (header.SequenceEqual("*"u8))
        {
            return true;
        }

        while (!header.IsEmpty)
        {
            var isWeakTag = header.StartsWith("W/"u8);
            var rest = isWeakTag ? header[2..] : header;
            if (rest.IsEmpty || rest[0] != '"' || rest[1..].IndexOf((byte)'"') is var length && length < 0)
            {
                // A tag may hold commas, so what is no tag cannot be skipped with certainty.
                return false;
            }

            var end = length + 2;
            if ((isWeak || !isWeakTag) && rest[..end].SequenceEqual(tag))
            {
                return true;
            }

            header = rest[end..].TrimStart(" \t,"u8);
        }

        return false;
    }
}

using System.Security.Cryptography;

namespace Pamphlet.Seal.Age;

/// <summary>The file key under another key that is used for nothing else: ChaCha20-Poly1305, 16 + 16 bytes.</summary>
internal static class FileKeyWrap
{
    public const int Bytes = AgeHeader.FileKeyBytes + 16;

    public static byte[] Wrap(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> fileKey)
    {
        var body = new byte[Bytes];
        using var cipher = new ChaCha20Poly1305(key);
        cipher.Encrypt(nonce, fileKey, body.AsSpan(..AgeHeader.FileKeyBytes), body.AsSpan(AgeHeader.FileKeyBytes..));
        return body;
    }

    public static bool TryUnwrap(
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> body,
        Span<byte> fileKey
    )
    {
        using var cipher = new ChaCha20Poly1305(key);
        try
        {
            cipher.Decrypt(nonce, body[..AgeHeader.FileKeyBytes], body[AgeHeader.FileKeyBytes..], fileKey);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }
}

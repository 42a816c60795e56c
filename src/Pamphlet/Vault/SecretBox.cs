using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace Pamphlet.Vault;

/// <summary>A few bytes that only one key opens, and under one name: XChaCha20-Poly1305 with a random nonce before it.</summary>
internal static class SecretBox
{
    public const int KeySize = 32;

    private static readonly XChaCha20Poly1305 Cipher = AeadAlgorithm.XChaCha20Poly1305;

    public static byte[] Seal(byte[] key, string name, ReadOnlySpan<byte> secret)
    {
        using var imported = Key.Import(Cipher, key, KeyBlobFormat.RawSymmetricKey);
        var nonce = RandomNumberGenerator.GetBytes(Cipher.NonceSize);
        return [.. nonce, .. Cipher.Encrypt(imported, nonce, Encoding.UTF8.GetBytes(name), secret)];
    }

    /// <returns>Null: another key, another name, or one bit is not as it was sealed.</returns>
    public static byte[]? Open(byte[] key, string name, ReadOnlySpan<byte> box)
    {
        if (box.Length < Cipher.NonceSize + Cipher.TagSize)
        {
            return null;
        }

        using var imported = Key.Import(Cipher, key, KeyBlobFormat.RawSymmetricKey);
        return Cipher.Decrypt(imported, box[..Cipher.NonceSize], Encoding.UTF8.GetBytes(name), box[Cipher.NonceSize..]);
    }
}

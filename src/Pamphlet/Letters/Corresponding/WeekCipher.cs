using System.Security.Cryptography;
using NSec.Cryptography;
using Pamphlet.Seal;
using Pamphlet.Seal.Age;

namespace Pamphlet.Letters.Corresponding;

/// <summary>Seals what is noted about a week's letters under that week's own secret: where it is destroyed, so are the notes.</summary>
internal static class WeekCipher
{
    private static readonly XChaCha20Poly1305 Cipher = AeadAlgorithm.XChaCha20Poly1305;

    public static byte[] Seal(HybridIdentity week, ReadOnlySpan<byte> text)
    {
        using var key = KeyOf(week);
        var nonce = RandomNumberGenerator.GetBytes(Cipher.NonceSize);
        return [.. nonce, .. Cipher.Encrypt(key, nonce, default, text)];
    }

    /// <returns>Null: another week's, or changed. The caller wipes what it gets.</returns>
    public static byte[]? Open(HybridIdentity week, ReadOnlySpan<byte> box)
    {
        if (box.Length < Cipher.NonceSize + Cipher.TagSize)
        {
            return null;
        }

        using var key = KeyOf(week);
        return Cipher.Decrypt(key, box[..Cipher.NonceSize], default, box[Cipher.NonceSize..]);
    }

    private static Key KeyOf(HybridIdentity week)
    {
        using var bytes = new SecretBytes(Cipher.KeySize);
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            week.Seed,
            bytes.Span,
            salt: default,
            info: "pamphlet.letters/notes/v1"u8
        );
        return Key.Import(Cipher, bytes.Span, KeyBlobFormat.RawSymmetricKey);
    }
}

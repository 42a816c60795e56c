using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Pamphlet.Seal.Age;

/// <summary>
/// What age needs of HPKE (RFC 9180): one message in base mode over X-Wing (KEM 0x647a), HKDF-SHA256 (KDF 1) and
/// ChaCha20-Poly1305 (AEAD 3).
/// </summary>
internal static class Hpke
{
    public const int KeyBytes = 32;
    public const int NonceBytes = 12;

    /// <summary>«HPKE» and the numbers of KEM, KDF and AEAD.</summary>
    public static byte[] Suite(ushort kem, ushort kdf, ushort aead)
    {
        var suite = "HPKE      "u8.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(suite.AsSpan(4), kem);
        BinaryPrimitives.WriteUInt16BigEndian(suite.AsSpan(6), kdf);
        BinaryPrimitives.WriteUInt16BigEndian(suite.AsSpan(8), aead);
        return suite;
    }

    /// <summary>The key schedule of base mode: no pre-shared key.</summary>
    public static void Schedule(
        ReadOnlySpan<byte> suite,
        ReadOnlySpan<byte> sharedSecret,
        ReadOnlySpan<byte> info,
        Span<byte> key,
        Span<byte> nonce,
        Span<byte> exporter
    )
    {
        const byte BaseMode = 0;
        byte[] context = [BaseMode, .. Extract(suite, [], "psk_id_hash", []), .. Extract(suite, [], "info_hash", info)];
        var secret = Extract(suite, sharedSecret, "secret", []);
        Expand(suite, secret, "key", context, key);
        Expand(suite, secret, "base_nonce", context, nonce);
        Expand(suite, secret, "exp", context, exporter);
        CryptographicOperations.ZeroMemory(secret);
    }

    private static byte[] Extract(
        ReadOnlySpan<byte> suite,
        ReadOnlySpan<byte> salt,
        string label,
        ReadOnlySpan<byte> material
    )
    {
        byte[] labelled = [.. "HPKE-v1"u8, .. suite, .. Encoding.ASCII.GetBytes(label), .. material];
        var key = new byte[SHA256.HashSizeInBytes];
        HKDF.Extract(HashAlgorithmName.SHA256, labelled, salt, key);
        CryptographicOperations.ZeroMemory(labelled);
        return key;
    }

    private static void Expand(
        ReadOnlySpan<byte> suite,
        ReadOnlySpan<byte> secret,
        string label,
        ReadOnlySpan<byte> context,
        Span<byte> output
    )
    {
        byte[] labelled =
        [
            (byte)(output.Length >> 8),
            (byte)output.Length,
            .. "HPKE-v1"u8,
            .. suite,
            .. Encoding.ASCII.GetBytes(label),
            .. context,
        ];
        if (!output.IsEmpty)
        {
            HKDF.Expand(HashAlgorithmName.SHA256, secret, output, labelled);
        }
    }
}

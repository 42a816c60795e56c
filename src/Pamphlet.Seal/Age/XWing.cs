namespace Pamphlet.Seal.Age;

/// <summary>X25519 and ML-KEM-768 together: safe as long as one of the two is.</summary>
internal static class XWing
{
    public const int SeedBytes = 32;
    public const int PublicKeyBytes = 1216;
    public const int EncapsulatedBytes = 1120;
    public const int SharedSecretBytes = 32;

    static XWing()
    {
        Sodium.Start();
    }

    public static byte[] PublicKey(ReadOnlySpan<byte> seed)
    {
        var publicKey = new byte[PublicKeyBytes];
        using var secretKey = new SecretBytes(SeedBytes);
        return Sodium.XWingKeyPair(publicKey, secretKey.Span, seed) == 0
            ? publicKey
            : throw new InvalidOperationException("libsodium made no X-Wing key.");
    }

    /// <returns>False: no key that anybody could have made.</returns>
    public static bool TryEncapsulate(ReadOnlySpan<byte> publicKey, Span<byte> encapsulated, Span<byte> sharedSecret) =>
        Sodium.XWingEncapsulate(encapsulated, sharedSecret, publicKey) == 0;

    /// <returns>False: the X25519 half is a point of low order.</returns>
    public static bool TryDecapsulate(
        ReadOnlySpan<byte> encapsulated,
        ReadOnlySpan<byte> seed,
        Span<byte> sharedSecret
    ) => Sodium.XWingDecapsulate(sharedSecret, encapsulated, seed) == 0;
}

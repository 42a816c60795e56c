using System.Security.Cryptography;
using NSec.Cryptography;

namespace Pamphlet.Onion;

/// <summary>
/// The key of an onion address, from 32 bytes of ours: the same bytes are the same address on any machine. tor is not asked,
/// so that the address can be printed, and put into the edition, before tor runs.
/// </summary>
internal sealed class OnionKey
{
    public const int SeedSize = 32;
    private const byte Version = 3;

    private readonly byte[] seed;
    private readonly byte[] publicKey;

    private OnionKey(byte[] seed)
    {
        this.seed = seed;
        using var key = Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey);
        publicKey = key.PublicKey.Export(KeyBlobFormat.RawPublicKey);
        Host = $"{OnionLetters.Of([.. publicKey, .. Checksum(), Version])}.onion";
    }

    /// <summary>56 letters and <c>.onion</c>.</summary>
    public string Host { get; }

    public ReadOnlySpan<byte> PublicKey => publicKey;

    /// <exception cref="ArgumentException">It is not 32 bytes long: the caller's fault.</exception>
    public static OnionKey From(ReadOnlySpan<byte> seed) =>
        seed.Length == SeedSize
            ? new OnionKey(seed.ToArray())
            : throw new ArgumentException("A seed has 32 bytes.", nameof(seed));

    /// <summary>What tor calls an expanded key: 64 bytes, of which the seed cannot be told again.</summary>
    public byte[] Expand()
    {
        var expanded = SHA512.HashData(seed);
        expanded[0] &= 248;
        expanded[31] = (byte)((expanded[31] & 63) | 64);
        return expanded;
    }

    private byte[] Checksum() => SHA3_256.HashData([.. ".onion checksum"u8, .. publicKey, Version])[..2];
}

using System.Diagnostics.CodeAnalysis;

namespace Pamphlet.Seal.Age;

/// <summary><c>age1pq1…</c>: an X-Wing key. What is sealed for it stays sealed when elliptic curves fall. age ≥ 1.3, rage and typage know it.</summary>
public sealed class HybridRecipient : AgeRecipient
{
    /// <summary>Bytes of the key.</summary>
    public const int KeyBytes = XWing.PublicKeyBytes;

    internal const string Kind = "mlkem768x25519";
    private const string Prefix = "age1pq";

    private static readonly byte[] Suite = Hpke.Suite(kem: 0x647a, kdf: 1, aead: 3);
    private readonly byte[] key;

    internal HybridRecipient(byte[] key)
    {
        this.key = key;
    }

    /// <summary>The 1,216 bytes of the key.</summary>
    public ReadOnlySpan<byte> Key => key;

    internal override bool IsPostQuantum => true;

    internal override bool IsAlone => false;

    /// <summary>Reads <c>age1pq1…</c>.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out HybridRecipient? recipient)
    {
        recipient = null;
        return Bech32.TryRead(text, Prefix, out var key) && TryFrom(key, out recipient);
    }

    /// <summary>Takes the 1,216 bytes of a key.</summary>
    /// <returns>False: no key that anybody could have made.</returns>
    public static bool TryFrom(ReadOnlySpan<byte> key, [NotNullWhen(true)] out HybridRecipient? recipient)
    {
        recipient = null;
        if (key.Length != KeyBytes)
        {
            return false;
        }

        // Only sealing tells: the ML-KEM half of a key has spellings that mean nothing.
        Span<byte> encapsulated = stackalloc byte[XWing.EncapsulatedBytes];
        Span<byte> secret = stackalloc byte[XWing.SharedSecretBytes];
        if (!XWing.TryEncapsulate(key, encapsulated, secret))
        {
            return false;
        }

        recipient = new HybridRecipient(key.ToArray());
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Bech32.Write(Prefix, key);

    internal static void DeriveWrapKey(ReadOnlySpan<byte> sharedSecret, Span<byte> key, Span<byte> nonce) =>
        Hpke.Schedule(Suite, sharedSecret, "age-encryption.org/mlkem768x25519"u8, key, nonce, []);

    internal override Stanza Wrap(ReadOnlySpan<byte> fileKey)
    {
        var encapsulated = new byte[XWing.EncapsulatedBytes];
        using var secret = new SecretBytes(XWing.SharedSecretBytes);
        using var wrapKey = new SecretBytes(Hpke.KeyBytes);
        Span<byte> nonce = stackalloc byte[Hpke.NonceBytes];
        if (!XWing.TryEncapsulate(key, encapsulated, secret.Span))
        {
            throw new InvalidOperationException("A recipient was checked when it was read.");
        }

        DeriveWrapKey(secret.Span, wrapKey.Span, nonce);
        return new Stanza([Kind, Letters64.Write(encapsulated)], FileKeyWrap.Wrap(wrapKey.Span, nonce, fileKey));
    }
}

using System.Diagnostics.CodeAnalysis;
using NSec.Cryptography;

namespace Pamphlet.Seal.Age;

/// <summary><c>age1…</c>: an X25519 key, as every age program knows it. Not safe against a quantum computer.</summary>
public sealed class X25519Recipient : AgeRecipient
{
    internal const string Kind = "X25519";
    private const string Prefix = "age";
    private const int KeyBytes = 32;

    private readonly byte[] key;

    internal X25519Recipient(byte[] key)
    {
        this.key = key;
    }

    internal override bool IsPostQuantum => false;

    internal override bool IsAlone => false;

    /// <summary>Reads <c>age1…</c>.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out X25519Recipient? recipient)
    {
        recipient =
            Bech32.TryRead(text, Prefix, out var key) && key.Length == KeyBytes ? new X25519Recipient(key) : null;
        return recipient is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Bech32.Write(Prefix, key);

    internal static void DeriveWrapKey(
        SharedSecret secret,
        ReadOnlySpan<byte> share,
        ReadOnlySpan<byte> recipient,
        Span<byte> wrapKey
    )
    {
        Span<byte> salt = stackalloc byte[2 * KeyBytes];
        share.CopyTo(salt);
        recipient.CopyTo(salt[KeyBytes..]);
        KeyDerivationAlgorithm.HkdfSha256.DeriveBytes(secret, salt, "age-encryption.org/v1/X25519"u8, wrapKey);
    }

    internal override Stanza Wrap(ReadOnlySpan<byte> fileKey)
    {
        using var ephemeral = NSec.Cryptography.Key.Create(KeyAgreementAlgorithm.X25519);
        var share = ephemeral.PublicKey.Export(KeyBlobFormat.RawPublicKey);
        using var secret =
            KeyAgreementAlgorithm.X25519.Agree(
                ephemeral,
                PublicKey.Import(KeyAgreementAlgorithm.X25519, key, KeyBlobFormat.RawPublicKey)
            ) ?? throw new InvalidOperationException("This recipient is a point of low order: nobody has its key.");
        using var wrapKey = new SecretBytes(KeyBytes);
        DeriveWrapKey(secret, share, key, wrapKey.Span);
        return new Stanza([Kind, Letters64.Write(share)], FileKeyWrap.Wrap(wrapKey.Span, new byte[12], fileKey));
    }
}

using System.Diagnostics.CodeAnalysis;
using NSec.Cryptography;

namespace Pamphlet.Seal.Age;

/// <summary><c>AGE-SECRET-KEY-1…</c>: the secret half of an <see cref="X25519Recipient"/>.</summary>
public sealed class X25519Identity : AgeIdentity
{
    private const string Prefix = "age-secret-key-";
    private const int KeyBytes = 32;

    private readonly SecretBytes secret;
    private readonly Key key;
    private readonly byte[] publicKey;

    private X25519Identity(SecretBytes secret)
    {
        this.secret = secret;
        key = Key.Import(KeyAgreementAlgorithm.X25519, secret.Span, KeyBlobFormat.RawPrivateKey);
        publicKey = key.PublicKey.Export(KeyBlobFormat.RawPublicKey);
    }

    /// <summary>For whom to seal, so that this identity opens it.</summary>
    public X25519Recipient Recipient => new(publicKey);

    /// <summary>Draws a new one.</summary>
    public static X25519Identity Create() => new(SecretBytes.Random(KeyBytes));

    /// <summary>Reads <c>AGE-SECRET-KEY-1…</c>.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out X25519Identity? identity)
    {
        identity =
            Bech32.TryRead(text, Prefix, out var key) && key.Length == KeyBytes
                ? new X25519Identity(SecretBytes.From(key))
                : null;
        return identity is not null;
    }

    /// <summary>The secret in the letters of age's key files: who has them has the key.</summary>
    public string Reveal() => Bech32.Write(Prefix, secret.Span).ToUpperInvariant();

    internal override bool TryUnwrap(Stanza stanza, Span<byte> fileKey)
    {
        if (!string.Equals(stanza.Kind, X25519Recipient.Kind, StringComparison.Ordinal))
        {
            return false;
        }

        var share = Argument(stanza, at: 1, count: 2, KeyBytes);
        using var shared =
            KeyAgreementAlgorithm.X25519.Agree(
                key,
                PublicKey.Import(KeyAgreementAlgorithm.X25519, share, KeyBlobFormat.RawPublicKey)
            ) ?? throw new AgeRefusedException(AgeRefusal.Stanza);
        using var wrapKey = new SecretBytes(KeyBytes);
        X25519Recipient.DeriveWrapKey(shared, share, publicKey, wrapKey.Span);
        return FileKeyWrap.TryUnwrap(wrapKey.Span, new byte[12], stanza.Body, fileKey);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        key.Dispose();
        secret.Dispose();
        base.Dispose(disposing);
    }
}

using System.Diagnostics.CodeAnalysis;

namespace Pamphlet.Seal.Age;

/// <summary><c>AGE-SECRET-KEY-PQ-1…</c>: the secret half of a <see cref="HybridRecipient"/>, 32 bytes of seed.</summary>
public sealed class HybridIdentity : AgeIdentity
{
    /// <summary>Bytes of the seed.</summary>
    public const int SeedBytes = XWing.SeedBytes;

    private const string Prefix = "age-secret-key-pq-";

    private readonly SecretBytes seed;

    private HybridIdentity(SecretBytes seed)
    {
        this.seed = seed;
        Recipient = new HybridRecipient(XWing.PublicKey(seed.Span));
    }

    /// <summary>For whom to seal, so that this identity opens it.</summary>
    public HybridRecipient Recipient { get; }

    /// <summary>The seed: who has it has the key.</summary>
    public ReadOnlySpan<byte> Seed => seed.Span;

    /// <summary>Draws a new one.</summary>
    public static HybridIdentity Create() => new(SecretBytes.Random(SeedBytes));

    /// <summary>The identity of a seed of 32 bytes.</summary>
    /// <exception cref="ArgumentException">Not 32 bytes: the caller's fault.</exception>
    public static HybridIdentity FromSeed(ReadOnlySpan<byte> seed) =>
        seed.Length == SeedBytes
            ? new HybridIdentity(SecretBytes.From(seed))
            : throw new ArgumentException("A seed has 32 bytes.", nameof(seed));

    /// <summary>Reads <c>AGE-SECRET-KEY-PQ-1…</c>.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out HybridIdentity? identity)
    {
        identity = Bech32.TryRead(text, Prefix, out var seed) && seed.Length == SeedBytes ? FromSeed(seed) : null;
        return identity is not null;
    }

    /// <summary>The secret in the letters of age's key files: who has them has the key.</summary>
    public string Reveal() => Bech32.Write(Prefix, seed.Span).ToUpperInvariant();

    internal override bool TryUnwrap(Stanza stanza, Span<byte> fileKey)
    {
        if (!string.Equals(stanza.Kind, HybridRecipient.Kind, StringComparison.Ordinal))
        {
            return false;
        }

        var encapsulated = Argument(stanza, at: 1, count: 2, XWing.EncapsulatedBytes);
        using var secret = new SecretBytes(XWing.SharedSecretBytes);
        if (!XWing.TryDecapsulate(encapsulated, seed.Span, secret.Span))
        {
            throw new AgeRefusedException(AgeRefusal.Stanza);
        }

        using var wrapKey = new SecretBytes(Hpke.KeyBytes);
        Span<byte> nonce = stackalloc byte[Hpke.NonceBytes];
        HybridRecipient.DeriveWrapKey(secret.Span, wrapKey.Span, nonce);
        return FileKeyWrap.TryUnwrap(wrapKey.Span, nonce, stanza.Body, fileKey);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        seed.Dispose();
        base.Dispose(disposing);
    }
}

using NSec.Cryptography;

namespace Pamphlet.Seal.Letters;

/// <summary>The secret half: it lies where the correspondents are, and signs which keys are the paper's and which answers.</summary>
public sealed class LettersIdentity : IDisposable
{
    /// <summary>Bytes of the secret.</summary>
    public const int SeedBytes = 32;

    private readonly Key key;

    private LettersIdentity(Key key)
    {
        this.key = key;
        Public = LettersKey.TryFrom(key.PublicKey.Export(KeyBlobFormat.RawPublicKey), out var read)
            ? read
            : throw new InvalidOperationException("A key that was just made is one.");
    }

    /// <summary>What readers may know of it.</summary>
    public LettersKey Public { get; }

    /// <summary>The identity of 32 secret random bytes, which the caller wipes.</summary>
    /// <exception cref="FormatException">Not 32 bytes: the caller's fault.</exception>
    public static LettersIdentity FromSeed(ReadOnlySpan<byte> seed) =>
        new(Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey));

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();

    internal byte[] Sign(SignedPurpose purpose, ReadOnlySpan<byte> text) =>
        SignatureAlgorithm.Ed25519.Sign(key, purpose.Before(Public.Paper, text));
}

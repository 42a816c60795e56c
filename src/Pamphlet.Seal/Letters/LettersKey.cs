using System.Diagnostics.CodeAnalysis;
using NSec.Cryptography;

namespace Pamphlet.Seal.Letters;

/// <summary>The public half of the key with which a paper's correspondents sign: epoch keys and answers.</summary>
public sealed class LettersKey
{
    private const int KeyBytes = 32;
    private const int SignatureBytes = 64;

    private readonly PublicKey key;

    private LettersKey(PublicKey key, byte[] bytes)
    {
        this.key = key;
        Paper = PaperId.Of(bytes);
        Bytes = bytes;
    }

    /// <summary>The paper that this key makes.</summary>
    public PaperId Paper { get; }

    /// <summary>What readers compare: the paper's id in eight groups of eight digits.</summary>
    public string Fingerprint => string.Join(' ', Paper.ToString().Chunk(8).Select(group => new string(group)));

    internal byte[] Bytes { get; }

    /// <summary>Takes 32 public bytes.</summary>
    public static bool TryFrom(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out LettersKey? key)
    {
        key =
            bytes.Length == KeyBytes
            && PublicKey.TryImport(SignatureAlgorithm.Ed25519, bytes, KeyBlobFormat.RawPublicKey, out var imported)
            && imported is not null
                ? new LettersKey(imported, bytes.ToArray())
                : null;
        return key is not null;
    }

    /// <summary>Whether the paper signed these bytes for this purpose.</summary>
    internal bool HasSigned(SignedPurpose purpose, ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature) =>
        signature.Length == SignatureBytes
        && SignatureAlgorithm.Ed25519.Verify(key, purpose.Before(Paper, text), signature);
}

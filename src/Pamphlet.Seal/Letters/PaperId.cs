using System.Security.Cryptography;

namespace Pamphlet.Seal.Letters;

/// <summary>Which paper a letter is for: SHA-256 of its letters' signing key. It stands in every letter, so that none can be passed off on another paper.</summary>
public sealed record PaperId
{
    /// <summary>Length in bytes.</summary>
    public const int Size = 32;

    private readonly byte[] bytes;

    private PaperId(byte[] bytes)
    {
        this.bytes = bytes;
    }

    /// <summary>The 32 bytes.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>The paper whose letters' signing key has these 32 public bytes.</summary>
    public static PaperId Of(ReadOnlySpan<byte> publicKey) => new(SHA256.HashData(publicKey));

    /// <inheritdoc/>
    public bool Equals(PaperId? other) => other is not null && Bytes.SequenceEqual(other.Bytes);

    /// <inheritdoc/>
    public override int GetHashCode() => BitConverter.ToInt32(bytes);

    /// <summary>64 lowercase hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(bytes);
}

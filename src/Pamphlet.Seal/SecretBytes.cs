using System.Security.Cryptography;

namespace Pamphlet.Seal;

/// <summary>Bytes that nobody else may see: the collector never copies them elsewhere, and they are zero when they are no longer needed.</summary>
/// <remarks>A <c>string</c> can be neither pinned nor wiped; whatever is secret stays in one of these.</remarks>
public sealed class SecretBytes : IDisposable
{
    private readonly byte[] bytes;
    private int length;

    /// <summary>Makes room for <paramref name="length"/> bytes, all zero.</summary>
    public SecretBytes(int length)
    {
        bytes = GC.AllocateArray<byte>(length, pinned: true);
        this.length = length;
    }

    /// <summary>How many bytes there are.</summary>
    public int Length => length;

    /// <summary>The bytes.</summary>
    public Span<byte> Span => bytes.AsSpan(0, length);

    /// <summary>The bytes, for whoever must wait for a stream.</summary>
    public Memory<byte> Memory => bytes.AsMemory(0, length);

    /// <summary>Copies <paramref name="source"/>, which its owner should wipe.</summary>
    public static SecretBytes From(ReadOnlySpan<byte> source)
    {
        var secret = new SecretBytes(source.Length);
        source.CopyTo(secret.Span);
        return secret;
    }

    /// <summary>Draws <paramref name="length"/> bytes.</summary>
    public static SecretBytes Random(int length)
    {
        var secret = new SecretBytes(length);
        RandomNumberGenerator.Fill(secret.Span);
        return secret;
    }

    /// <summary>Forgets the bytes after the first <paramref name="count"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than there are: the caller's fault.</exception>
    public void Shorten(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, length);
        CryptographicOperations.ZeroMemory(bytes.AsSpan(count));
        length = count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(bytes);
        length = 0;
    }
}

using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Pamphlet.Seal;

/// <summary>The SHA-256 of some bytes: the name by which an edition, a shelf and a mirror know them.</summary>
/// <remarks>32 bytes, printed as 64 lowercase hexadecimal digits, as <c>sha256sum</c> prints them.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly struct ContentHash : IEquatable<ContentHash>, IComparable<ContentHash>
{
    /// <summary>Length in bytes.</summary>
    public const int Size = 32;

    private readonly UInt128 high;
    private readonly UInt128 low;

    private ContentHash(ReadOnlySpan<byte> hash)
    {
        high = BinaryPrimitives.ReadUInt128BigEndian(hash);
        low = BinaryPrimitives.ReadUInt128BigEndian(hash[16..]);
    }

    /// <summary>Hashes <paramref name="content"/>.</summary>
    public static ContentHash Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(content, hash);
        return new ContentHash(hash);
    }

    /// <summary>Takes a hash that was computed elsewhere.</summary>
    /// <exception cref="ArgumentException">Not 32 bytes: the caller's fault.</exception>
    public static ContentHash FromBytes(ReadOnlySpan<byte> hash) =>
        hash.Length == Size
            ? new ContentHash(hash)
            : throw new ArgumentException("A SHA-256 has 32 bytes.", nameof(hash));

    /// <summary>Reads 64 lowercase hexadecimal digits; anything else, capitals included, is refused.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ContentHash hash)
    {
        hash = default;
        Span<byte> bytes = stackalloc byte[Size];
        if (text.Length != 2 * Size || text.ContainsAnyInRange('A', 'F'))
        {
            return false;
        }

        if (Convert.FromHexString(text, bytes, out _, out _) != OperationStatus.Done)
        {
            return false;
        }

        hash = new ContentHash(bytes);
        return true;
    }

    /// <summary>Writes the 32 bytes.</summary>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt128BigEndian(destination, high);
        BinaryPrimitives.WriteUInt128BigEndian(destination[16..], low);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <inheritdoc/>
    public bool Equals(ContentHash other) => high == other.high && low == other.low;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ContentHash other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => high.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(ContentHash other) =>
        high != other.high ? high.CompareTo(other.high) : low.CompareTo(other.low);

    /// <summary>The same 32 bytes.</summary>
    public static bool operator ==(ContentHash left, ContentHash right) => left.Equals(right);

    /// <summary>Not the same 32 bytes.</summary>
    public static bool operator !=(ContentHash left, ContentHash right) => !left.Equals(right);

    /// <summary>Byte order.</summary>
    public static bool operator <(ContentHash left, ContentHash right) => left.CompareTo(right) < 0;

    /// <summary>Byte order.</summary>
    public static bool operator >(ContentHash left, ContentHash right) => left.CompareTo(right) > 0;

    /// <summary>Byte order.</summary>
    public static bool operator <=(ContentHash left, ContentHash right) => left.CompareTo(right) <= 0;

    /// <summary>Byte order.</summary>
    public static bool operator >=(ContentHash left, ContentHash right) => left.CompareTo(right) >= 0;
}

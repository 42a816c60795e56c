using System.Security.Cryptography;

namespace Pamphlet.Seal;

/// <summary>The tree of RFC 6962 §2.1 over SHA-256: one hash that stands for a list, and proves any part of it.</summary>
public static class TreeHash
{
    /// <summary>The root of a list without entries: SHA-256 of nothing.</summary>
    public static ContentHash Empty { get; } = ContentHash.Of([]);

    /// <summary>The hash of one entry. The byte 0 before it keeps a leaf from being taken for an inner node.</summary>
    public static ContentHash Leaf(ReadOnlySpan<byte> entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        hash.AppendData(entry);
        return ContentHash.FromBytes(hash.GetHashAndReset());
    }

    /// <summary>The hash of two halves.</summary>
    public static ContentHash Node(ContentHash left, ContentHash right)
    {
        Span<byte> bytes = stackalloc byte[1 + (2 * ContentHash.Size)];
        bytes[0] = 1;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[(1 + ContentHash.Size)..]);
        return ContentHash.Of(bytes);
    }

    /// <summary>The root over entries' leaf hashes, in their order.</summary>
    public static ContentHash Root(IEnumerable<ContentHash> leaves)
    {
        ArgumentNullException.ThrowIfNull(leaves);

        // Whole subtrees, largest first: adding a leaf joins as many as the count has trailing one bits.
        var whole = new Stack<ContentHash>();
        var count = 0L;
        foreach (var leaf in leaves)
        {
            var joined = leaf;
            for (var bits = count; (bits & 1) == 1; bits >>= 1)
            {
                joined = Node(whole.Pop(), joined);
            }

            whole.Push(joined);
            count++;
        }

        if (count == 0)
        {
            return Empty;
        }

        var root = whole.Pop();
        while (whole.TryPop(out var left))
        {
            root = Node(left, root);
        }

        return root;
    }
}

using System.Numerics;

namespace Pamphlet.Seal;

/// <summary>Proofs over the tree of RFC 6962: that an entry is in it, and that a later tree begins with an earlier one.</summary>
/// <remarks>Checking follows RFC 9162, 2.1.3.2 and 2.1.4.2, with numbers below 2^62.</remarks>
public static class TreeProof
{
    /// <summary>More hashes than any proof has: a tree of 2^63 leaves is 63 high.</summary>
    public const int MostHashes = 63;

    private const long LargestSize = 1L << 62;

    /// <summary>The root over the first <paramref name="size"/> leaves.</summary>
    public static ContentHash Root(long size, SubtreeAt at)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentNullException.ThrowIfNull(at);
        return size == 0 ? TreeHash.Empty : Range(0, size, at);
    }

    /// <summary>The hashes beside the way from leaf <paramref name="index"/> to the root, leaf's side first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such leaf: the caller's fault.</exception>
    public static IReadOnlyList<ContentHash> Inclusion(long index, long size, SubtreeAt at)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        ArgumentNullException.ThrowIfNull(at);
        var proof = new List<ContentHash>();
        var (start, end) = (0L, size);
        while (end - start > 1)
        {
            var middle = start + LargestBelow(end - start);
            if (index < middle)
            {
                proof.Add(Range(middle, end, at));
                end = middle;
            }
            else
            {
                proof.Add(Range(start, middle, at));
                start = middle;
            }
        }

        proof.Reverse();
        return proof;
    }

    /// <summary>What shows that the tree of <paramref name="size"/> leaves begins with the one of <paramref name="old"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The old tree is larger: the caller's fault.</exception>
    public static IReadOnlyList<ContentHash> Consistency(long old, long size, SubtreeAt at)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(old);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(old, size);
        ArgumentNullException.ThrowIfNull(at);
        var proof = new List<ContentHash>();
        if (old == 0 || old == size)
        {
            return proof;
        }

        var (start, end, isWhole) = (0L, size, true);
        while (old != end)
        {
            var middle = start + LargestBelow(end - start);
            if (old <= middle)
            {
                proof.Add(Range(middle, end, at));
                end = middle;
            }
            else
            {
                proof.Add(Range(start, middle, at));
                (start, isWhole) = (middle, false);
            }
        }

        if (!isWhole)
        {
            proof.Add(Range(start, end, at));
        }

        proof.Reverse();
        return proof;
    }

    /// <summary>Whether a leaf is number <paramref name="index"/> of the tree with that root. Anything odd is a no.</summary>
    public static bool IsIncluded(
        ContentHash leaf,
        long index,
        long size,
        IReadOnlyList<ContentHash> proof,
        ContentHash root
    )
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (index < 0 || index >= size || size > LargestSize)
        {
            return false;
        }

        var (at, last, hash) = (index, size - 1, leaf);
        foreach (var beside in proof)
        {
            if (last == 0)
            {
                return false;
            }

            hash = IsRight(at, last) ? TreeHash.Node(beside, hash) : TreeHash.Node(hash, beside);
            Climb(ref at, ref last);
        }

        return last == 0 && hash == root;
    }

    /// <summary>Whether the tree of <paramref name="size"/> leaves begins with the older one. Anything odd is a no.</summary>
    public static bool IsConsistent(
        long old,
        ContentHash oldRoot,
        long size,
        ContentHash root,
        IReadOnlyList<ContentHash> proof
    )
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (old < 0 || old > size || size > LargestSize)
        {
            return false;
        }

        if (old == 0 || old == size)
        {
            return proof.Count == 0 && oldRoot == (old == 0 ? TreeHash.Empty : root);
        }

        var (at, last) = (old - 1, size - 1);
        while ((at & 1) == 1)
        {
            (at, last) = (at >> 1, last >> 1);
        }

        // An old tree that is one whole subtree is its own first hash, and no proof says it again.
        var begin = at == 0 ? 0 : 1;
        if (proof.Count <= begin - 1 || proof.Count == 0)
        {
            return false;
        }

        var (oldHash, newHash) = at == 0 ? (oldRoot, oldRoot) : (proof[0], proof[0]);
        foreach (var beside in proof.Skip(begin))
        {
            if (last == 0)
            {
                return false;
            }

            if (IsRight(at, last))
            {
                oldHash = TreeHash.Node(beside, oldHash);
                newHash = TreeHash.Node(beside, newHash);
            }
            else
            {
                newHash = TreeHash.Node(newHash, beside);
            }

            Climb(ref at, ref last);
        }

        return last == 0 && oldHash == oldRoot && newHash == root;
    }

    private static bool IsRight(long at, long last) => (at & 1) == 1 || at == last;

    // One level up; a last node without a neighbour goes up as it is, as far as it has none.
    private static void Climb(ref long at, ref long last)
    {
        if (at == last)
        {
            while (at != 0 && (at & 1) == 0)
            {
                (at, last) = (at >> 1, last >> 1);
            }
        }

        (at, last) = (at >> 1, last >> 1);
    }

    private static ContentHash Range(long start, long end, SubtreeAt at)
    {
        var count = end - start;
        if (BitOperations.IsPow2(count))
        {
            return at(BitOperations.Log2((ulong)count), start / count);
        }

        var middle = start + LargestBelow(count);
        return TreeHash.Node(Range(start, middle, at), Range(middle, end, at));
    }

    private static long LargestBelow(long count) => 1L << BitOperations.Log2((ulong)(count - 1));
}

namespace Pamphlet.Seal.Tests;

/// <summary>RFC 6962: every entry of every tree up to 40 is proven, every pair of sizes is consistent, and every tampering is noticed.</summary>
public sealed class TreeProofTests
{
    private const int Largest = 40;

    private static readonly ContentHash[] Leaves =
    [
        .. Enumerable.Range(0, Largest).Select(i => TreeHash.Leaf([(byte)i, 7])),
    ];

    [Fact]
    public void Every_leaf_of_every_tree_is_proven_and_at_no_other_place()
    {
        for (var size = 1; size <= Largest; size++)
        {
            var root = TreeHash.Root(Leaves.Take(size));
            var tree = PageTree.Of(Leaves[..size], null);
            Assert.Equal(root, tree.Root);
            for (var index = 0; index < size; index++)
            {
                var proof = TreeProof.Inclusion(index, size, tree.At);

                Assert.True(TreeProof.IsIncluded(Leaves[index], index, size, proof, root));
                Assert.All(
                    Enumerable.Range(0, size).Where(other => other != index),
                    other => Assert.False(TreeProof.IsIncluded(Leaves[index], other, size, proof, root))
                );
            }
        }
    }

    [Fact]
    public void A_proof_of_inclusion_that_was_tampered_with_proves_nothing()
    {
        for (var size = 2; size <= Largest; size++)
        {
            var root = TreeHash.Root(Leaves.Take(size));
            var tree = PageTree.Of(Leaves[..size], null);
            for (var index = 0; index < size; index++)
            {
                var proof = TreeProof.Inclusion(index, size, tree.At);
                var leaf = Leaves[index];

                Assert.All(Tampered(proof), bad => Assert.False(TreeProof.IsIncluded(leaf, index, size, bad, root)));
                Assert.False(TreeProof.IsIncluded(Leaves[(index + 1) % size], index, size, proof, root));
                Assert.False(TreeProof.IsIncluded(leaf, index, size, proof, leaf));
                Assert.False(TreeProof.IsIncluded(leaf, -1, size, proof, root));
                Assert.False(TreeProof.IsIncluded(leaf, size, size, proof, root));
                Assert.False(TreeProof.IsIncluded(leaf, index, long.MaxValue, proof, root));
                Assert.False(TreeProof.IsIncluded(leaf, index, index, proof, root));
            }
        }
    }

    [Fact]
    public void Every_tree_begins_with_every_smaller_one_and_a_tampered_proof_says_nothing()
    {
        for (var size = 1; size <= Largest; size++)
        {
            var root = TreeHash.Root(Leaves.Take(size));
            var tree = PageTree.Of(Leaves[..size], null);
            for (var old = 0; old <= size; old++)
            {
                var oldRoot = TreeHash.Root(Leaves.Take(old));
                var proof = TreeProof.Consistency(old, size, tree.At);

                Assert.True(TreeProof.IsConsistent(old, oldRoot, size, root, proof), $"{old} to {size}");
                Assert.All(
                    Tampered(proof),
                    bad => Assert.False(TreeProof.IsConsistent(old, oldRoot, size, root, bad), $"{old} to {size}")
                );
                Assert.False(TreeProof.IsConsistent(old, Leaves[^1], size, root, proof));
                Assert.False(TreeProof.IsConsistent(old + 1, oldRoot, size, root, proof));
                Assert.False(TreeProof.IsConsistent(size + 1, oldRoot, size, root, proof));
                Assert.False(TreeProof.IsConsistent(-1, oldRoot, size, root, proof));
                if (old > 0)
                {
                    Assert.False(TreeProof.IsConsistent(old, oldRoot, size, Leaves[^1], proof));
                }
            }
        }
    }

    [Fact]
    public void A_tree_that_grows_out_of_another_is_the_one_that_is_built_anew()
    {
        var (seed, before) = (1, PageTree.Of([], null));
        for (var round = 0; round < 300; round++)
        {
            var leaves = Enumerable.Range(0, before.Count).Select(before.Leaf).ToList();
            seed = (seed * 1103 + 12_345) % 65_536;
            var at = leaves.Count == 0 ? 0 : seed % (leaves.Count + 1);
            var leaf = TreeHash.Leaf([(byte)(seed % 256), (byte)(round % 256)]);
            switch (seed % 3)
            {
                case 0 when at < leaves.Count:
                    leaves.RemoveAt(at);
                    break;
                case 1 when at < leaves.Count:
                    leaves[at] = leaf;
                    break;
                default:
                    leaves.Insert(at, leaf);
                    break;
            }

            before = PageTree.Of([.. leaves], before);

            Assert.Equal(TreeHash.Root(leaves), before.Root);
        }
    }

    private static IEnumerable<IReadOnlyList<ContentHash>> Tampered(IReadOnlyList<ContentHash> proof)
    {
        yield return [.. proof, Leaves[0]];
        yield return [Leaves[^1], .. proof];
        for (var i = 0; i < proof.Count; i++)
        {
            yield return [.. proof.Take(i), TreeHash.Leaf([99]), .. proof.Skip(i + 1)];
            yield return [.. proof.Take(i), .. proof.Skip(i + 1)];
            yield return [.. proof.Take(i), proof[i], .. proof.Skip(i)];
        }

        if (proof.Count > 1)
        {
            yield return [.. proof.Reverse()];
        }
    }
}

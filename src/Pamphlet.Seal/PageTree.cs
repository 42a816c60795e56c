namespace Pamphlet.Seal;

/// <summary>The tree over an edition's lines, kept so that the next edition's costs only what changed.</summary>
public sealed class PageTree
{
    private readonly ContentHash[][] levels;

    private PageTree(ContentHash[][] levels)
    {
        this.levels = levels;
    }

    /// <summary>How many lines.</summary>
    public int Count => levels[0].Length;

    /// <summary>What stands for all of them.</summary>
    public ContentHash Root => TreeProof.Root(Count, At);

    /// <summary>Grows the tree; nodes whose two halves stayed are not hashed again.</summary>
    /// <param name="leaves">Not changed afterwards by the caller.</param>
    /// <param name="before">A tree with many of the same leaves at the same places, or null.</param>
    public static PageTree Of(ContentHash[] leaves, PageTree? before)
    {
        ArgumentNullException.ThrowIfNull(leaves);
        var all = new List<ContentHash[]> { leaves };
        for (var below = leaves; below.Length > 1; below = all[^1])
        {
            var (oldBelow, old) =
                before is not null && all.Count < before.levels.Length
                    ? (before.levels[all.Count - 1], before.levels[all.Count])
                    : ([], []);
            var nodes = new ContentHash[below.Length / 2];
            for (var i = 0; i < nodes.Length; i++)
            {
                var (left, right) = (below[2 * i], below[(2 * i) + 1]);
                nodes[i] =
                    i < old.Length && oldBelow[2 * i] == left && oldBelow[(2 * i) + 1] == right
                        ? old[i]
                        : TreeHash.Node(left, right);
            }

            all.Add(nodes);
        }

        return new PageTree([.. all]);
    }

    /// <summary>The hash of a whole subtree.</summary>
    public ContentHash At(int level, long index) => levels[level][index];

    /// <summary>The leaf at a place.</summary>
    public ContentHash Leaf(int index) => levels[0][index];

    /// <summary>Proves the line at a place.</summary>
    public IReadOnlyList<ContentHash> Inclusion(int index) => TreeProof.Inclusion(index, Count, At);
}

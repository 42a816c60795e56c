using Pamphlet.Seal;
using Pamphlet.Signing;

namespace Pamphlet.Mirrors;

/// <summary>The root that a log would have with more records, before any of them is written.</summary>
internal static class GrownRoot
{
    public static ContentHash Of(EditionLog log, IReadOnlyList<byte[]> more)
    {
        var size = log.Size;
        return TreeProof.Root(size + more.Count, At);

        ContentHash At(int level, long index) =>
            (index + 1) << level <= size ? log.SubtreeAt(level, index)
            : level == 0 ? TreeHash.Leaf(more[(int)(index - size)])
            : TreeHash.Node(At(level - 1, 2 * index), At(level - 1, (2 * index) + 1));
    }
}

using System.Globalization;
using Pamphlet.Seal;

namespace Pamphlet.Signing.Checking;

/// <summary>Writes what proves each change between two editions, a kilobyte each, for whoever has neither.</summary>
internal static class WriteChangeProofs
{
    /// <summary>Into a folder: both records with their logs' proofs, and for each path what either edition had there.</summary>
    public static int Run(string folder, VerifiedEdition before, VerifiedEdition after, IEnumerable<SitePath> paths)
    {
        Directory.CreateDirectory(folder);
        WriteEdition("before", before);
        WriteEdition("after", after);
        var trees = (Before: TreeOf(before), After: TreeOf(after));
        var count = 0;
        foreach (var path in paths.Order())
        {
            var name = count.ToString("D6", CultureInfo.InvariantCulture);
            Write($"{name}.before", PageProof.Of(before.Manifest, trees.Before, path).ToBytes());
            Write($"{name}.after", PageProof.Of(after.Manifest, trees.After, path).ToBytes());
            count++;
        }

        return count;

        void WriteEdition(string name, VerifiedEdition edition)
        {
            Write($"{name}.record", edition.Record.ToBytes());
            Write($"{name}.tlog-proof", edition.Proof.ToBytes());
        }

        void Write(string name, byte[] content) => File.WriteAllBytes(Path.Combine(folder, name), content);
    }

    private static PageTree TreeOf(VerifiedEdition edition) =>
        PageTree.Of([.. edition.Manifest.Lines.Select(line => line.LeafHash())], before: null);
}

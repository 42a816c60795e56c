using System.Security.Cryptography;
using System.Text;
using Pamphlet.Editions.Shelving;
using Pamphlet.Seal;

namespace Pamphlet.Signing;

/// <summary>An edition's manifest and tree, made out of the one before: only lines that changed are hashed again.</summary>
internal sealed class ManifestOf
{
    // How much of the manifest is hashed at once.
    private const int Block = 256 * 1024;

    private readonly List<(byte[] Path, ContentHash Hash)> files;

    private ManifestOf(List<(byte[] Path, ContentHash Hash)> files, PageTree tree, ContentHash hash, long length)
    {
        (this.files, Tree, Hash, Length) = (files, tree, hash, length);
    }

    public PageTree Tree { get; }

    /// <summary>SHA-256 of <c>manifest-sha256.txt</c>.</summary>
    public ContentHash Hash { get; }

    /// <summary>Of that file, in bytes.</summary>
    public long Length { get; }

    public int Count => files.Count;

    public static ManifestOf Edition(Edition edition, ManifestOf? before)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[Block + ManifestLineSize(SitePath.MaxBytes)];
        var (filled, length) = (0, 0L);
        var list = new List<(byte[], ContentHash)>(before?.Count + 64 ?? 1024);
        var leaves = new List<ContentHash>(list.Capacity);
        var old = 0;
        foreach (var (path, entry) in edition.Files())
        {
            var size = Write(block.AsSpan(filled), path, entry.Hash);
            while (
                before is not null && old < before.Count && before.files[old].Path.AsSpan().SequenceCompareTo(path) < 0
            )
            {
                old++;
            }

            var isSame =
                before is not null
                && old < before.Count
                && before.files[old].Hash == entry.Hash
                && before.files[old].Path.AsSpan().SequenceEqual(path);
            leaves.Add(isSame ? before!.Tree.Leaf(old) : TreeHash.Leaf(block.AsSpan(filled, size)));
            list.Add((isSame ? before!.files[old].Path : path, entry.Hash));
            (filled, length) = (filled + size, length + size);
            if (filled >= Block)
            {
                all.AppendData(block.AsSpan(0, filled));
                filled = 0;
            }
        }

        all.AppendData(block.AsSpan(0, filled));
        return new ManifestOf(
            list,
            PageTree.Of([.. leaves], before?.Tree),
            ContentHash.FromBytes(all.GetHashAndReset()),
            length
        );
    }

    /// <summary>The file's bytes.</summary>
    public static byte[] Bytes(Edition edition)
    {
        using var output = new MemoryStream();
        var line = new byte[ManifestLineSize(SitePath.MaxBytes)];
        foreach (var (path, entry) in edition.Files())
        {
            output.Write(line.AsSpan(0, Write(line, path, entry.Hash)));
        }

        return output.ToArray();
    }

    public IEnumerable<ManifestLine> Lines() =>
        files.Select(file => new ManifestLine(file.Hash, SitePath.From(Encoding.UTF8.GetString(file.Path))));

    /// <summary>What is another than in an older manifest.</summary>
    public EditionDelta Since(ManifestOf older)
    {
        // Nearly all lines are the same object: paths are made into text only where something changed.
        var (removed, added) = (new List<ManifestLine>(), new List<ManifestLine>());
        var (a, b) = (0, 0);
        while (a < older.Count || b < Count)
        {
            var order =
                a == older.Count ? 1
                : b == Count ? -1
                : ReferenceEquals(older.files[a].Path, files[b].Path) ? 0
                : older.files[a].Path.AsSpan().SequenceCompareTo(files[b].Path);
            var isSame = order == 0 && older.files[a].Hash == files[b].Hash;
            if (order <= 0 && !isSame)
            {
                removed.Add(Line(older.files[a]));
            }

            if (order >= 0 && !isSame)
            {
                added.Add(Line(files[b]));
            }

            a += order <= 0 ? 1 : 0;
            b += order >= 0 ? 1 : 0;
        }

        return new EditionDelta(removed, added);
    }

    private static ManifestLine Line((byte[] Path, ContentHash Hash) file) =>
        new(file.Hash, SitePath.From(Encoding.UTF8.GetString(file.Path)));

    private static int ManifestLineSize(int path) => (2 * ContentHash.Size) + 2 + path + 1;

    private static int Write(Span<byte> line, ReadOnlySpan<byte> path, ContentHash hash)
    {
        Span<byte> bytes = stackalloc byte[ContentHash.Size];
        hash.CopyTo(bytes);
        Convert.TryToHexStringLower(bytes, line, out var at);
        "  "u8.CopyTo(line[at..]);
        path.CopyTo(line[(at + 2)..]);
        line[at + 2 + path.Length] = (byte)'\n';
        return ManifestLineSize(path.Length);
    }
}

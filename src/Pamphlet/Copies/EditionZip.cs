using System.IO.Compression;
using System.Text;
using Pamphlet.Editions.Shelving;
using Pamphlet.Seal;

namespace Pamphlet.Copies;

/// <summary>An edition in one file: unpacked, it opens from the disk; packed or unpacked, it verifies with no network.</summary>
internal static class EditionZip
{
    /// <summary>What is said where <see cref="Write"/> fails.</summary>
    public const string Damaged =
        "The shelf is damaged. Stop the server and remove its folder: it is built anew from the database.";

    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="edition">Held by the caller.</param>
    /// <param name="folder">The name of the folder that it unpacks into.</param>
    /// <param name="beside">Files for whoever checks it; they lie beside the manifest, which does not list them.</param>
    /// <returns>False: a file of the shelf is not what its hash says.</returns>
    public static bool Write(
        Edition edition,
        string folder,
        IReadOnlyDictionary<string, byte[]> beside,
        Stream output,
        CancellationToken cancel
    )
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var lines = new List<ManifestLine>();
        foreach (var (name, entry) in edition.Files())
        {
            cancel.ThrowIfCancellationRequested();
            var content = edition.Bytes(entry.Forms.Identity);
            if (ContentHash.Of(content) != entry.Hash)
            {
                return false;
            }

            var path = SitePath.From(Encoding.UTF8.GetString(name));
            Add(zip, $"{folder}/{path.Value}", content, entry.Forms.Gzip.Exists);
            lines.Add(new ManifestLine(entry.Hash, path));
        }

        Add(zip, $"{folder}/{EditionManifest.FileName}", EditionManifest.Of(lines).ToBytes(), isText: true);
        foreach (var (name, content) in beside.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            Add(zip, $"{folder}/{name}", content, isText: true);
        }

        return true;
    }

    private static void Add(ZipArchive zip, string name, ReadOnlySpan<byte> content, bool isText)
    {
        var entry = zip.CreateEntry(name, isText ? CompressionLevel.Optimal : CompressionLevel.NoCompression);
        entry.LastWriteTime = NoTime;
        using var written = entry.Open();
        written.Write(content);
    }
}

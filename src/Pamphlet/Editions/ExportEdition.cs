using System.Text;
using Pamphlet.Editions.Shelving;
using Pamphlet.Seal;

namespace Pamphlet.Editions;

/// <summary>Writes an edition as plain files, which any server, stick or archive can carry, and anybody can check.</summary>
internal static class ExportEdition
{
    /// <summary>Why nothing was written.</summary>
    internal enum Refusal
    {
        None,

        /// <summary>Something lies there already: what was there would be taken for part of the paper.</summary>
        NotEmpty,

        /// <summary>A file on the shelf is not what its hash says, or was destroyed meanwhile.</summary>
        Damaged,

        /// <summary>Two paths differ only in capitals, or one is both file and folder: a stick could not hold both.</summary>
        Clash,
    }

    /// <summary>Writes <c>data/</c>, <c>edition/</c> and the manifest; the folder appears whole or not at all.</summary>
    /// <param name="edition">Held by the caller.</param>
    /// <param name="beside">Files for whoever checks the edition; they lie beside the manifest, which does not list them.</param>
    public static Result Run(
        Edition edition,
        string folder,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, byte[]>? beside = null
    )
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            return new Result(Refusal.NotEmpty, 0, 0);
        }

        var partial = $"{folder}.partial";
        if (Directory.Exists(partial))
        {
            // What an earlier export left behind when it was interrupted.
            Directory.Delete(partial, recursive: true);
        }

        try
        {
            var result = Write(edition, partial, cancellationToken);
            if (result.Refusal == Refusal.None)
            {
                foreach (var (name, content) in beside ?? new Dictionary<string, byte[]>(StringComparer.Ordinal))
                {
                    File.WriteAllBytes(Path.Combine(partial, name), content);
                }

                if (Directory.Exists(folder))
                {
                    Directory.Delete(folder);
                }

                Directory.Move(partial, folder);
            }

            return result;
        }
        finally
        {
            if (Directory.Exists(partial))
            {
                Directory.Delete(partial, recursive: true);
            }
        }
    }

    private static Result Write(Edition edition, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var lines = new List<ManifestLine>();
        var bytes = 0L;
        foreach (var (name, entry) in edition.Files())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var content = edition.Bytes(entry.Forms.Identity);
            if (ContentHash.Of(content) != entry.Hash)
            {
                return new Result(Refusal.Damaged, lines.Count, bytes);
            }

            var path = SitePath.From(Encoding.UTF8.GetString(name));
            var file = Path.Combine(folder, path.Value);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using (var written = File.OpenHandle(file, FileMode.CreateNew, FileAccess.Write))
            {
                RandomAccess.Write(written, content, 0);
            }

            lines.Add(new ManifestLine(entry.Hash, path));
            bytes += content.Length;
        }

        if (!EditionManifest.TryList(lines, out var manifest, out _))
        {
            return new Result(Refusal.Clash, lines.Count, bytes);
        }

        File.WriteAllBytes(Path.Combine(folder, EditionManifest.FileName), manifest.ToBytes());
        return new Result(Refusal.None, lines.Count, bytes);
    }

    /// <param name="Files">Besides the manifest.</param>
    /// <param name="Bytes">Of all files.</param>
    internal sealed record Result(Refusal Refusal, int Files, long Bytes);
}

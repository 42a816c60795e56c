using System.Text;
using Pamphlet.Copies;
using Pamphlet.Editions.Shelving;
using Pamphlet.Seal;
using Pamphlet.Signing;

namespace Pamphlet.Mirrors;

/// <summary>Another paper's copy in a folder of its own: its editions, its log, what was agreed, what was refused, what was proven.</summary>
internal sealed class Mirror
{
    private Mirror(string folder, MirrorWishes wishes)
    {
        (Folder, Wishes) = (folder, wishes);
        Directory.CreateDirectory(folder);
        Shelf = EditionShelf.Open(Path.Combine(folder, "shelf"));
        Log = EditionLog.Open(Path.Combine(folder, "log"));
    }

    public string Folder { get; }

    public MirrorWishes Wishes { get; }

    public EditionShelf Shelf { get; }

    public EditionLog Log { get; }

    /// <summary>The paper's copies for readers.</summary>
    public CopyShelf Copies => new(Folder);

    public Evidence Evidence => new(Path.Combine(Folder, "evidence"));

    /// <summary>Blobs on their way: each under its hash, so that a fetch that was cut short goes on.</summary>
    public string Incoming => Path.Combine(Folder, "incoming");

    private string RefusedFile => Path.Combine(Folder, "refused.txt");

    /// <summary>Opens a mirror; founds it where it is new.</summary>
    /// <param name="wishes">New ones take the place of the old; null: as they were.</param>
    /// <returns>Null: nothing was agreed there.</returns>
    public static Mirror? Open(string folder, MirrorWishes? wishes)
    {
        var file = Path.Combine(folder, "wishes");
        if (wishes is not null)
        {
            Directory.CreateDirectory(folder);
            GrowingFile.Replace(file, wishes.ToBytes());
        }

        var agreed = wishes ?? (File.Exists(file) ? MirrorWishes.Parse(File.ReadAllText(file)) : null);
        return agreed is null ? null : new Mirror(folder, agreed);
    }

    /// <summary>The list of the held edition's files as it was signed: also of those that are withheld here.</summary>
    public byte[]? Manifest(long number)
    {
        var file = ManifestFile(number);
        return File.Exists(file) ? File.ReadAllBytes(file) : null;
    }

    public void KeepManifest(long number, byte[] bytes)
    {
        GrowingFile.Replace(ManifestFile(number), bytes);
        foreach (var old in Directory.EnumerateFiles(Path.Combine(Folder, "manifests")).ToArray())
        {
            if (!string.Equals(old, ManifestFile(number), StringComparison.Ordinal))
            {
                File.Delete(old);
            }
        }
    }

    /// <summary>Contents that this mirror does not hold, with the reason that readers get.</summary>
    public IReadOnlyDictionary<ContentHash, string> Refused()
    {
        var refused = new Dictionary<ContentHash, string>();
        foreach (var line in File.Exists(RefusedFile) ? File.ReadAllLines(RefusedFile) : [])
        {
            var parts = line.Split(' ', 2);
            if (ContentHash.TryParse(parts[0], out var hash))
            {
                refused[hash] = parts.Length > 1 ? parts[1] : "";
            }
        }

        return refused;
    }

    public void Refuse(ContentHash hash, string reason) =>
        GrowingFile.Replace(
            RefusedFile,
            Encoding.UTF8.GetBytes(
                string.Concat(
                    Refused()
                        .Append(new(hash, reason))
                        .Select(pair => $"{pair.Key} {pair.Value.ReplaceLineEndings(" ")}\n")
                )
            )
        );

    private string ManifestFile(long number) =>
        Path.Combine(Folder, "manifests", FormattableString.Invariant($"{number:D6}"));
}

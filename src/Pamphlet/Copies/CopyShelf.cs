using System.Globalization;
using System.Text;
using Pamphlet.Reading;
using Pamphlet.Seal;
using Pamphlet.Storage;

namespace Pamphlet.Copies;

/// <summary>The copies that lie ready for readers, in <c>copies/</c> of the data folder: <c>list</c>, and each file in a folder named by its hash.</summary>
internal sealed class CopyShelf(string dataFolder)
{
    private const int Named = 16;

    public string DataFolder => dataFolder;

    public string Folder { get; } = Path.Combine(dataFolder, "copies");

    /// <summary>Where the paper's log lies, if the operator wants copies to be made while it is served; otherwise null.</summary>
    public string? MakeWith { get; init; }

    private string ListFile => Path.Combine(Folder, "list");

    /// <summary>What readers are offered; none if the list is not as it was written.</summary>
    public IReadOnlyList<CopyFact> All() =>
        File.Exists(ListFile)
            ? [.. File.ReadAllLines(ListFile).Select(Parse).OfType<CopyFact>().Where(copy => File.Exists(FileOf(copy)))]
            : [];

    /// <summary>Where a copy lies.</summary>
    public string FileOf(CopyFact copy) => Path.Combine(dataFolder, copy.Path);

    /// <summary>The number that the shelf gave the edition that was copied last, or −1.</summary>
    public long Of() =>
        File.Exists(ListFile)
        && File.ReadLines(ListFile).FirstOrDefault() is { } line
        && line.StartsWith("of ", StringComparison.Ordinal)
        && long.TryParse(line.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : -1;

    /// <summary>Puts finished files in place of all that was offered before, and destroys that: it may hold what was withdrawn since.</summary>
    /// <param name="made">Files anywhere in <see cref="Folder"/>; they are moved.</param>
    /// <param name="of">The shelf's number of the edition.</param>
    public void Replace(
        IReadOnlyList<(CopyKind Kind, string File, CopiedFile Facts)> made,
        long of,
        EditionRecord record
    )
    {
        var list = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"of {of}\n"));
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (kind, file, facts) in made)
        {
            var copy = new CopyFact(
                kind,
                $"copies/{facts.Hash[..Named]}/{Path.GetFileName(file)}",
                facts.Size,
                facts.Hash,
                record.Number
            );
            var place = FileOf(copy);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(file, place, overwrite: true);

            // Servers tell a file's time: that of the record is public already.
            File.SetLastWriteTimeUtc(place, DateTimeOffset.FromUnixTimeSeconds(record.Time).UtcDateTime);
            kept.Add(Path.GetDirectoryName(place)!);
            list.Append(
                CultureInfo.InvariantCulture,
                $"{copy.Kind} {copy.Edition} {copy.Size} {copy.Hash} {Path.GetFileName(file)}\n"
            );
        }

        Durable.Replace(ListFile, $"{ListFile}.next", Encoding.UTF8.GetBytes(list.ToString()));
        foreach (var folder in Directory.EnumerateDirectories(Folder).Where(folder => !kept.Contains(folder)).ToList())
        {
            foreach (var file in Directory.EnumerateFiles(folder))
            {
                Durable.Destroy(file);
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    private static CopyFact? Parse(string line) =>
        line.Split(' ') is [var kind, var edition, var size, { Length: 64 } hash, var name]
        && Enum.TryParse<CopyKind>(kind, out var known)
        && long.TryParse(edition, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? new CopyFact(known, $"copies/{hash[..Named]}/{name}", bytes, hash, number)
            : null;
}

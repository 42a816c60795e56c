using System.Globalization;
using System.Text;
using Pamphlet.Reading;
using Pamphlet.Storage;

namespace Pamphlet.Copies;

/// <summary>The copies that lie ready for readers, in <c>copies/</c> of the data folder: <c>list</c>, and each file in a folder named by its hash.</summary>
internal sealed class CopyShelf(string dataFolder)
{
    public string DataFolder => dataFolder;

    public string Folder { get; } = Path.Combine(dataFolder, "copies");

    /// <summary>Where the paper's log lies, if the operator wants copies to be made while it is served; otherwise null.</summary>
    public string? MakeWith { get; init; }

    private string ListFile => Path.Combine(Folder, "list");

    /// <summary>What readers are offered; none if the list is not as it was written.</summary>
    public IReadOnlyList<CopyFact> All() =>
        File.Exists(ListFile)
            ?
            [
                .. File.ReadAllLines(ListFile)
                    .Select(CopyList.Parse)
                    .OfType<CopyFact>()
                    .Where(copy => File.Exists(FileOf(copy))),
            ]
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
    /// <param name="ready">Files anywhere in <see cref="Folder"/>, also where they lay before; they are moved.</param>
    /// <param name="of">The shelf's number of the edition.</param>
    /// <param name="time">Of that edition's record.</param>
    public void Replace(IReadOnlyList<(CopyFact Copy, string File)> ready, long of, long time)
    {
        Directory.CreateDirectory(Folder);
        var list = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"of {of}\n"));
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (copy, file) in ready)
        {
            var place = FileOf(copy);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(file, place, overwrite: true);

            // Servers tell a file's time: that of the record is public already.
            File.SetLastWriteTimeUtc(place, DateTimeOffset.FromUnixTimeSeconds(time).UtcDateTime);
            kept.Add(Path.GetDirectoryName(place)!);
            list.Append(CultureInfo.InvariantCulture, $"{CopyList.Line(copy)}\n");
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
}

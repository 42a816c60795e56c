using Pamphlet.Imports.Files;
using Pamphlet.Imports.Text.Albums;
using Pamphlet.Seal;

namespace Pamphlet.Imports.Text;

/// <summary>
/// The pictures that came along in an export's albums, found again by the names in the texts' addresses. Where a name fits two
/// pictures it fits none: the wrong face under a text is worse than no face.
/// </summary>
internal sealed class AlbumIndex
{
    // Takeout cuts names at about 50 characters, ending not counted; one that is shorter was not cut.
    private const int CutFrom = 45;

    private readonly ILookup<string, ExportFile> byName;
    private readonly IReadOnlyList<(string Start, ExportFile File)> cut;

    private AlbumIndex(ILookup<string, ExportFile> byName, IReadOnlyList<(string, ExportFile)> cut)
    {
        this.byName = byName;
        this.cut = cut;
    }

    /// <summary>How many pictures the albums hold.</summary>
    public int Count { get; private init; }

    /// <param name="files">All files of the export, in any order; those outside an <c>Albums</c> folder are not looked at.</param>
    public static AlbumIndex Of(IEnumerable<ExportFile> files)
    {
        var inAlbums = files.Where(IsInAlbum).ToList();
        var sidecars = inAlbums
            .Where(file => file.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            .ToLookup(file => file.Path, StringComparer.OrdinalIgnoreCase);
        var pictures = inAlbums.Where(file => AlbumName.IsPicture(file.Name)).ToList();
        var named = pictures
            .SelectMany(file => NamesOf(file, sidecars).Distinct(StringComparer.Ordinal).Select(name => (name, file)))
            .ToList();
        return new AlbumIndex(
            named.ToLookup(pair => pair.name, pair => pair.file, StringComparer.Ordinal),
            [
                .. pictures
                    .Select(file => (Start: AlbumName.StemOf(file.Name), file))
                    .Where(pair => pair.Start.Length >= CutFrom),
            ]
        )
        {
            Count = pictures.Count,
        };
    }

    /// <summary>
    /// The album's file for each address that names one beyond doubt. All addresses of a paper are given at once: two different
    /// pictures of one name in its texts are a doubt, too.
    /// </summary>
    public IReadOnlyDictionary<string, ExportFile> Find(IEnumerable<string> addresses)
    {
        var found = new Dictionary<string, ExportFile>(StringComparer.Ordinal);
        var named = addresses
            .Distinct(StringComparer.Ordinal)
            .Select(address => (Address: address, Name: AlbumName.Of(PictureAddress.FileNameOf(address))))
            .Where(pair => pair.Name is not null)
            .GroupBy(pair => pair.Name!, StringComparer.Ordinal);
        foreach (var group in named)
        {
            var isOne =
                group.Select(pair => PictureAddress.KeyOf(pair.Address)).Distinct(StringComparer.Ordinal).Count() == 1;
            if (isOne && FileOf(group.Key) is { } file)
            {
                foreach (var (address, _) in group)
                {
                    found[address] = file;
                }
            }
        }

        return found;
    }

    private ExportFile? FileOf(string name)
    {
        var files = byName[name].ToList();
        if (files.Count == 0)
        {
            files =
            [
                .. cut.Where(pair => name.StartsWith(pair.Start, StringComparison.Ordinal)).Select(pair => pair.File),
            ];
        }

        return files.Count switch
        {
            0 => null,
            1 => files[0],
            _ => AreOne(files) ? files[0] : null,
        };
    }

    /// <summary>An album and its copy hold the same bytes; then there is no doubt.</summary>
    private static bool AreOne(List<ExportFile> files) =>
        files.TrueForAll(file => file.Length == files[0].Length && file.Length < 64 * 1024 * 1024)
        && files.Select(HashOf).Distinct().Count() == 1;

    private static ContentHash HashOf(ExportFile file)
    {
        using var stream = file.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return ContentHash.Of(content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    private static IEnumerable<string> NamesOf(ExportFile file, ILookup<string, ExportFile> sidecars)
    {
        if (AlbumName.Of(file.Name) is { } own)
        {
            yield return own;
        }

        foreach (
            var sidecar in AlbumName.SidecarsOf(file.Name).SelectMany(name => sidecars[$"{file.Folder}/{name}"]).Take(1)
        )
        {
            if (AlbumName.Of(Sidecar.FileNameIn(sidecar)) is { } said)
            {
                yield return said;
            }
        }
    }

    private static bool IsInAlbum(ExportFile file) =>
        file.Path.StartsWith("Albums/", StringComparison.OrdinalIgnoreCase)
        || file.Path.Contains("/Albums/", StringComparison.OrdinalIgnoreCase);
}

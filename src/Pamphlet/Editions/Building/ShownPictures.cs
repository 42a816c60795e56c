using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Pictures;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Seal;
using Pamphlet.Storage;

namespace Pamphlet.Editions.Building;

/// <summary>The pictures of a paper without their bytes, and which of them public texts turned out to show.</summary>
internal sealed class ShownPictures
{
    private readonly Dictionary<string, ShownPicture> pictures;
    private readonly ConcurrentDictionary<string, PictureId> files;
    private readonly ConcurrentDictionary<string, bool> asked = new(StringComparer.Ordinal);

    private ShownPictures(Dictionary<string, ShownPicture> pictures, ConcurrentDictionary<string, PictureId> files)
    {
        this.pictures = pictures;
        this.files = files;
    }

    /// <summary>The pictures that were asked for: only what a public text shows belongs into an edition.</summary>
    public IReadOnlyList<ShownPicture> Asked => [.. asked.Keys.Select(id => pictures[id])];

    public static async Task<ShownPictures> ReadAsync(
        Database database,
        PublicationId publication,
        CancellationToken cancellationToken
    )
    {
        var rows = await database
            .Set<PictureFile>()
            .AsNoTracking()
            .Where(file => file.PublicationId == publication)
            .Select(file => new
            {
                file.PictureId,
                file.Width,
                file.Height,
                file.Format,
                file.Hash,
            })
            .ToListAsync(cancellationToken);
        var sizes = await database
            .Set<Picture>()
            .AsNoTracking()
            .Where(picture => picture.PublicationId == publication)
            .ToDictionaryAsync(picture => picture.Id, cancellationToken);

        var owners = new ConcurrentDictionary<string, PictureId>(StringComparer.Ordinal);
        var found = new Dictionary<string, ShownPicture>(StringComparer.Ordinal);
        foreach (var group in rows.GroupBy(row => row.PictureId))
        {
            var shown = group
                .OrderBy(row => row.Format)
                .ThenBy(row => row.Width)
                .Select(row => new ShownPictureFile(
                    PictureFile.PathOf(row.Hash, row.Format),
                    PictureFile.MediaTypeOf(row.Format),
                    row.Width,
                    row.Height
                ))
                .ToList();
            foreach (var file in shown)
            {
                owners[file.Path] = group.Key;
            }

            var size = sizes[group.Key];
            found[group.Key.ToString()] = new ShownPicture(size.Width, size.Height, shown);
        }

        return new ShownPictures(found, owners);
    }

    /// <summary>For <see cref="RenderContext.PictureOf"/>.</summary>
    public ShownPicture? Of(string id)
    {
        if (!pictures.TryGetValue(id, out var picture))
        {
            return null;
        }

        asked.TryAdd(id, true);
        return picture;
    }

    /// <summary>Reads the bytes of a picture's files.</summary>
    public async Task<List<(SitePath Path, byte[] Content)>> ReadAsync(
        Database database,
        PublicationId publication,
        ShownPicture picture,
        CancellationToken cancellationToken
    )
    {
        var id = files[picture.Files[0].Path];
        var contents = await database
            .Set<PictureFile>()
            .AsNoTracking()
            .Where(file => file.PublicationId == publication && file.PictureId == id)
            .ToListAsync(cancellationToken);
        return [.. contents.Select(file => (SitePath.From(file.SitePath), file.Content))];
    }
}

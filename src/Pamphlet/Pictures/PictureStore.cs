using Microsoft.EntityFrameworkCore;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Seal;
using Pamphlet.Storage;

namespace Pamphlet.Pictures;

/// <summary>The pictures of one paper.</summary>
internal sealed class PictureStore(Database database, PublicationId paper)
{
    private IQueryable<Picture> Pictures =>
        database.Set<Picture>().AsNoTracking().Where(picture => picture.PublicationId == paper);

    private IQueryable<PictureFile> Files =>
        database.Set<PictureFile>().AsNoTracking().Where(file => file.PublicationId == paper);

    /// <summary>The picture that once arrived as these bytes, or null.</summary>
    public async Task<PictureId?> ArrivedAsAsync(ContentHash content, CancellationToken cancellationToken)
    {
        var hash = content.ToString();
        var found = await Pictures
            .Where(picture => picture.ArrivedAs == hash)
            .Select(picture => new { picture.Id })
            .FirstOrDefaultAsync(cancellationToken);
        return found?.Id;
    }

    /// <summary>Adds a picture to what the caller's transaction saves; the same file is kept once.</summary>
    /// <returns>The id under which the paper has it, which is another one if it had it before.</returns>
    public async Task<PictureId> KeepAsync(Picture picture, CancellationToken cancellationToken)
    {
        if (picture.PublicationId != paper)
        {
            throw new ArgumentException("A picture of another paper.", nameof(picture));
        }

        var known = database
            .Set<Picture>()
            .Local.FirstOrDefault(other =>
                other.PublicationId == paper
                && string.Equals(other.ArrivedAs, picture.ArrivedAs, StringComparison.Ordinal)
            )
            ?.Id;
        known ??= await Pictures
            .Where(other => other.ArrivedAs == picture.ArrivedAs)
            .Select(other => (PictureId?)other.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (known is { } id)
        {
            return id;
        }

        database.Add(picture);
        return picture.Id;
    }

    /// <summary>Pictures as pages show them, without their bytes.</summary>
    /// <param name="only">Null: all that the paper has.</param>
    public async Task<IReadOnlyDictionary<PictureId, ShownPicture>> ShownAsync(
        IReadOnlyCollection<PictureId>? only,
        CancellationToken cancellationToken
    )
    {
        var pictures = await (only is null ? Pictures : Pictures.Where(picture => only.Contains(picture.Id)))
            .Select(picture => new
            {
                picture.Id,
                picture.Width,
                picture.Height,
            })
            .ToListAsync(cancellationToken);
        var files = await (only is null ? Files : Files.Where(file => only.Contains(file.PictureId)))
            .Select(file => new
            {
                file.PictureId,
                file.Width,
                file.Height,
                file.Format,
                file.Hash,
            })
            .ToListAsync(cancellationToken);
        var byPicture = files.ToLookup(file => file.PictureId);
        return pictures
            .Where(picture => byPicture.Contains(picture.Id))
            .ToDictionary(
                picture => picture.Id,
                picture => new ShownPicture(
                    picture.Width,
                    picture.Height,
                    [
                        .. byPicture[picture.Id]
                            .OrderBy(file => file.Format)
                            .ThenBy(file => file.Width)
                            .Select(file => new ShownPictureFile(
                                PictureFile.PathOf(file.Hash, file.Format),
                                PictureFile.MediaTypeOf(file.Format),
                                file.Width,
                                file.Height
                            )),
                    ]
                )
            );
    }

    /// <summary>The pictures that have a file of one of these names; two may have the same.</summary>
    /// <param name="paths"><c>media/0123456789abcdef.jpg</c></param>
    public async Task<ILookup<string, PictureId>> OwnersAsync(
        IReadOnlyCollection<string> paths,
        CancellationToken cancellationToken
    )
    {
        var owners = new List<(string Path, PictureId Id)>();
        foreach (var begun in paths.Select(path => path["media/".Length..][..16]).Distinct(StringComparer.Ordinal))
        {
            var files = await Files
                .Where(file => file.Hash.StartsWith(begun))
                .Select(file => new
                {
                    file.PictureId,
                    file.Hash,
                    file.Format,
                })
                .ToListAsync(cancellationToken);
            owners.AddRange(files.Select(file => (PictureFile.PathOf(file.Hash, file.Format), file.PictureId)));
        }

        return owners.ToLookup(owner => owner.Path, owner => owner.Id, StringComparer.Ordinal);
    }

    /// <summary>The bytes of every size of some pictures, one after another.</summary>
    public IAsyncEnumerable<PictureFile> FilesOfAsync(IReadOnlyCollection<PictureId> pictures) =>
        Files.Where(file => pictures.Contains(file.PictureId)).OrderBy(file => file.Hash).AsAsyncEnumerable();
}

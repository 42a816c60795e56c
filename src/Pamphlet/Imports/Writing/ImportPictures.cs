using Pamphlet.Imports.Entries;
using Pamphlet.Imports.Files;
using Pamphlet.Imports.Text;
using Pamphlet.Pictures;
using Pamphlet.Pictures.Fetching;
using Pamphlet.Pictures.Receiving;
using Pamphlet.Seal;

namespace Pamphlet.Imports.Writing;

/// <summary>
/// The pictures of the texts: from within a text, from the export's albums, and, where the operator asked for it, from where
/// the old host keeps them. What arrives is re-encoded; its camera, place and owner stay behind.
/// </summary>
/// <param name="fetch">Null: nobody is asked.</param>
internal sealed class ImportPictures(
    ExportSource source,
    OwnAddresses addresses,
    SourceBlog blog,
    PaperWriter writer,
    Tally tally,
    FetchPictures? fetch
)
{
    /// <summary>Pictures are large: so many at most wait in memory for the database.</summary>
    private const int MostWaiting = 4;

    private readonly AlbumIndex albums = AlbumIndex.Of(source.Files);
    private readonly PictureFolder folder = blog.HasPictureFolder ? PictureFolder.Of(source.Files) : PictureFolder.None;
    private readonly Dictionary<string, PictureId?> seen = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, ExportFile> inAlbums = new Dictionary<string, ExportFile>(
        StringComparer.Ordinal
    );
    private int waiting;

    /// <summary>Whether it needs to know all pictures of a paper before the first of them.</summary>
    public bool NeedsAll => albums.Count > 0 || fetch is not null;

    /// <summary>Finds, or fetches, what the whole paper shows.</summary>
    public async Task LookForAllAsync(IReadOnlyCollection<FoundPicture> pictures, CancellationToken cancellationToken)
    {
        inAlbums = albums.Find(pictures.SelectMany(Addresses));
        if (fetch is null)
        {
            return;
        }

        // What an export names from its site's root is asked for at that site.
        var wanted = pictures
            .Where(picture => picture.Bytes.IsEmpty && !Addresses(picture).Any(inAlbums.ContainsKey))
            .Where(picture => FileFor(picture) is null)
            .Select(picture => (picture.Address, Whole: addresses.AbsoluteOf(picture.Address)))
            .Where(picture => picture.Whole is not null)
            .ToLookup(picture => picture.Whole!, picture => picture.Address, StringComparer.Ordinal);
        await foreach (var fetched in fetch.RunAsync(wanted.Select(picture => picture.Key), cancellationToken))
        {
            if (fetched.Content is { } content)
            {
                var id = await ReceiveAsync(fetched.Address, content, cancellationToken);
                foreach (var address in wanted[fetched.Address])
                {
                    seen[address] = id;
                }
            }
            else
            {
                tally.Note($"The picture {fetched.Address} {fetched.Failure}.");
            }
        }
    }

    /// <summary>Receives the pictures of one text.</summary>
    /// <returns>Whether the paper has any of them.</returns>
    public async Task<bool> ReceiveAsync(IEnumerable<FoundPicture> pictures, CancellationToken cancellationToken)
    {
        var any = false;
        foreach (var picture in pictures)
        {
            var key = KeyOf(picture);
            if (!seen.TryGetValue(key, out var id))
            {
                var content = await ContentOfAsync(picture, cancellationToken);
                id = seen[key] = content is null ? null : await ReceiveAsync(key, content, cancellationToken);
            }

            any |= id is not null;
        }

        return any;
    }

    /// <summary>The <c>picture:ID</c> under which the paper has a picture, or null.</summary>
    public string? For(FoundPicture picture) =>
        seen.GetValueOrDefault(KeyOf(picture)) is { } id ? $"picture:{id}" : null;

    private static IEnumerable<string> Addresses(FoundPicture picture) =>
        new[] { picture.Address, picture.ShownAddress }.Where(address => address.Length > 0);

    private static string KeyOf(FoundPicture picture) =>
        picture.Bytes.IsEmpty ? picture.Address : ContentHash.Of(picture.Bytes.Span).ToString();

    private async Task<byte[]?> ContentOfAsync(FoundPicture picture, CancellationToken cancellationToken)
    {
        if (!picture.Bytes.IsEmpty)
        {
            return picture.Bytes.ToArray();
        }

        var file =
            Addresses(picture)
                .Select(address => inAlbums.GetValueOrDefault(address))
                .FirstOrDefault(one => one is not null)
            ?? FileFor(picture);
        if (file is null)
        {
            return null;
        }

        await using var stream = new BoundedStream(file.Open(), ExportLimits.Picture, file.Path);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }

    // Only what the old site itself kept: another host's picture may have the name of one in the folder.
    private ExportFile? FileFor(FoundPicture picture) =>
        Addresses(picture)
            .Where(addresses.IsOwn)
            .Select(address => folder.Find(addresses.PathOf(address)))
            .FirstOrDefault(one => one is not null);

    private async Task<PictureId?> ReceiveAsync(string called, byte[] content, CancellationToken cancellationToken)
    {
        switch (ReceivePicture.Run(writer.Publication, content, PictureLimits.Usual))
        {
            case ReceivedPicture.Kept kept when writer.Database is { } database:
                var id = await new PictureStore(database, writer.Publication).KeepAsync(
                    kept.Picture,
                    cancellationToken
                );
                if (++waiting >= MostWaiting)
                {
                    await writer.FlushAsync(cancellationToken);
                    waiting = 0;
                }

                return id;
            case ReceivedPicture.Kept kept:
                return kept.Picture.Id;
            case ReceivedPicture.Refused refused:
                tally.Note($"The picture {called} was left out: {refused.Sentence}");
                return null;
            default:
                throw new InvalidOperationException("A picture is kept or refused.");
        }
    }
}

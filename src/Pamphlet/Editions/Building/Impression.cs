using Pamphlet.Comments;
using Pamphlet.Editions.Shelving;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Reading;
using Pamphlet.Storage;

namespace Pamphlet.Editions.Building;

/// <summary>One run of the press: what is read, what is written, what it took away.</summary>
internal sealed class Impression(Database database, Publication publication, EditionShelf shelf)
{
    private EditionDraft? draft;
    private ArticleReader? reader;
    private IReadOnlyCollection<PostId>? indexed;
    private bool takesAway = true;

    /// <summary>Writes every page.</summary>
    public async Task<Catalogue> WholeAsync(CancellationToken cancellationToken)
    {
        var pictures = await ShownPictures.ReadAsync(database, publication.Id, cancellationToken);
        var catalogue = await new PaperReader(database, publication).CatalogueAsync(pictures, cancellationToken);
        reader = Reader(catalogue, pictures);
        draft = shelf.Begin(isWhole: true);
        await WholeEdition.WriteAsync(new DraftPages(draft, catalogue), catalogue, reader, cancellationToken);
        await PutPictures.RunAsync(draft, pictures, database, publication.Id, cancellationToken);
        return catalogue;
    }

    /// <summary>Writes what the changes touch.</summary>
    public async Task<Catalogue> NextAsync(
        Catalogue before,
        IReadOnlyCollection<Change> changes,
        CancellationToken cancellationToken
    )
    {
        var changed = changes.Select(change => change.PostId).OfType<PostId>().ToHashSet();
        var kinds = changes.Select(change => change.Kind).ToHashSet();
        var pictures = await ShownPictures.ReadAsync(database, publication.Id, cancellationToken);
        var change = await new PaperReader(database, publication).ChangeAsync(
            before,
            changed,
            kinds,
            pictures,
            cancellationToken
        );
        var after = before.With(change);
        var touched = SitePlan.Touched(before, after, changed);
        reader = Reader(after, pictures);
        draft = shelf.Begin(isWhole: false);
        var pages = new DraftPages(draft, after);
        await NextEdition.WriteAsync(pages, touched, reader, cancellationToken);
        if (pages.LosesPicture)
        {
            // A picture that no text shows any more must go; which others show it only a whole edition knows.
            draft.Dispose();
            return await WholeAsync(cancellationToken);
        }

        await PutPictures.RunAsync(draft, pictures, database, publication.Id, cancellationToken);
        indexed = changed;
        takesAway = kinds.Contains(ChangeKind.Paper) || changed.Any(id => before.TryGet(id, out _));
        return after;
    }

    /// <summary>Makes it the current edition. What may have been taken away is kept in no earlier one.</summary>
    public void Publish(long shows, string build)
    {
        using (draft)
        {
            shelf.Publish(draft!, shows, build, forget: takesAway);
        }

        if (shelf.Current!.Overlay is { } overlay && overlay.Count > Math.Max(2_000, shelf.Current.Whole.Count / 4))
        {
            shelf.Compact();
        }
    }

    public Task IndexAsync(CancellationToken cancellationToken) =>
        IndexTexts.RunAsync(database, publication.Id, indexed, reader!, cancellationToken);

    private ArticleReader Reader(Catalogue catalogue, ShownPictures pictures) =>
        new(new PostStore(database, publication.Id), new CommentStore(database, publication.Id), catalogue, pictures);
}

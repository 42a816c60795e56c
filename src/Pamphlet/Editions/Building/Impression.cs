using Pamphlet.Comments;
using Pamphlet.Editions.Shelving;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Reading;
using Pamphlet.Storage;

namespace Pamphlet.Editions.Building;

/// <summary>One run of the press: what is read, what is written, what it took away.</summary>
internal sealed class Impression(Database database, EditionShelf shelf) : IDisposable
{
    // More are an import's, and quicker written whole.
    private const int Most = 1_000;

    private EditionDraft? draft;
    private ArticleReader? reader;
    private IReadOnlyCollection<PostId>? indexed;
    private bool takesAway = true;

    /// <summary>Whether some changes can be followed page by page: a name or an old address may stand on any page.</summary>
    public static bool CanFollow(IReadOnlyCollection<Change> changes) =>
        changes.Count <= Most && changes.All(change => change.PostId is not null || change.Kind == ChangeKind.Popular);

    /// <summary>Writes every page.</summary>
    public async Task<Catalogue> WholeAsync(Publication publication, CancellationToken cancellationToken)
    {
        var pictures = await ShownPictures.ReadAsync(database, publication.Id, cancellationToken);
        var catalogue = await new PaperReader(database, publication).CatalogueAsync(pictures, cancellationToken);
        reader = Reader(publication, catalogue, pictures);
        draft = shelf.Begin(isWhole: true);
        await WholeEdition.WriteAsync(new DraftPages(draft, catalogue), catalogue, reader, cancellationToken);
        await PutPictures.RunAsync(draft, pictures, database, publication.Id, cancellationToken);
        return catalogue;
    }

    /// <summary>Writes what the changes touch.</summary>
    public async Task<Catalogue> NextAsync(
        Publication publication,
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
        reader = Reader(publication, after, pictures);
        draft = shelf.Begin(isWhole: false);
        var pages = new DraftPages(draft, after);
        await NextEdition.WriteAsync(pages, touched, reader, cancellationToken);
        if (pages.LosesPicture)
        {
            // A picture that no text shows any more must go; which others show it only a whole edition knows.
            draft.Dispose();
            return await WholeAsync(publication, cancellationToken);
        }

        await PutPictures.RunAsync(draft, pictures, database, publication.Id, cancellationToken);
        indexed = changed;
        takesAway = changed.Any(id => before.TryGet(id, out _));
        return after;
    }

    /// <summary>Makes it the current edition. What may have been taken away is kept in no earlier one.</summary>
    public void Publish(long shows, string build) => shelf.Publish(draft!, shows, build, forget: takesAway);

    /// <summary>Destroys what was written, unless it was published.</summary>
    public void Dispose() => draft?.Dispose();

    public Task IndexAsync(Publication publication, CancellationToken cancellationToken) =>
        IndexTexts.RunAsync(database, publication.Id, indexed, reader!, cancellationToken);

    private ArticleReader Reader(Publication publication, Catalogue catalogue, ShownPictures pictures) =>
        new(new PostStore(database, publication.Id), new CommentStore(database, publication.Id), catalogue, pictures);
}

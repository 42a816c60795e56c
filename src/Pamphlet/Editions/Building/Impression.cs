using Pamphlet.Comments;
using Pamphlet.Editions.Shelving;
using Pamphlet.Pictures;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Reading;
using Pamphlet.Seal;
using Pamphlet.Storage;

namespace Pamphlet.Editions.Building;

/// <summary>One run of the press: what is read, what is written, what it took away.</summary>
internal sealed class Impression(
    Database database,
    DatabaseAddress address,
    EditionShelf shelf,
    PaperTraits traits,
    StandingComments standing
) : IDisposable
{
    // More are an import's, and quicker written whole.
    private const int Most = 1_000;

    private EditionDraft? draft;
    private IndexTexts? index;

    /// <summary>Whether words may be gone with it that were public.</summary>
    public bool TakesAway { get; private set; } = true;

    /// <summary>Whether some changes can be followed page by page: a name or an old address may stand on any page.</summary>
    public static bool CanFollow(IReadOnlyCollection<Change> changes) =>
        changes.Count <= Most
        && changes.All(change =>
            change.PostId is not null || change.Kind is ChangeKind.Popular or ChangeKind.Moderation or ChangeKind.Look
        );

    /// <summary>Writes every page.</summary>
    public async Task<Catalogue> WholeAsync(Publication publication, CancellationToken cancellationToken)
    {
        Dispose();
        TakesAway = true;
        standing.Clear();
        var pictures = await ShownPictures.AllAsync(database, publication.Id, cancellationToken);
        var catalogue = await new PaperReader(database, publication, traits).CatalogueAsync(
            pictures,
            cancellationToken
        );
        var reader = Reader(publication, catalogue, pictures);
        index = new IndexTexts(address, publication.Id);
        draft = shelf.Begin(isWhole: true);
        await WholeEdition.WriteAsync(new DraftPages(draft, catalogue), catalogue, reader, index, cancellationToken);
        await PutPictures.RunAsync(draft, pictures, cancellationToken);
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
        var changed = Posts(changes);
        var kinds = changes.Select(change => change.Kind).ToHashSet();
        var pictures = ShownPictures.None(database, publication.Id);
        var change = await new PaperReader(database, publication, traits).ChangeAsync(
            before,
            changed,
            kinds,
            pictures,
            cancellationToken
        );
        var after = before.With(change);
        var onlyPages = OnlyPages(changes);
        var touched = SitePlan.Touched(before, after, changed, onlyPages);
        var reader = Reader(publication, after, pictures);
        index = new IndexTexts(address, publication.Id)
        {
            // Under which text somebody commented changes none of its words.
            Changed = Posts(changes.Where(one => one.Kind == ChangeKind.Post)),
        };
        draft = shelf.Begin(isWhole: false);
        var pages = new DraftPages(draft, after);
        foreach (var id in changed)
        {
            standing.Loosen(id, onlyPages.GetValueOrDefault(id));
        }

        await NextEdition.WriteAsync(pages, touched, reader, index, cancellationToken);
        standing.Settle();
        var dropping = new DropPictures(
            draft,
            pictures,
            new PictureStore(database, publication.Id),
            new PostStore(database, publication.Id),
            reader
        );
        if (pictures.IsMissed || (pages.Lost.Count > 0 && !await dropping.TryRunAsync(pages.Lost, cancellationToken)))
        {
            return await WholeAsync(publication, cancellationToken);
        }

        await PutPictures.RunAsync(draft, pictures, cancellationToken);
        TakesAway = changed.Any(id => before.TryGet(id, out _));
        return after;
    }

    /// <summary>Adds a file that is no page.</summary>
    public void Enclose(SitePath path, byte[] content) => draft!.Put(path, content);

    /// <summary>Posts of which nothing but some pages of their discussions changed.</summary>
    private static Dictionary<PostId, IReadOnlySet<int>> OnlyPages(IReadOnlyCollection<Change> changes) =>
        changes
            .Where(change => change.PostId is not null)
            .GroupBy(change => change.PostId!.Value)
            .Where(post => post.All(change => change is { Kind: ChangeKind.Comments, DiscussionPage: not null }))
            .ToDictionary(
                post => post.Key,
                post => (IReadOnlySet<int>)post.Select(change => change.DiscussionPage!.Value).ToHashSet()
            );

    /// <summary>Makes it the current edition. What may have been taken away is kept in no earlier one.</summary>
    public void Publish(Shown shows, string build) => shelf.Publish(draft!, shows, build, forget: TakesAway);

    /// <summary>Lets the search know, and tells the journal in the same breath: one flush for both.</summary>
    /// <param name="mark">Notes in the caller's transaction what the edition shows.</param>
    public async Task IndexAsync(Func<Task> mark, CancellationToken cancellationToken)
    {
        await index!.WriteMostAsync(database, cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await index.WriteRestAsync(database, cancellationToken);
        await mark();
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Destroys what was written, unless it was published.</summary>
    public void Dispose()
    {
        draft?.Dispose();
        index?.Dispose();
    }

    private static HashSet<PostId> Posts(IEnumerable<Change> changes) =>
        [.. changes.Select(change => change.PostId).OfType<PostId>()];

    private ArticleReader Reader(Publication publication, Catalogue catalogue, ShownPictures pictures) =>
        new(
            new PostStore(database, publication.Id),
            new CommentStore(database, publication.Id),
            catalogue,
            pictures,
            standing
        );
}

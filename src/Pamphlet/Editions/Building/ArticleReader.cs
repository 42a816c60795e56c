using System.Runtime.CompilerServices;
using Pamphlet.Comments;
using Pamphlet.Posts;
using Pamphlet.Reading;
using Pamphlet.Reading.Feeds;
using Pamphlet.Reading.Words;
using Pamphlet.Rendering;
using Pamphlet.Seal;

namespace Pamphlet.Editions.Building;

/// <summary>Renders texts and lays out their discussions.</summary>
internal sealed class ArticleReader(
    PostStore posts,
    CommentStore comments,
    Catalogue catalogue,
    ShownPictures pictures,
    StandingComments standing
)
{
    private readonly Dictionary<PenNameId, string> names = catalogue.PenNames.Values.ToDictionary(
        name => name.Id,
        name => name.Name
    );

    private readonly MovedAddresses moved = new(catalogue);

    /// <summary>What still has to be rendered, oldest first: reading is one after the other, rendering is for all cores.</summary>
    /// <param name="needed">The texts, and what of their discussions; null: everything.</param>
    public async IAsyncEnumerable<UnrenderedArticle> ReadAsync(
        NeededComments? needed,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (needed is not null)
        {
            await foreach (var some in ReadSomeAsync(needed, cancellationToken))
            {
                yield return some;
            }

            yield break;
        }

        var corrections = (await posts.CorrectionsAsync(null, cancellationToken)).ToLookup(one => one.PostId);
        var all = await comments.AllPublicAsync(cancellationToken);
        await foreach (var text in posts.PublishedTextsAsync(null, cancellationToken))
        {
            if (catalogue.TryGet(text.Id, out var card))
            {
                Comment[] whole = [.. all[text.Id]];
                yield return new UnrenderedArticle(card, text.Markdown, whole, whole, Shown(corrections[text.Id]));
            }
        }
    }

    /// <summary>Learns of the pictures that some texts name, where not all are known.</summary>
    public Task FindPicturesAsync(IEnumerable<UnrenderedArticle> texts, CancellationToken cancellationToken) =>
        pictures.FindAsync(texts.SelectMany(text => PicturesNamed.In(text.Markdown)), cancellationToken);

    private async IAsyncEnumerable<UnrenderedArticle> ReadSomeAsync(
        NeededComments needed,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var newest = needed.NeedsNewest
            ? (await comments.NewestAsync(null, FeedPlans.Comments, cancellationToken)).ToLookup(one => one.PostId)
            : null;

        // A connection reads one thing at a time: the texts first, then what is said under each.
        var texts = await posts.PublishedTextsAsync(needed.Posts, cancellationToken).ToListAsync(cancellationToken);
        var corrections = (await posts.CorrectionsAsync(needed.Posts, cancellationToken)).ToLookup(one => one.PostId);
        foreach (var text in texts)
        {
            if (!catalogue.TryGet(text.Id, out var card))
            {
                continue;
            }

            var thread = await needed.ReadAsync(text.Id, comments, cancellationToken);
            var known = thread.Select(comment => comment.Id).ToHashSet();
            thread.AddRange(newest?[text.Id].Where(comment => known.Add(comment.Id)) ?? []);
            var parents = thread
                .Select(comment => comment.ParentId)
                .OfType<CommentId>()
                .Where(id => !known.Contains(id));
            var others = await comments.NamedAsync([.. parents.Distinct()], cancellationToken);
            yield return new UnrenderedArticle(
                card,
                text.Markdown,
                thread,
                [.. thread, .. others],
                Shown(corrections[text.Id])
            )
            {
                WholePages = needed.PagesOf(text.Id),
            };
        }
    }

    public Article Render(UnrenderedArticle article) =>
        new(
            article.Card,
            PostRenderer.Render(article.Markdown, new RenderContext(article.Card.Language, pictures.Of, moved.To)),
            Lay(article)
        )
        {
            Corrections = article.Corrections,
        };

    private List<ShownComment> Lay(UnrenderedArticle article)
    {
        var byId = article.Known.ToDictionary(comment => comment.Id);
        var rendered = Rendered(article);
        var words = Phrasebooks.For(article.Card.Language, catalogue.Paper.Language);
        return
        [
            .. article.Thread.Select(comment =>
            {
                var parent = comment.ParentId is { } id ? byId.GetValueOrDefault(id) : null;
                return new ShownComment(
                    comment.PublicId,
                    parent?.PublicId,
                    parent is null ? null : NameOf(parent),
                    comment.Depth,
                    NameOf(comment),
                    comment.ByPenName is not null,
                    comment.Day,
                    comment.State switch
                    {
                        CommentState.Live => ShownCommentState.Live,
                        CommentState.Removed => ShownCommentState.Removed,
                        CommentState.Withdrawn => ShownCommentState.Withdrawn,
                        _ => throw new InvalidOperationException("A waiting comment is in no edition."),
                    },
                    LiveWords(comment) is { } markdown ? rendered[markdown].Html : SafeHtml.Empty,
                    LiveWords(comment) is { } live ? rendered[live].OwnWords : ""
                )
                {
                    HasCode = comment.CodeHash is not null,
                    Page = comment.Page,
                    ParentPage = parent?.Page ?? comment.Page,
                    // On its own page a place is kept for whom it answers; another page keeps none for strangers.
                    IsParentShown = parent is null || parent.Page == comment.Page || parent.State == CommentState.Live,
                    IsPlanned = comment is { State: CommentState.Live, Standing: RequestStanding.Planned },
                    Became = BecameOf(comment),
                    Because = comment is { State: CommentState.Removed, RemovedBecause: { } because }
                        ? ReasonText.Of(because, words)
                        : "",
                };
            }),
        ];
    }

    private Dictionary<string, RenderedComment> Rendered(UnrenderedArticle article)
    {
        var rendered = new Dictionary<string, RenderedComment>(StringComparer.Ordinal);
        foreach (var page in article.Thread.GroupBy(comment => comment.Page))
        {
            var texts = page.Select(LiveWords).OfType<string>();
            var isWhole = article.WholePages.Contains(page.Key);
            foreach (var (markdown, comment) in standing.Page(article.Card.Id, page.Key, texts, isWhole))
            {
                rendered[markdown] = comment;
            }
        }

        return rendered;
    }

    private static CameOfIt? BecameOf(Comment comment) =>
        comment is { State: CommentState.Live, BecamePath: { } path } && SitePath.TryParse(path, out var to)
            ? new CameOfIt(to, comment.BecameTitle ?? path)
            : null;

    private static List<ShownCorrection> Shown(IEnumerable<Correction> corrections) =>
        [.. corrections.OrderBy(one => one.Number).Select(one => new ShownCorrection(one.On, one.What))];

    // Editors may still restore what they removed; readers must not read it meanwhile.
    private static string? LiveWords(Comment comment) => comment.State == CommentState.Live ? comment.Markdown : null;

    private string? NameOf(Comment comment) =>
        comment.State != CommentState.Live ? null
        : comment.ByPenName is { } pen && names.TryGetValue(pen, out var name) ? name
        : comment.Name;
}

/// <summary>A text as the database holds it.</summary>
/// <param name="Known">The thread, and comments of other pages that it answers.</param>
internal sealed record UnrenderedArticle(
    Card Card,
    string Markdown,
    IReadOnlyList<Comment> Thread,
    IReadOnlyList<Comment> Known,
    IReadOnlyList<ShownCorrection> Corrections
)
{
    /// <summary>Pages of the discussion that the thread holds whole; of others it may hold some.</summary>
    public IReadOnlySet<int> WholePages { get; init; } = new HashSet<int>();
}

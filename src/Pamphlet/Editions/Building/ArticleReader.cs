using System.Runtime.CompilerServices;
using Pamphlet.Comments;
using Pamphlet.Posts;
using Pamphlet.Reading;
using Pamphlet.Rendering;

namespace Pamphlet.Editions.Building;

/// <summary>Renders texts and lays out their discussions.</summary>
internal sealed class ArticleReader(PostStore posts, CommentStore comments, Catalogue catalogue, ShownPictures pictures)
{
    private readonly Dictionary<PenNameId, string> names = catalogue.PenNames.Values.ToDictionary(
        name => name.Id,
        name => name.Name
    );

    private readonly MovedAddresses moved = new(catalogue);

    /// <summary>What still has to be rendered, oldest first: reading is one after the other, rendering is for all cores.</summary>
    public async IAsyncEnumerable<UnrenderedArticle> ReadAsync(
        IReadOnlyCollection<PostId>? only,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var corrections = (await posts.CorrectionsAsync(only, cancellationToken)).ToLookup(one => one.PostId);
        var threads = await comments.PublicThreadsAsync(only, cancellationToken);
        await foreach (var text in posts.PublishedTextsAsync(only, cancellationToken))
        {
            if (catalogue.TryGet(text.Id, out var card))
            {
                yield return new UnrenderedArticle(
                    card,
                    text.Markdown,
                    [.. threads[text.Id]],
                    [
                        .. corrections[text.Id]
                            .OrderBy(one => one.Number)
                            .Select(one => new ShownCorrection(one.On, one.What)),
                    ]
                );
            }
        }
    }

    /// <summary>Learns of the pictures that some texts name, where not all are known.</summary>
    public Task FindPicturesAsync(IEnumerable<UnrenderedArticle> texts, CancellationToken cancellationToken) =>
        pictures.FindAsync(texts.SelectMany(text => PicturesNamed.In(text.Markdown)), cancellationToken);

    public Article Render(UnrenderedArticle article) =>
        new(
            article.Card,
            PostRenderer.Render(article.Markdown, new RenderContext(article.Card.Language, pictures.Of, moved.To)),
            Lay(article.Thread)
        )
        {
            Corrections = article.Corrections,
        };

    private List<ShownComment> Lay(IReadOnlyList<Comment> thread)
    {
        var byId = thread.ToDictionary(comment => comment.Id);
        return
        [
            .. thread.Select(comment =>
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
                    comment.Markdown is { } markdown ? CommentRenderer.Render(markdown) : SafeHtml.Empty,
                    comment.Markdown is { } words ? CommentRenderer.Plain(words) : ""
                );
            }),
        ];
    }

    private string? NameOf(Comment comment) =>
        comment.State != CommentState.Live ? null
        : comment.ByPenName is { } pen && names.TryGetValue(pen, out var name) ? name
        : comment.Name;
}

/// <summary>A text as the database holds it.</summary>
internal sealed record UnrenderedArticle(
    Card Card,
    string Markdown,
    IReadOnlyList<Comment> Thread,
    IReadOnlyList<ShownCorrection> Corrections
);

using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Posts;

/// <summary>The texts of one paper. What is not published never leaves through a method whose name says «published».</summary>
internal sealed class PostStore(Database database, PublicationId publication)
{
    private IQueryable<Post> Published =>
        database
            .Set<Post>()
            .AsNoTracking()
            .Where(post => post.PublicationId == publication && post.State == PostState.Published && post.Path != null);

    /// <summary>The facts of all published texts, or of those named.</summary>
    public async Task<List<PostFacts>> PublishedFactsAsync(
        IReadOnlyCollection<PostId>? only,
        CancellationToken cancellationToken
    )
    {
        var posts = only is null ? Published : Published.Where(post => only.Contains(post.Id));
        var facts = await posts
            .OrderBy(post => post.PublishedAt)
            .Select(post => new PostFacts(
                post.Id,
                post.Kind,
                post.Path!,
                post.EntryId,
                post.Title,
                post.Subtitle,
                post.Summary,
                post.Language,
                post.PublishedAt ?? post.UpdatedAt,
                post.UpdatedAt,
                post.SeriesId,
                post.SeriesPlace,
                post.TranslationGroup,
                post.LeadPicture,
                post.InReplyToUrl,
                post.InReplyToTitle,
                post.InReplyToPublisher,
                post.CommentsOpen,
                post.MenuPlace,
                post.PickPlace
            ))
            .ToListAsync(cancellationToken);

        var bylines = (await BylinesAsync(only, cancellationToken)).ToLookup(byline => byline.PostId);
        var tags = (await TagsOfPostsAsync(only, cancellationToken)).ToLookup(tag => tag.PostId);
        return
        [
            .. facts.Select(post =>
                post with
                {
                    Bylines = [.. bylines[post.Id].OrderBy(byline => byline.Place)],
                    Tags = [.. tags[post.Id].Select(tag => tag.TagId)],
                }
            ),
        ];
    }

    /// <summary>The published text at an address of ours, or null.</summary>
    public async Task<PostFacts?> PublishedAtAsync(string path, CancellationToken cancellationToken)
    {
        var id = await Published
            .Where(post => post.Path == path)
            .Select(post => post.Id)
            .ToListAsync(cancellationToken);
        return id is [var one] ? (await PublishedFactsAsync([one], cancellationToken)).FirstOrDefault() : null;
    }

    /// <summary>The Markdown of published texts, oldest first, one at a time.</summary>
    public async IAsyncEnumerable<PublishedText> PublishedTextsAsync(
        IReadOnlyCollection<PostId>? only,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var posts = only is null ? Published : Published.Where(post => only.Contains(post.Id));
        var texts = posts
            .OrderBy(post => post.PublishedAt)
            .Select(post => new PublishedText(post.Id, post.Markdown))
            .AsAsyncEnumerable()
            .WithCancellation(cancellationToken);
        await foreach (var text in texts)
        {
            yield return text;
        }
    }

    /// <summary>The published texts in which some letters stand: every text is read for it.</summary>
    public Task<List<PostId>> PublishedWithAsync(string letters, CancellationToken cancellationToken) =>
        Published.Where(post => post.Markdown.Contains(letters)).Select(post => post.Id).ToListAsync(cancellationToken);

    /// <summary>Whether a picture leads a published text.</summary>
    public Task<bool> LeadsAsync(Pictures.PictureId picture, CancellationToken cancellationToken) =>
        Published.AnyAsync(post => post.LeadPicture == picture, cancellationToken);

    /// <summary>What answers 410 now, with the editors' words.</summary>
    public Task<List<WithdrawnPost>> WithdrawnAsync(CancellationToken cancellationToken) =>
        database
            .Set<Post>()
            .AsNoTracking()
            .Where(post => post.PublicationId == publication && post.State == PostState.Withdrawn && post.Path != null)
            .OrderBy(post => post.Path)
            .Select(post => new WithdrawnPost(post.Path!, post.WithdrawnBecause ?? ""))
            .ToListAsync(cancellationToken);

    public Task<List<PenName>> PenNamesAsync(CancellationToken cancellationToken) =>
        AllAsync<PenName>(name => name.PublicationId == publication, cancellationToken);

    public Task<List<Tag>> TagsAsync(CancellationToken cancellationToken) =>
        AllAsync<Tag>(tag => tag.PublicationId == publication, cancellationToken);

    public Task<List<Series>> SeriesAsync(CancellationToken cancellationToken) =>
        AllAsync<Series>(series => series.PublicationId == publication, cancellationToken);

    /// <summary>What readers are told of changes to some texts, or to all.</summary>
    public Task<List<Correction>> CorrectionsAsync(
        IReadOnlyCollection<PostId>? only,
        CancellationToken cancellationToken
    ) =>
        AllAsync<Correction>(
            only is null
                ? correction => correction.PublicationId == publication
                : correction => correction.PublicationId == publication && only.Contains(correction.PostId),
            cancellationToken
        );

    public Task<List<OldAddress>> OldAddressesAsync(CancellationToken cancellationToken) =>
        AllAsync<OldAddress>(address => address.PublicationId == publication, cancellationToken);

    private Task<List<T>> AllAsync<T>(
        System.Linq.Expressions.Expression<Func<T, bool>> ours,
        CancellationToken cancellationToken
    )
        where T : class => database.Set<T>().AsNoTracking().Where(ours).ToListAsync(cancellationToken);

    private Task<List<Byline>> BylinesAsync(IReadOnlyCollection<PostId>? only, CancellationToken cancellationToken) =>
        AllAsync<Byline>(
            only is null
                ? byline => byline.PublicationId == publication
                : byline => byline.PublicationId == publication && only.Contains(byline.PostId),
            cancellationToken
        );

    private Task<List<PostTag>> TagsOfPostsAsync(
        IReadOnlyCollection<PostId>? only,
        CancellationToken cancellationToken
    ) =>
        AllAsync<PostTag>(
            only is null
                ? tag => tag.PublicationId == publication
                : tag => tag.PublicationId == publication && only.Contains(tag.PostId),
            cancellationToken
        );
}

internal sealed record PublishedText(PostId Id, string Markdown);

internal sealed record WithdrawnPost(string Path, string Because);

using Microsoft.EntityFrameworkCore;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Comments;

/// <summary>The discussions of one paper. What waits for an editor never leaves through a method whose name says «public».</summary>
internal sealed class CommentStore(Database database, PublicationId publication)
{
    /// <summary>How many live comments each text has, and the day of the newest; texts without any are left out.</summary>
    public async Task<Dictionary<PostId, PublicDiscussion>> PublicCountsAsync(
        IReadOnlyCollection<PostId>? only,
        CancellationToken cancellationToken
    )
    {
        var live = database
            .Set<Comment>()
            .Where(comment => comment.PublicationId == publication && comment.State == CommentState.Live);
        if (only is not null)
        {
            live = live.Where(comment => only.Contains(comment.PostId));
        }

        return await live.GroupBy(comment => comment.PostId)
            .Select(group => new
            {
                group.Key,
                Count = group.Count(),
                LastDay = group.Max(comment => comment.Day),
                Pages = group.Max(comment => comment.Page),
            })
            .ToDictionaryAsync(
                group => group.Key,
                group => new PublicDiscussion(group.Count, group.LastDay, group.Pages),
                cancellationToken
            );
    }

    /// <summary>All public discussions, page by page, each in thread order.</summary>
    public async Task<ILookup<PostId, Comment>> AllPublicAsync(CancellationToken cancellationToken) =>
        PublicThread.OfPages(await Public.ToListAsync(cancellationToken)).ToLookup(comment => comment.PostId);

    /// <summary>Some pages of one discussion, each in thread order.</summary>
    public async Task<List<Comment>> PublicPagesAsync(
        PostId post,
        IReadOnlyCollection<int> pages,
        CancellationToken cancellationToken
    ) =>
        pages.Count == 0
            ? []
            :
            [
                .. PublicThread.OfPages(
                    await Public
                        .Where(comment => comment.PostId == post && pages.Contains(comment.Page))
                        .ToListAsync(cancellationToken)
                ),
            ];

    /// <summary>The newest live ones, as feeds tell of them: by day, then by name, for of a day we know no hours.</summary>
    /// <param name="post">Under it alone, or null: under any.</param>
    public async Task<List<Comment>> NewestAsync(PostId? post, int most, CancellationToken cancellationToken)
    {
        var live = Public.Where(comment => comment.State == CommentState.Live);
        return await (post is { } one ? live.Where(comment => comment.PostId == one) : live)
            .OrderByDescending(comment => comment.Day)
            .ThenByDescending(comment => comment.PublicId)
            .Take(most)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Comments by their ids: those that others answer from another page.</summary>
    public async Task<List<Comment>> NamedAsync(
        IReadOnlyCollection<CommentId> ids,
        CancellationToken cancellationToken
    ) => ids.Count == 0 ? [] : await Public.Where(comment => ids.Contains(comment.Id)).ToListAsync(cancellationToken);

    private IQueryable<Comment> Public =>
        database
            .Set<Comment>()
            .AsNoTracking()
            .Where(comment => comment.PublicationId == publication && comment.State != CommentState.Pending);
}

/// <param name="Count">Live comments.</param>
/// <param name="LastDay">The day of the newest.</param>
/// <param name="Pages">The number of its last page.</param>
internal sealed record PublicDiscussion(int Count, DateOnly LastDay, int Pages);

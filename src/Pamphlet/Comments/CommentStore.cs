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
            })
            .ToDictionaryAsync(
                group => group.Key,
                group => new PublicDiscussion(group.Count, group.LastDay),
                cancellationToken
            );
    }

    /// <summary>The public threads of texts, each in thread order.</summary>
    public async Task<ILookup<PostId, Comment>> PublicThreadsAsync(
        IReadOnlyCollection<PostId>? only,
        CancellationToken cancellationToken
    )
    {
        var comments = database
            .Set<Comment>()
            .AsNoTracking()
            .Where(comment => comment.PublicationId == publication && comment.State != CommentState.Pending);
        if (only is not null)
        {
            comments = comments.Where(comment => only.Contains(comment.PostId));
        }

        var all = await comments.ToListAsync(cancellationToken);
        return PublicThread.Of(all).ToLookup(comment => comment.PostId);
    }
}

/// <param name="Count">Live comments.</param>
/// <param name="LastDay">The day of the newest.</param>
internal sealed record PublicDiscussion(int Count, DateOnly LastDay);

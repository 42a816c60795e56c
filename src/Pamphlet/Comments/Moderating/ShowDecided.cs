using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Comments.Moderating;

/// <summary><c>/desk/comments/decided</c>: the newest public comments, to remove, and the removed ones, to restore.</summary>
internal static class ShowDecided
{
    private const int Most = 100;

    public static async Task<IResult> ShowAsync(Visit visit, Database database, CancellationToken cancellationToken)
    {
        var comments = await database
            .Set<Comment>()
            .AsNoTracking()
            .Where(comment =>
                comment.PublicationId == visit.Paper.Id
                && comment.Markdown != null
                && (comment.State == CommentState.Live || comment.State == CommentState.Removed)
            )
            .OrderByDescending(comment => comment.Day)
            .ThenByDescending(comment => comment.PublicId)
            .Take(Most)
            .ToListAsync(cancellationToken);
        var posts = await new Queue(database, visit.Paper.Id).TitlesAsync(
            comments.Select(comment => comment.PostId),
            cancellationToken
        );
        IReadOnlyList<WaitingComment> shown =
        [
            .. comments.Select(comment => new WaitingComment(
                comment,
                CommentRenderer.Render(comment.Markdown!),
                posts.GetValueOrDefault(comment.PostId, ("", "")),
                0,
                1
            )),
        ];
        return visit.Page(
            visit.Words.Moderating.Decided,
            () => new Comments_Moderating_Decided { Model = (visit, shown) }
        );
    }
}

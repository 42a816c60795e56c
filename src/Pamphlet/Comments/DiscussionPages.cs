using Microsoft.EntityFrameworkCore;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Comments;

/// <summary>
/// On which page of its discussion a comment stands: the page of what it answers while that has room, else the last. Chosen once,
/// so that an address into a discussion holds, and no page grows without end.
/// </summary>
internal sealed class DiscussionPages(Database database, PublicationId publication)
{
    /// <summary>How many answers to the text begin on a page.</summary>
    public const int Threads = 50;

    /// <summary>How many comments a page holds at most; answers to a full one go on at the end.</summary>
    public const int Most = 200;

    /// <summary>Tells the press which pages show a public comment: its own, those of its answers, which name it, and that of what it answers.</summary>
    public async Task NoteAsync(Comment comment, CancellationToken cancellationToken)
    {
        if (comment.State == CommentState.Pending || comment.Page == Comment.OnNoPage)
        {
            return;
        }

        var answers = await database
            .Set<Comment>()
            .Where(one =>
                one.PublicationId == publication && one.ParentId == comment.Id && one.State != CommentState.Pending
            )
            .Select(one => one.Page)
            .Distinct()
            .ToListAsync(cancellationToken);
        // A place is kept for its answers: where one came or went, the page above may show it or not.
        var above = await database
            .Set<Comment>()
            .Where(one => one.PublicationId == publication && one.Id == comment.ParentId)
            .Select(one => (int?)one.Page)
            .FirstOrDefaultAsync(cancellationToken);
        foreach (var page in answers.Append(comment.Page).Append(above ?? comment.Page).Distinct())
        {
            new PublicationStore(database).Note(publication, ChangeKind.Comments, comment.PostId, page);
        }
    }

    public async Task<int> ForAsync(Comment comment, CancellationToken cancellationToken)
    {
        var here = database
            .Set<Comment>()
            .Where(one =>
                one.PublicationId == publication && one.PostId == comment.PostId && one.State != CommentState.Pending
            );
        if (comment.ParentId is { } parent)
        {
            var page = await here.Where(one => one.Id == parent)
                .Select(one => one.Page)
                .FirstOrDefaultAsync(cancellationToken);
            if (page > 0 && await here.CountAsync(one => one.Page == page, cancellationToken) < Most)
            {
                return page;
            }
        }

        var last = Math.Max(await here.MaxAsync(one => (int?)one.Page, cancellationToken) ?? 1, 1);
        var all = await here.CountAsync(one => one.Page == last, cancellationToken);
        var threads = await here.CountAsync(one => one.Page == last && one.ParentId == null, cancellationToken);
        return all >= Most || threads >= Threads ? last + 1 : last;
    }
}

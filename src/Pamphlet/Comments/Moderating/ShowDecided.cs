using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Comments.Moderating;

/// <summary>
/// <c>/desk/comments/decided?find=…#c7</c>: the newest public comments, to take down, and the removed ones, to restore; or the one that
/// stands at an address, however old.
/// </summary>
internal static class ShowDecided
{
    public const string FindField = "find";

    private const int Most = 100;

    public static async Task<IResult> ShowAsync(Visit visit, Database database, CancellationToken cancellationToken)
    {
        var typed = CleanText.Of(visit.Context.Request.Query[FindField].ToString()).Trim();
        var decided = database
            .Set<Comment>()
            .AsNoTracking()
            .Where(comment =>
                comment.PublicationId == visit.Paper.Id
                && comment.Markdown != null
                && (comment.State == CommentState.Live || comment.State == CommentState.Removed)
            );
        if (typed.Length > 0)
        {
            var name = NameIn(typed);
            decided = decided.Where(comment => comment.PublicId == name);
        }

        var comments = await decided
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
            () => new Comments_Moderating_Decided { Model = (visit, shown, typed) }
        );
    }

    public static string AddressOf(string typed) =>
        "/desk/comments/decided" + (typed.Length > 0 ? $"?{FindField}={Uri.EscapeDataString(typed)}" : "");

    // Of an address what follows #c; that alone is as good.
    private static string NameIn(string typed) =>
        typed.LastIndexOf("#c", StringComparison.Ordinal) is >= 0 and var at ? typed[(at + 2)..] : typed;
}

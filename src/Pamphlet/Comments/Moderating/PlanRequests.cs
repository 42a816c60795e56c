using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Comments.Moderating;

/// <summary><c>/desk/comments/requests</c>: subjects that readers ask for; the editors plan them, answer, and name the text that came of one.</summary>
internal static class PlanRequests
{
    public const int LongestAddress = 500;

    private const string Path = "/desk/comments/requests";
    private const int Most = 100;

    public static async Task<DeskPage> ShowAsync(Visit visit, Database database, CancellationToken cancellationToken) =>
        await PageAsync(visit, database, wrong: null, cancellationToken);

    public static async Task<IResult> TakeAsync(
        string id,
        Visit visit,
        Database database,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(id, visit, database, cancellationToken) is not { } request)
        {
            return visit.SeeOther(Path, visit.Words.Moderating.TakenBackMeanwhile);
        }

        switch (visit.Form["do"])
        {
            case "plan":
                Stand(request, RequestStanding.Planned, null);
                break;
            case "written":
                var path = visit.Form["address"].Split('?', '#')[0].Trim().TrimStart('/');
                if (
                    await new PostStore(database, visit.Paper.Id).PublishedAtAsync(path, cancellationToken)
                    is not { } text
                )
                {
                    return await PageAsync(visit, database, request.Id, cancellationToken);
                }

                Stand(request, RequestStanding.Written, text);
                break;
            default:
                Stand(request, null, null);
                break;
        }

        await new DiscussionPages(database, visit.Paper.Id).NoteAsync(request, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return visit.SeeOther(Path, visit.Words.Moderating.Saved);
    }

    private static void Stand(Comment request, RequestStanding? standing, PostFacts? text) =>
        (request.Standing, request.BecamePath, request.BecameTitle) = (standing, text?.Path, text?.Title);

    private static IQueryable<Comment> Public(Visit visit, Database database) =>
        database
            .Set<Comment>()
            .Where(comment =>
                comment.PublicationId == visit.Paper.Id
                && comment.ParentId == null
                && comment.State == CommentState.Live
                && database
                    .Set<Post>()
                    .Any(post =>
                        post.PublicationId == comment.PublicationId
                        && post.Id == comment.PostId
                        && post.Kind == PostKind.Requests
                    )
            );

    private static async Task<Comment?> FindAsync(
        string id,
        Visit visit,
        Database database,
        CancellationToken cancellationToken
    ) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await Public(visit, database)
                .FirstOrDefaultAsync(comment => comment.Id == new CommentId(number), cancellationToken)
            : null;

    private static async Task<DeskPage> PageAsync(
        Visit visit,
        Database database,
        CommentId? wrong,
        CancellationToken cancellationToken
    )
    {
        var pages = await database
            .Set<Post>()
            .Where(post => post.PublicationId == visit.Paper.Id && post.Kind == PostKind.Requests)
            .Where(post => post.State == PostState.Published)
            .Select(post => new AskingPage(post.Title, post.Path!))
            .ToListAsync(cancellationToken);
        var requests = await Public(visit, database)
            .AsNoTracking()
            .OrderByDescending(comment => comment.Day)
            .ThenByDescending(comment => comment.PublicId)
            .Take(Most)
            .ToListAsync(cancellationToken);
        var model = new Model(
            visit,
            pages,
            [.. requests.Select(one => new Row(one, CommentRenderer.Render(one.Markdown ?? "")))],
            wrong
        );
        return visit.Page(
            visit.Words.Moderating.Requests.Title,
            () => new Comments_Moderating_Requests { Model = model },
            wrong is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );
    }

    /// <summary>A public page on which readers ask.</summary>
    internal sealed record AskingPage(string Title, string Path);

    internal sealed record Row(Comment Request, SafeHtml Body);

    /// <param name="Wrong">Whose address named no text.</param>
    internal sealed record Model(
        Visit Visit,
        IReadOnlyList<AskingPage> Pages,
        IReadOnlyList<Row> Rows,
        CommentId? Wrong
    );
}

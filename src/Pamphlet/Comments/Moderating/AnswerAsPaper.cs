using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Comments.Moderating;

/// <summary><c>/desk/comments/answer/42</c>: the paper answers a comment under one of its own names.</summary>
internal static class AnswerAsPaper
{
    public static async Task<IResult> ShowAsync(
        string id,
        Visit visit,
        Database database,
        CancellationToken cancellationToken
    ) => await ShowAsync(id, "", new Complaints(), visit, database, cancellationToken);

    public static async Task<IResult> TakeAsync(
        string id,
        Visit visit,
        Database database,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var typed = visit.Form.Text("text");
        var text = ReadersText.Of(typed).Trim();
        var names = await new PostStore(database, visit.Paper.Id).PenNamesAsync(cancellationToken);
        var name = names.Find(one =>
            string.Equals(
                one.Id.Value.ToString(CultureInfo.InvariantCulture),
                visit.Form["as"],
                StringComparison.Ordinal
            )
        );
        var complaints = Judge(text, typed, name, visit);
        if (name is null || !complaints.IsEmpty)
        {
            return await ShowAsync(id, typed, complaints, visit, database, cancellationToken);
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(id, visit, database, cancellationToken) is not { State: CommentState.Live } answered)
        {
            return await ShowAsync(id, typed, complaints, visit, database, cancellationToken);
        }

        var places = new ThreadPlaces(database, visit.Paper.Id);
        await places.HoldAsync(answered.PostId, cancellationToken);
        var isDeep = answered.Depth >= ThreadPlaces.Deepest;
        var comment = new Comment
        {
            PublicationId = visit.Paper.Id,
            Id = RowIds.New<CommentId>(),
            PublicId = CommentCode.NewPublicId(),
            PostId = answered.PostId,
            ParentId = answered.Id,
            Depth = Math.Min(answered.Depth + 1, ThreadPlaces.Deepest),
            ThreadPath = await places.NextAsync(
                answered.PostId,
                isDeep ? answered.ThreadPath[..^6] : answered.ThreadPath,
                cancellationToken
            ),
            State = CommentState.Live,
            ByPenName = name.Id,
            Markdown = text,
            Day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
        };
        var pages = new DiscussionPages(database, visit.Paper.Id);
        comment.Page = await pages.ForAsync(comment, cancellationToken);
        await pages.NoteAsync(comment, cancellationToken);
        database.Add(comment);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return visit.SeeOther("/desk/comments/decided", visit.Words.Moderating.Answered.With("name", name.Name));
    }

    private static Complaints Judge(string text, string typed, PenName? name, Visit visit)
    {
        var complaints = new Complaints();
        if (text.Length == 0)
        {
            complaints.Add("text", visit.Words.Form.Missing);
        }
        else if (typed.Length > ReadersText.MaxLength)
        {
            complaints.Add(
                "text",
                visit.Words.Form.TooLong.With("most", ReadersText.MaxLength.ToString(CultureInfo.InvariantCulture))
            );
        }

        if (name is null)
        {
            complaints.Add("as", visit.Words.Moderating.ChooseName);
        }

        return complaints;
    }

    private static async Task<IResult> ShowAsync(
        string id,
        string typed,
        Complaints complaints,
        Visit visit,
        Database database,
        CancellationToken cancellationToken
    )
    {
        var comment = await FindAsync(id, visit, database, cancellationToken);
        if (comment is not { State: CommentState.Live })
        {
            if (complaints.IsEmpty && typed.Length == 0)
            {
                return visit.SeeOther("/desk/comments/decided", visit.Words.Moderating.TakenBackMeanwhile);
            }

            complaints.Add("text", visit.Words.Moderating.AnsweredIsGone);
        }

        var words = comment?.Markdown ?? "";
        var names = await new PostStore(database, visit.Paper.Id).PenNamesAsync(cancellationToken);
        var model = new AnswerModel(visit, id, comment?.Name, CommentRenderer.Render(words), names, typed, complaints)
        {
            As = complaints.IsEmpty ? "" : visit.Form["as"],
        };
        return visit.Page(
            visit.Words.Moderating.AnswerTitle,
            () => new Comments_Moderating_Answer { Model = model },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );
    }

    private static async Task<Comment?> FindAsync(
        string id,
        Visit visit,
        Database database,
        CancellationToken cancellationToken
    ) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await database
                .Set<Comment>()
                .AsNoTracking()
                .FirstOrDefaultAsync(
                    comment => comment.PublicationId == visit.Paper.Id && comment.Id == new CommentId(number),
                    cancellationToken
                )
            : null;
}

internal sealed record AnswerModel(
    Visit Visit,
    string Id,
    string? Name,
    SafeHtml Body,
    IReadOnlyList<PenName> Names,
    string Typed,
    Complaints Complaints
)
{
    /// <summary>The name that was chosen, or "".</summary>
    public string As { get; init; } = "";
}

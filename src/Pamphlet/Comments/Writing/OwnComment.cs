using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments.Keeping;
using Pamphlet.Forms;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Reading;
using Pamphlet.Reading.Words;
using Pamphlet.Storage;

namespace Pamphlet.Comments.Writing;

/// <summary><c>/comment.html?code=7</c>: whoever has a comment's code sees what became of it, and may take it back, at once and for ever.</summary>
internal sealed class OwnComment(DatabaseAddress address, FormPages pages, TimeProvider time)
{
    public const string CodeField = "code";

    public static Task AskAsync(HttpContext context, Catalogue catalogue, CancellationToken cancellationToken)
    {
        var which = context.Request.Query[CodeField].ToString();
        return ShowAsync(context, catalogue, Of(which.Length > 64 ? "" : which, context.Request), cancellationToken);
    }

    public async Task TakeAsync(HttpContext context, SentForm sent, CancellationToken cancellationToken)
    {
        var catalogue = await pages.CatalogueAsync(cancellationToken);
        var words = Phrasebooks.For(catalogue.Paper.Language);
        var (typed, which) = (sent[CodeField], sent["which"]);
        var code =
            typed.Trim().Length == 0
            && BrowsersSecret.Find(context.Request) is { } secret
            && which.Length is > 0 and <= 64
                ? CommentCode.Of(which, secret)
                : CommentCode.Parse(typed);
        await using var database = address.Open();
        var paper =
            await new PublicationStore(database).FirstAsync(cancellationToken)
            ?? throw new InvalidOperationException("No paper was founded here.");
        var comment = await FindAsync(database, paper.Id, code, cancellationToken);
        if (comment is null || sent.IsFromElsewhere)
        {
            var fault = new FormFault(
                sent.IsFromElsewhere ? words.Forms.Stale : words.Commenting.NoSuchCode,
                CodeField
            );
            var again = Of(which, context.Request) with { Typed = typed, Faults = new([fault]) };
            await ShowAsync(context, catalogue, again, cancellationToken, StatusCodes.Status422UnprocessableEntity);
            return;
        }

        if (sent.Has("takeBack"))
        {
            await new EraseComment(database, paper.Id, time).TakeBackAsync(comment, cancellationToken);
            await ShowAsync(context, catalogue, Of("", context.Request) with { IsTakenBack = true }, cancellationToken);
            return;
        }

        var state = Of(comment.PublicId, context.Request) with
        {
            Typed = typed,
            State = comment.State,
            Because = comment.RemovedBecause,
            Card = catalogue.TryGet(comment.PostId, out var card) ? card : null,
            Page = comment.Page,
        };
        await ShowAsync(context, catalogue, state, cancellationToken);
    }

    /// <summary>The comment that a code fits. A wrong code costs the same query and the same comparison.</summary>
    private static async Task<Comment?> FindAsync(
        Database database,
        PublicationId publication,
        CommentCode code,
        CancellationToken cancellationToken
    )
    {
        var comment = await database
            .Set<Comment>()
            .AsNoTracking()
            .FirstOrDefaultAsync(
                one => one.PublicationId == publication && one.PublicId == code.PublicId,
                cancellationToken
            );
        return code.Fits(comment?.CodeHash) ? comment : null;
    }

    private static OwnCommentModel Of(string which, HttpRequest request) =>
        new(which, "", FormFaults.None, BrowsersSecret.Find(request) is not null && which.Length > 0);

    private static Task ShowAsync(
        HttpContext context,
        Catalogue catalogue,
        OwnCommentModel model,
        CancellationToken cancellationToken,
        int status = StatusCodes.Status200OK
    ) =>
        FormPages.AnswerAsync(
            context,
            catalogue,
            new FormPage(
                Files.Comment,
                Language: null,
                words => model.IsTakenBack ? words.Commenting.TakenBack : words.Commenting.OwnHeading,
                sheet => new Comments_Writing_OwnComment { Model = (sheet, model) }
            )
            {
                Status = status,
            },
            cancellationToken
        );
}

/// <param name="Which">The comment that a link named, or <c>""</c>.</param>
/// <param name="KnowsBrowser">The browser keeps a secret that may do instead of the code.</param>
internal sealed record OwnCommentModel(string Which, string Typed, FormFaults Faults, bool KnowsBrowser)
{
    /// <summary>Null: not asked yet.</summary>
    public CommentState? State { get; init; }

    public RemovalReason? Because { get; init; }

    public Card? Card { get; init; }

    public int Page { get; init; } = 1;

    public bool IsTakenBack { get; init; }
}

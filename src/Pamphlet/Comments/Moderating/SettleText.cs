using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Comments.Moderating;

/// <summary><c>/desk/comments/text/42</c>: what holds for the discussion under one text alone.</summary>
internal static class SettleText
{
    public static async Task<IResult> ShowAsync(
        string id,
        Visit visit,
        Database database,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(id, visit, database, cancellationToken) is not { } post)
        {
            return visit.SeeOther("/desk/comments", visit.Words.Moderating.NoSuchText);
        }

        var own = await new SettingsStore(database, visit.Paper.Id).OfAsync(post.Id, cancellationToken);
        return visit.Page(
            visit.Words.Moderating.ThisDiscussion,
            () => new Comments_Moderating_Text { Model = new TextModel(visit, post, own) }
        );
    }

    public static async Task<IResult> TakeAsync(
        string id,
        Visit visit,
        Database database,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(id, visit, database, cancellationToken) is not { } post)
        {
            return visit.SeeOther("/desk/comments", visit.Words.Moderating.NoSuchText);
        }

        var own = await new SettingsStore(database, visit.Paper.Id).ChangeOfAsync(post.Id, cancellationToken);
        var log = new ModerationLog(database, visit.Paper.Id, time);
        var isOpen = !string.Equals(visit.Form["who"], "nobody", StringComparison.Ordinal);
        DiscussionMode? mode = string.Equals(visit.Form["who"], "trusted", StringComparison.Ordinal)
            ? DiscussionMode.TrustedOnly
            : null;
        if (isOpen != post.CommentsOpen || mode != own.Mode)
        {
            log.Write(
                !isOpen ? ModerationAct.Closed
                    : mode is null ? ModerationAct.Opened
                    : ModerationAct.TrustedOnly,
                post.Id
            );
            // The edition says under the text whether somebody may write.
            new PublicationStore(database).Note(visit.Paper.Id, ChangeKind.Comments, post.Id);
        }

        var isHeld = visit.Form.Has("hold");
        if (isHeld != own.IsHeldByHand)
        {
            log.Write(isHeld ? ModerationAct.HeldByHand : ModerationAct.Released, post.Id);
        }

        (post.CommentsOpen, own.Mode, own.IsHeldByHand) = (isOpen, mode, isHeld);
        own.HoldUntil = isHeld ? own.HoldUntil : null;
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return visit.SeeOther($"/desk/comments/text/{id}", visit.Words.Moderating.Saved);
    }

    private static async Task<Post?> FindAsync(
        string id,
        Visit visit,
        Database database,
        CancellationToken cancellationToken
    ) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? await database
                .Set<Post>()
                .FirstOrDefaultAsync(
                    post => post.PublicationId == visit.Paper.Id && post.Id == new PostId(number) && post.Path != null,
                    cancellationToken
                )
            : null;
}

internal sealed record TextModel(Visit Visit, Post Post, PostDiscussion Own);

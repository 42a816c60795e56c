using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments.Defence;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Comments.Keeping;

/// <summary>Destroys a comment's words, and with them everything that was derived from them. Its place stays while somebody answers it.</summary>
internal sealed class EraseComment(Database database, PublicationId publication, TimeProvider time)
{
    /// <summary>Whoever wrote it takes it back.</summary>
    public Task TakeBackAsync(Comment comment, CancellationToken cancellationToken) =>
        RunAsync([comment.Id], CommentState.Withdrawn, cancellationToken);

    /// <param name="into">What its place says afterwards; null: as before.</param>
    public async Task RunAsync(
        IReadOnlyCollection<CommentId> ids,
        CommentState? into,
        CancellationToken cancellationToken
    )
    {
        await using (var transaction = await database.Database.BeginTransactionAsync(cancellationToken))
        {
            database.ChangeTracker.Clear();
            var settings = await new SettingsStore(database, publication).ChangePaperAsync(cancellationToken);
            var comments = await database
                .Set<Comment>()
                .Where(comment => comment.PublicationId == publication && ids.Contains(comment.Id))
                .ToListAsync(cancellationToken);
            foreach (var comment in comments)
            {
                await ForgetWordsAsync(comment, settings, cancellationToken);
                await new DiscussionPages(database, publication).NoteAsync(comment, cancellationToken);

                comment.State = into ?? comment.State;
                comment.Name = null;
                comment.Markdown = null;
                comment.Likeness = null;
                comment.Reasons = HoldReasons.None;
                comment.KeptUntil = null;
                (comment.Standing, comment.BecamePath, comment.BecameTitle) = (null, null, null);
                comment.FirstSaid = null;
                comment.FirstSaidBy = null;
                comment.CodeHash = into == CommentState.Withdrawn ? null : comment.CodeHash;
            }

            await database.SaveChangesAsync(cancellationToken);
            foreach (var comment in comments.Where(comment => comment.State == CommentState.Withdrawn))
            {
                await PruneAsync(comment, cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        await new ScrubDatabase(database).RunAsync([typeof(Comment), typeof(JudgedWord)], cancellationToken);
    }

    private async Task ForgetWordsAsync(
        Comment comment,
        DiscussionSettings settings,
        CancellationToken cancellationToken
    )
    {
        if (comment is { IsJudged: true, Markdown: { } markdown })
        {
            await new WordJudge(database, publication).LearnAsync(
                CommentRenderer.Plain(markdown),
                wasPublished: comment.State == CommentState.Live,
                by: -1,
                settings,
                cancellationToken
            );
            comment.IsJudged = false;
        }
    }

    // A place that nobody answers tells only that somebody spoke here: the row goes, and then perhaps the one above it.
    private async Task PruneAsync(Comment comment, CancellationToken cancellationToken)
    {
        for (CommentId? next = comment.Id; next is { } id; )
        {
            var row = await database
                .Set<Comment>()
                .AsNoTracking()
                .Where(one => one.PublicationId == publication && one.Id == id)
                .Select(one => new
                {
                    one.ParentId,
                    one.State,
                    one.Page,
                })
                .FirstOrDefaultAsync(cancellationToken);
            var isAnswered = await database
                .Set<Comment>()
                .AnyAsync(one => one.PublicationId == publication && one.ParentId == id, cancellationToken);
            if (row is null || row.State != CommentState.Withdrawn || isAnswered)
            {
                return;
            }

            await database
                .Set<Comment>()
                .Where(one => one.PublicationId == publication && one.Id == id)
                .ExecuteDeleteAsync(cancellationToken);
            if (row.Page != Comment.OnNoPage)
            {
                new PublicationStore(database).Note(publication, ChangeKind.Comments, comment.PostId, row.Page);
            }

            await database.SaveChangesAsync(cancellationToken);
            next = row.ParentId;
        }
    }

    /// <summary>The words of what was removed so long ago that nobody will restore it, and what nobody decided about.</summary>
    public async Task ExpireAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var due = await database
            .Set<Comment>()
            .AsNoTracking()
            .Where(comment => comment.PublicationId == publication && comment.KeptUntil < today)
            .Select(comment => new { comment.Id, comment.State })
            .ToListAsync(cancellationToken);
        var waiting = due.Where(one => one.State == CommentState.Pending).Select(one => one.Id).ToList();
        var removed = due.Where(one => one.State != CommentState.Pending).Select(one => one.Id).ToList();
        if (waiting.Count > 0)
        {
            await RunAsync(waiting, CommentState.Withdrawn, cancellationToken);
        }

        if (removed.Count > 0)
        {
            await RunAsync(removed, into: null, cancellationToken);
        }

        var oldest = today.AddDays(-RecentLikenesses.Days);
        await database
            .Set<Comment>()
            .Where(comment => comment.PublicationId == publication && comment.Likeness != null && comment.Day < oldest)
            .ExecuteUpdateAsync(set => set.SetProperty(comment => comment.Likeness, (long?)null), cancellationToken);
    }
}

using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments.Defence;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Comments.Moderating;

/// <summary>Publishes and removes, one comment after the other, so that of two editors who decide at once one is told.</summary>
internal sealed class DecideComment(Database database, PublicationId publication, TimeProvider time)
{
    /// <summary>How long editors can still restore what they removed.</summary>
    private const int DaysToRestore = 30;

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <param name="seen">What the page showed that was pressed: who had a waiting comment before them decides about no public one.</param>
    /// <param name="because">Null: publish.</param>
    /// <param name="editor">Who says so; kept only while another must say it too.</param>
    public async Task<Decided> RunAsync(
        CommentId id,
        CommentState seen,
        RemovalReason? because,
        string note,
        long editor,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        database.ChangeTracker.Clear();
        var found = await HoldAsync(id, cancellationToken);
        var settings = await new SettingsStore(database, publication).ChangePaperAsync(cancellationToken);
        if (found is null || found.Markdown is null)
        {
            return Decided.Gone;
        }

        // Pending → public or refused; public → removed. Anything else was decided by somebody else meanwhile.
        var isDue =
            found.State == seen && (seen == CommentState.Pending || (seen == CommentState.Live && because is not null));
        if (!isDue)
        {
            return Decided.Already;
        }

        if (IsFirstOfTwo(found, because is null ? FirstSaid.Publish : FirstSaid.Remove, editor, settings))
        {
            await SaveAsync(transaction, cancellationToken);
            return Decided.WaitsForAnother;
        }

        await ApplyAsync(found, because, note, settings, cancellationToken);
        await SaveAsync(transaction, cancellationToken);
        return Decided.Done;
    }

    /// <summary>Puts back what editors removed, as long as its words are kept.</summary>
    public async Task<Decided> RestoreAsync(CommentId id, string note, long editor, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        database.ChangeTracker.Clear();
        var comment = await HoldAsync(id, cancellationToken);
        if (comment is not { Markdown: not null })
        {
            return Decided.Gone;
        }

        if (comment.State != CommentState.Removed)
        {
            return Decided.Already;
        }

        var settings = await new SettingsStore(database, publication).ChangePaperAsync(cancellationToken);
        if (IsFirstOfTwo(comment, FirstSaid.Publish, editor, settings))
        {
            await SaveAsync(transaction, cancellationToken);
            return Decided.WaitsForAnother;
        }

        await LearnAsync(comment, wasPublished: false, by: -1, settings, cancellationToken);
        await LearnAsync(comment, wasPublished: true, by: 1, settings, cancellationToken);
        var pages = new DiscussionPages(database, publication);
        comment.Page =
            comment.Page == Comment.OnNoPage ? await pages.ForAsync(comment, cancellationToken) : comment.Page;
        (comment.State, comment.RemovedBecause, comment.KeptUntil) = (CommentState.Live, null, null);
        (comment.FirstSaid, comment.FirstSaidBy) = (null, null);
        Log(ModerationAct.Restored, comment, because: null, note);
        await pages.NoteAsync(comment, cancellationToken);
        await SaveAsync(transaction, cancellationToken);
        return Decided.Done;
    }

    // Under the rule of two what the first says is noted, and nothing else happens.
    private static bool IsFirstOfTwo(Comment comment, FirstSaid says, long editor, DiscussionSettings settings)
    {
        if (!settings.NeedsTwo || (comment.FirstSaid == says && comment.FirstSaidBy != editor))
        {
            return false;
        }

        (comment.FirstSaid, comment.FirstSaidBy) = (says, editor);
        return true;
    }

    private async Task ApplyAsync(
        Comment comment,
        RemovalReason? because,
        string note,
        DiscussionSettings settings,
        CancellationToken cancellationToken
    )
    {
        var wasPublic = comment.State == CommentState.Live;
        if (comment.IsJudged)
        {
            await LearnAsync(comment, wasPublic, by: -1, settings, cancellationToken);
        }

        await LearnAsync(comment, because is null, by: 1, settings, cancellationToken);
        comment.IsJudged = true;
        (comment.FirstSaid, comment.FirstSaidBy, comment.Reasons) = (null, null, HoldReasons.None);
        var pages = new DiscussionPages(database, publication);
        if (because is null)
        {
            comment.Page = await pages.ForAsync(comment, cancellationToken);
            (comment.State, comment.KeptUntil) = (CommentState.Live, null);
        }
        else
        {
            (comment.State, comment.RemovedBecause) = (CommentState.Removed, because);
            comment.KeptUntil = Today.AddDays(DaysToRestore);
            comment.Page = wasPublic ? comment.Page : Comment.OnNoPage;
            Log(wasPublic ? ModerationAct.Removed : ModerationAct.Refused, comment, because, note);
        }

        await pages.NoteAsync(comment, cancellationToken);
    }

    private Task LearnAsync(
        Comment comment,
        bool wasPublished,
        int by,
        DiscussionSettings settings,
        CancellationToken cancellationToken
    ) =>
        new WordJudge(database, publication).LearnAsync(
            CommentRenderer.Plain(comment.Markdown!),
            wasPublished,
            by,
            settings,
            cancellationToken
        );

    // SQLite's transaction keeps others out already; PostgreSQL's row lock does it here.
    private async Task<Comment?> HoldAsync(CommentId id, CancellationToken cancellationToken)
    {
        if (database is PostgresDatabase)
        {
            await database.Database.ExecuteSqlAsync(
                $"""SELECT 1 FROM comment WHERE "PublicationId" = {publication.Value} AND "Id" = {id.Value} FOR UPDATE""",
                cancellationToken
            );
        }

        var comment = await database.FindAsync<Comment>([publication, id], cancellationToken);
        if (comment is not null)
        {
            await new ThreadPlaces(database, publication).HoldAsync(comment.PostId, cancellationToken);
        }

        return comment;
    }

    private void Log(ModerationAct act, Comment comment, RemovalReason? because, string note) =>
        new ModerationLog(database, publication, time).Write(act, comment.PostId, because, note);

    private async Task SaveAsync(
        Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction,
        CancellationToken cancellationToken
    )
    {
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}

internal enum Decided
{
    Done,

    /// <summary>Somebody else decided first.</summary>
    Already,

    /// <summary>Two must agree: one has spoken.</summary>
    WaitsForAnother,

    /// <summary>Whoever wrote it took it back.</summary>
    Gone,
}

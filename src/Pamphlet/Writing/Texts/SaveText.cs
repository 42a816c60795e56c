using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Writing.Texts;

/// <summary>
/// Saves a draft, unless somebody saved it since the form was opened: then both versions are kept and whoever came second is
/// shown the differences. What it said before becomes a revision.
/// </summary>
internal sealed class SaveText(Database database, PublicationId paper, TimeProvider time)
{
    /// <param name="opened">The fingerprint of the words that the form was opened with.</param>
    /// <param name="sitting">The page that sends it; its unsaved words are saved now.</param>
    public async Task<SavedText> RunAsync(
        PostId id,
        DraftWords words,
        string opened,
        string sitting,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var post = await database
            .Set<Post>()
            .AsNoTracking()
            .FirstOrDefaultAsync(post => post.PublicationId == paper && post.Id == id, cancellationToken);
        if (post is null)
        {
            return new SavedText.Missing();
        }

        var before = DraftWords.Of(post);
        if (before == words)
        {
            await ForgetUnsavedAsync(id, sitting, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new SavedText.Saved(words);
        }

        var isMine =
            string.Equals(before.Fingerprint, opened, StringComparison.Ordinal) && post.State is PostState.Draft;
        if (!isMine || !await ReplaceAsync(id, before, words, cancellationToken))
        {
            await KeepUnsaved.PutAsync(database, paper, id, sitting, words, time, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return post.State is PostState.Draft ? new SavedText.Overtaken(before) : new SavedText.NoDraft();
        }

        await KeepRevisionAsync(database, post, time, cancellationToken);
        await ForgetUnsavedAsync(id, sitting, cancellationToken);

        // Who approved it approved other words.
        await database
            .Set<DeskText>()
            .Where(text => text.PublicationId == paper && text.PostId == id && text.Stage == Stage.Approved)
            .ExecuteUpdateAsync(set => set.SetProperty(text => text.Stage, Stage.Ready), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new SavedText.Saved(words);
    }

    /// <summary>Adds what a text says now to its revisions; the caller's transaction saves it.</summary>
    public static async Task KeepRevisionAsync(
        Database database,
        Post post,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var last = await database
            .Set<Revision>()
            .Where(revision => revision.PublicationId == post.PublicationId && revision.PostId == post.Id)
            .MaxAsync(revision => (int?)revision.Number, cancellationToken);
        database.Add(
            new Revision
            {
                PublicationId = post.PublicationId,
                PostId = post.Id,
                Number = (last ?? 0) + 1,
                Title = post.Title,
                Subtitle = post.Subtitle,
                Summary = post.Summary,
                Markdown = post.Markdown,
                SavedOn = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
            }
        );
        await database.SaveChangesAsync(cancellationToken);
    }

    // The words themselves are compared where they are replaced: between reading and writing PostgreSQL lets others in.
    private async Task<bool> ReplaceAsync(
        PostId id,
        DraftWords before,
        DraftWords words,
        CancellationToken cancellationToken
    )
    {
        Expression<Func<Post, bool>> isAsBefore = post =>
            post.PublicationId == paper
            && post.Id == id
            && post.State == PostState.Draft
            && post.Title == before.Title
            && post.Subtitle == before.Subtitle
            && post.Summary == before.Summary
            && post.Markdown == before.Markdown;
        var day = BeginText.Today(time);
        return await database
                .Set<Post>()
                .Where(isAsBefore)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(post => post.Title, words.Title)
                            .SetProperty(post => post.Subtitle, words.Subtitle)
                            .SetProperty(post => post.Summary, words.Summary)
                            .SetProperty(post => post.Markdown, words.Markdown)
                            .SetProperty(post => post.UpdatedAt, day),
                    cancellationToken
                ) == 1;
    }

    private Task<int> ForgetUnsavedAsync(PostId id, string sitting, CancellationToken cancellationToken) =>
        database
            .Set<UnsavedText>()
            .Where(text => text.PublicationId == paper && text.PostId == id && text.Sitting == sitting)
            .ExecuteDeleteAsync(cancellationToken);
}

/// <summary>What became of saving.</summary>
internal abstract record SavedText
{
    private SavedText() { }

    internal sealed record Saved(DraftWords Words) : SavedText;

    /// <summary>Somebody saved since; what was sent is kept as unsaved, and nothing was overwritten.</summary>
    internal sealed record Overtaken(DraftWords Theirs) : SavedText;

    /// <summary>It was published or withdrawn meanwhile; what was sent is kept as unsaved.</summary>
    internal sealed record NoDraft : SavedText;

    internal sealed record Missing : SavedText;
}

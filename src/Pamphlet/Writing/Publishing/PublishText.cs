using Microsoft.EntityFrameworkCore;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;
using Pamphlet.Writing.Previewing;
using Pamphlet.Writing.Texts;

namespace Pamphlet.Writing.Publishing;

/// <summary>Makes a text public, now or at its minute. The journal gets its line in the same transaction.</summary>
internal sealed class PublishText(Database database, Publication paper, TimeProvider time)
{
    /// <summary>To the minute: the second would tell who pressed what when.</summary>
    public static DateTimeOffset Minute(DateTimeOffset moment) =>
        DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds() / 60 * 60);

    /// <param name="opened">The fingerprint of the words that whoever publishes has read: nobody publishes what they did not see.</param>
    /// <param name="at">When it appears; null: now.</param>
    public async Task<PublishOutcome> RunAsync(
        PostId id,
        string opened,
        DateTimeOffset? at,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var post = await database
            .Set<Post>()
            .FirstOrDefaultAsync(post => post.PublicationId == paper.Id && post.Id == id, cancellationToken);
        var desk = await DeskTextAsync(id, cancellationToken);
        if (await RefusalAsync(post, desk, opened, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var now = Minute(time.GetUtcNow());
        var when = at is { } later ? Minute(later) : now;
        post!.Path ??= await ChooseAddress.ForAsync(database, post, desk?.Slug ?? "", when, cancellationToken);
        post.PublishedAt = when;
        if (when > now)
        {
            post.State = PostState.Scheduled;
        }
        else
        {
            Appear(database, post);
            await ForgetDeskAsync(database, post, cancellationToken);
        }

        await database
            .Set<Publication>()
            .Where(one => one.Id == paper.Id && one.IsStarter)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.IsStarter, false), cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new PublishOutcome.Done(post.Path, when, post.State == PostState.Scheduled);
    }

    /// <summary>Takes a scheduled text back to the desk.</summary>
    public async Task<bool> UnscheduleAsync(PostId id, CancellationToken cancellationToken) =>
        await database
            .Set<Post>()
            .Where(post => post.PublicationId == paper.Id && post.Id == id && post.State == PostState.Scheduled)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(post => post.State, PostState.Draft)
                        .SetProperty(post => post.Path, (string?)null)
                        .SetProperty(post => post.PublishedAt, (DateTimeOffset?)null),
                cancellationToken
            ) == 1;

    /// <summary>Everything scheduled up to now appears; the caller saves.</summary>
    public static void Appear(Database database, Post post)
    {
        post.State = PostState.Published;
        post.UpdatedAt = post.PublishedAt ?? throw new InvalidOperationException("It appears at no time.");
        new PublicationStore(database).Note(post.PublicationId, ChangeKind.Post, post.Id);
    }

    /// <summary>What served the writing is forgotten when it is done: links to the draft, unsaved words, remarks, stages.</summary>
    public static async Task ForgetDeskAsync(Database database, Post post, CancellationToken cancellationToken)
    {
        var (paper, id) = (post.PublicationId, post.Id);
        await database
            .Set<PreviewLink>()
            .Where(link => link.PublicationId == paper && link.PostId == id)
            .ExecuteDeleteAsync(cancellationToken);
        await database
            .Set<UnsavedText>()
            .Where(text => text.PublicationId == paper && text.PostId == id)
            .ExecuteDeleteAsync(cancellationToken);
        await database
            .Set<Reviewing.Remark>()
            .Where(remark => remark.PublicationId == paper && remark.PostId == id)
            .ExecuteDeleteAsync(cancellationToken);
        await database
            .Set<MeantFinding>()
            .Where(meant => meant.PublicationId == paper && meant.PostId == id)
            .ExecuteDeleteAsync(cancellationToken);
        await database
            .Set<DeskText>()
            .Where(text => text.PublicationId == paper && text.PostId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(text => text.Stage, Stage.Written), cancellationToken);
    }

    private Task<DeskText?> DeskTextAsync(PostId id, CancellationToken cancellationToken) =>
        database
            .Set<DeskText>()
            .AsNoTracking()
            .FirstOrDefaultAsync(text => text.PublicationId == paper.Id && text.PostId == id, cancellationToken);

    private async Task<PublishOutcome?> RefusalAsync(
        Post? post,
        DeskText? desk,
        string opened,
        CancellationToken cancellationToken
    )
    {
        if (post is null || post.State != PostState.Draft || desk?.Corrects is not null)
        {
            return new PublishOutcome.NoDraft();
        }

        if (!string.Equals(DraftWords.Of(post).Fingerprint, opened, StringComparison.Ordinal))
        {
            return new PublishOutcome.Changed();
        }

        if (DraftWords.Of(post) is not { HasTitle: true, HasWords: true })
        {
            return new PublishOutcome.Empty();
        }

        var habits = await database
            .Set<WritingHabits>()
            .FirstOrDefaultAsync(one => one.PublicationId == paper.Id, cancellationToken);
        return habits is { AsksSecondPerson: true } && desk?.Stage != Stage.Approved
            ? new PublishOutcome.NotApproved()
            : null;
    }
}

/// <summary>What became of publishing.</summary>
internal abstract record PublishOutcome
{
    private PublishOutcome() { }

    internal sealed record Done(string Path, DateTimeOffset At, bool IsScheduled) : PublishOutcome;

    /// <summary>It is no draft any more, or a correction, which replaces a text instead.</summary>
    internal sealed record NoDraft : PublishOutcome;

    /// <summary>Somebody changed it since it was read over.</summary>
    internal sealed record Changed : PublishOutcome;

    /// <summary>It has no title, or no words: its page would be a fault to whoever opens it.</summary>
    internal sealed record Empty : PublishOutcome;

    internal sealed record NotApproved : PublishOutcome;
}

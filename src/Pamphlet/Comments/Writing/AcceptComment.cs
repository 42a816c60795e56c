using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments.Defence;
using Pamphlet.Comments.Moderating;
using Pamphlet.Comments.Trust;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Comments.Writing;

/// <summary>Writes a checked comment down, durably, as public or as waiting, and says which.</summary>
internal sealed class AcceptComment(
    DatabaseAddress address,
    PublicationId publication,
    RecentLikenesses likenesses,
    Brakes brakes,
    TimeProvider time
)
{
    /// <summary>How long everything waits after too much came at once.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromHours(6);

    /// <returns>Null: too many wait already.</returns>
    public async Task<Accepted?> RunAsync(
        UntrustedComment sent,
        CommentTarget target,
        string trustCode,
        bool fellIntoTrap,
        byte[] secret,
        CancellationToken cancellationToken
    )
    {
        await using var database = address.Open();
        var settings = await new SettingsStore(database, publication).PaperAsync(cancellationToken);
        var now = time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var likeness = Likeness.Of(CommentRenderer.Plain(sent.Markdown));
        var reasons = await SignsAsync(sent, likeness, database, settings, cancellationToken);
        reasons |= fellIntoTrap ? HoldReasons.Trap : HoldReasons.None;

        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var places = new ThreadPlaces(database, publication);
        await places.HoldAsync(target.Post.Id, cancellationToken);
        var codes = new TrustCodes(database, publication);
        var level = trustCode.Length == 0 ? null : await codes.TakeAsync(trustCode, today, cancellationToken);
        reasons |= await CrowdAsync(database, settings, target, now, cancellationToken);
        reasons |= target.IsHeld ? HoldReasons.ByHand : HoldReasons.None;
        reasons |= level is null && !settings.PublishesAtOnce ? HoldReasons.ReadFirst : HoldReasons.None;
        // One sign does not make a trusted reader wait, but for those that mean «everybody waits».
        var waits =
            reasons.HasFlag(HoldReasons.ByHand)
            || reasons.HasFlag(HoldReasons.Crowd)
            || (level is null && reasons != HoldReasons.None);
        if (waits && await WaitingRoom.IsFullAsync(database, publication, settings, cancellationToken))
        {
            return null;
        }

        var code = CommentCode.Of(CommentCode.NewPublicId(), secret);
        var comment = new Comment
        {
            PublicationId = publication,
            Id = RowIds.New<CommentId>(),
            PublicId = code.PublicId,
            PostId = target.Post.Id,
            ParentId = target.Answered?.Id,
            Depth = target.Answered is { } parent ? Math.Min(parent.Depth + 1, ThreadPlaces.Deepest) : 0,
            ThreadPath = await places.NextAsync(target.Post.Id, Above(target), cancellationToken),
            State = waits ? CommentState.Pending : CommentState.Live,
            Name = sent.Name,
            Markdown = sent.Markdown,
            Day = today,
            CodeHash = code.Hash,
            Reasons = waits ? reasons : HoldReasons.None,
            Likeness = likeness,
            KeptUntil = waits ? today.AddDays(WaitingRoom.Days) : null,
        };
        if (!waits)
        {
            var pages = new DiscussionPages(database, publication);
            comment.Page = await pages.ForAsync(comment, cancellationToken);
            await pages.NoteAsync(comment, cancellationToken);
        }

        database.Add(comment);
        var next = level is { } trusted ? codes.Give(trusted, today) : null;
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new Accepted(code, !waits, next, IsCodeSpent: trustCode.Length > 0 && level is null);
    }

    // Deeper ones stand beside what they answer.
    private static string? Above(CommentTarget target) =>
        target.Answered is { } answered && answered.Depth >= ThreadPlaces.Deepest
            ? answered.ThreadPath[..^6]
            : target.Answered?.ThreadPath;

    private async Task<HoldReasons> SignsAsync(
        UntrustedComment sent,
        long? likeness,
        Database database,
        DiscussionSettings settings,
        CancellationToken cancellationToken
    )
    {
        var reasons = TextSigns.Of(sent.Markdown, settings.UnwantedHosts);
        if (likeness is { } like && await likenesses.HasNearAsync(like, database, publication, cancellationToken))
        {
            reasons |= HoldReasons.NearText;
        }

        var plain = CommentRenderer.Plain(sent.Markdown);
        var score = await new WordJudge(database, publication).ScoreAsync(plain, settings, cancellationToken);
        return WordJudge.IsSuspect(score) ? reasons | HoldReasons.LooksRemoved : reasons;
    }

    private async Task<HoldReasons> CrowdAsync(
        Database database,
        DiscussionSettings settings,
        CommentTarget target,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var crowd = brakes.TakeOfCrowd(target.Post.Id, settings);
        if (crowd is { AtText: false, AtPaper: false })
        {
            return HoldReasons.None;
        }

        var log = new ModerationLog(database, publication, time);
        var store = new SettingsStore(database, publication);
        var own = await store.ChangeOfAsync(target.Post.Id, cancellationToken);
        settings = await store.ChangePaperAsync(cancellationToken);
        if (crowd.AtPaper && !(settings.HoldUntil > now))
        {
            log.Write(ModerationAct.HeldByCrowd);
        }
        else if (crowd.AtText && !crowd.AtPaper && !(own.HoldUntil > now))
        {
            log.Write(ModerationAct.HeldByCrowd, target.Post.Id);
        }

        settings.HoldUntil = crowd.AtPaper ? now + Hold : settings.HoldUntil;
        own.HoldUntil = crowd.AtText ? now + Hold : own.HoldUntil;
        return HoldReasons.Crowd;
    }
}

/// <summary>What became of a comment that we took.</summary>
/// <param name="NextTrustCode">In place of the one that was used, or null: none was.</param>
/// <param name="IsCodeSpent">A trust code was given that is not good, or not any more.</param>
internal sealed record Accepted(CommentCode Code, bool IsPublic, string? NextTrustCode, bool IsCodeSpent);

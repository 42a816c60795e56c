using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments.Keeping;
using Pamphlet.Comments.Trust;
using Pamphlet.Desk;
using Pamphlet.Storage;

namespace Pamphlet.Comments.Moderating;

/// <summary><c>/desk/comments/settings</c>: who may write, what waits, when discussions close, and codes to give out.</summary>
internal static class SettleDiscussion
{
    private const string Here = "/desk/comments/settings";

    public static async Task<IResult> ShowAsync(Visit visit, Database database, CancellationToken cancellationToken)
    {
        var settings = await new SettingsStore(database, visit.Paper.Id).PaperAsync(cancellationToken);
        return await PageAsync(visit, database, SentSettings.Of(settings), new Complaints(), null, cancellationToken);
    }

    public static async Task<IResult> TakeAsync(
        Visit visit,
        Database database,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var paper = visit.Paper.Id;
        var words = visit.Words.Moderating;
        var log = new ModerationLog(database, paper, time);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var settings = await new SettingsStore(database, paper).ChangePaperAsync(cancellationToken);
        var (to, said) = (Here, words.Saved);
        switch (visit.Form["do"])
        {
            case "invite":
                var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
                var code = new TrustCodes(database, paper).Give(TrustLevel.Invited, today);
                await database.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                var shown = SentSettings.Of(settings);
                return await PageAsync(visit, database, shown, new Complaints(), code, cancellationToken);
            case "revoke":
                await database
                    .Set<TrustCode>()
                    .Where(one => one.PublicationId == paper)
                    .ExecuteDeleteAsync(cancellationToken);
                log.Write(ModerationAct.CodesRevoked);
                said = words.Revoked;
                break;
            case "hold":
                settings.IsHeldByHand = true;
                log.Write(ModerationAct.HeldByHand);
                (to, said) = ("/desk/comments", words.Held);
                break;
            case "release":
                await ReleaseAsync(database, settings, cancellationToken);
                log.Write(ModerationAct.Released);
                (to, said) = ("/desk/comments", words.Released);
                break;
            default:
                var sent = SentSettings.Of(visit.Form);
                var complaints = sent.Judge(words);
                if (!complaints.IsEmpty)
                {
                    return await PageAsync(visit, database, sent, complaints, null, cancellationToken);
                }

                Settle(settings, sent, log);
                break;
        }

        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await new CloseDiscussions(database, paper, time).RunAsync(cancellationToken);
        return visit.SeeOther(to, said);
    }

    private static async Task ReleaseAsync(
        Database database,
        DiscussionSettings settings,
        CancellationToken cancellationToken
    )
    {
        (settings.IsHeldByHand, settings.HoldUntil) = (false, null);
        await database
            .Set<PostDiscussion>()
            .Where(one => one.PublicationId == settings.PublicationId)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(one => one.HoldUntil, (DateTimeOffset?)null)
                        .SetProperty(one => one.IsHeldByHand, false),
                cancellationToken
            );
    }

    private static void Settle(DiscussionSettings settings, SentSettings sent, ModerationLog log)
    {
        if (settings.Mode != sent.Mode)
        {
            log.Write(
                sent.Mode switch
                {
                    DiscussionMode.Open => ModerationAct.Opened,
                    DiscussionMode.TrustedOnly => ModerationAct.TrustedOnly,
                    _ => ModerationAct.Closed,
                }
            );
        }

        sent.ApplyTo(settings);
    }

    private static async Task<IResult> PageAsync(
        Visit visit,
        Database database,
        SentSettings sent,
        Complaints complaints,
        string? code,
        CancellationToken cancellationToken
    )
    {
        var differing = await new Queue(database, visit.Paper.Id).DifferingAsync(cancellationToken);
        return visit.Page(
            visit.Words.Moderating.Settings,
            () =>
                new Comments_Moderating_Settings
                {
                    Model = new SettingsModel(visit, sent, complaints, differing, code),
                },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );
    }
}

/// <param name="Differing">Texts that have settings of their own, and the addresses of those.</param>
/// <param name="Code">An invitation, shown once; null: none was asked for.</param>
internal sealed record SettingsModel(
    Visit Visit,
    SentSettings Sent,
    Complaints Complaints,
    IReadOnlyList<(long Id, string Title)> Differing,
    string? Code
);

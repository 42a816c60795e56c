using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments.Keeping;
using Pamphlet.Comments.Trust;
using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Comments.Moderating;

/// <summary><c>/desk/comments/settings</c>: who may write, what waits, when discussions close, and codes to give out.</summary>
internal static class SettleDiscussion
{
    private const string Here = "/desk/comments/settings";

    public static async Task<IResult> ShowAsync(Visit visit, Database database, CancellationToken cancellationToken)
    {
        var settings = await new SettingsStore(database, visit.Paper.Id).PaperAsync(cancellationToken);
        return Page(visit, settings, code: null);
    }

    public static async Task<IResult> TakeAsync(
        Visit visit,
        Database database,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var paper = visit.Paper.Id;
        var form = visit.Form;
        var words = visit.Words.Moderating;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var settings = await new SettingsStore(database, paper).PaperAsync(cancellationToken);
        var log = new ModerationLog(database, paper, time);
        switch (form["do"])
        {
            case "invite":
                var code = new TrustCodes(database, paper).Give(TrustLevel.Invited, today);
                await database.SaveChangesAsync(cancellationToken);
                return Page(visit, settings, code);
            case "revoke":
                await database
                    .Set<TrustCode>()
                    .Where(one => one.PublicationId == paper)
                    .ExecuteDeleteAsync(cancellationToken);
                log.Write(ModerationAct.CodesRevoked);
                await database.SaveChangesAsync(cancellationToken);
                return visit.SeeOther(Here, words.Revoked);
            case "hold":
                settings.IsHeldByHand = true;
                log.Write(ModerationAct.HeldByHand);
                await database.SaveChangesAsync(cancellationToken);
                return visit.SeeOther("/desk/comments", words.Held);
            case "release":
                (settings.IsHeldByHand, settings.HoldUntil) = (false, null);
                foreach (
                    var own in await database
                        .Set<PostDiscussion>()
                        .Where(one => one.PublicationId == paper)
                        .ToListAsync(cancellationToken)
                )
                {
                    own.HoldUntil = null;
                }

                log.Write(ModerationAct.Released);
                await database.SaveChangesAsync(cancellationToken);
                return visit.SeeOther("/desk/comments", words.Released);
            default:
                break;
        }

        Settle(settings, form, log);
        await database.SaveChangesAsync(cancellationToken);
        await new CloseDiscussions(database, paper, time).RunAsync(cancellationToken);
        return visit.SeeOther(Here, words.Saved);
    }

    private static void Settle(DiscussionSettings settings, DeskForm form, ModerationLog log)
    {
        var before = settings.Mode;
        settings.Mode =
            Enum.TryParse<DiscussionMode>(form["mode"], out var mode) && Enum.IsDefined(mode) ? mode : before;
        settings.PublishesAtOnce = string.Equals(form["first"], "publish", StringComparison.Ordinal);
        settings.NeedsTwo = form.All("two").Any();
        settings.ClosesAfterDays =
            int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            && days is > 0 and < 36_500
                ? days
                : null;
        settings.UnwantedHosts = Rendering.CleanText.Of(form["hosts"]);
        if (settings.Mode != before)
        {
            log.Write(
                settings.Mode switch
                {
                    DiscussionMode.Open => ModerationAct.Opened,
                    DiscussionMode.TrustedOnly => ModerationAct.TrustedOnly,
                    _ => ModerationAct.Closed,
                }
            );
        }
    }

    private static DeskPage Page(Visit visit, DiscussionSettings settings, string? code) =>
        visit.Page(
            visit.Words.Moderating.Settings,
            () => new Comments_Moderating_Settings { Model = (visit, settings, code) }
        );
}

using Pamphlet.Desk;
using Pamphlet.Storage;

namespace Pamphlet.Comments.Moderating;

/// <summary><c>/desk/comments</c>: what waits, and what was decided lately.</summary>
internal static class ShowQueue
{
    public static async Task<IResult> ShowAsync(
        Visit visit,
        Database database,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var paper = visit.Paper.Id;
        var queue = new Queue(database, paper);
        var settings = await new SettingsStore(database, paper).PaperAsync(cancellationToken);
        var model = new QueueModel(
            visit,
            await queue.FirstAsync(cancellationToken),
            await queue.CountAsync(cancellationToken),
            settings,
            settings.IsHeldByHand || settings.HoldUntil > time.GetUtcNow()
        );
        return visit.Page(visit.Words.Moderating.Title, () => new Comments_Moderating_Queue { Model = model });
    }
}

internal sealed record QueueModel(
    Visit Visit,
    IReadOnlyList<WaitingComment> Waiting,
    int Count,
    DiscussionSettings Settings,
    bool IsHeld
);

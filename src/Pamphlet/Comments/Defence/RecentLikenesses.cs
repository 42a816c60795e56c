using Microsoft.EntityFrameworkCore;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Comments.Defence;

/// <summary>What the comments of the last seven days are like, in memory: comparing with them must not cost a query each time.</summary>
internal sealed class RecentLikenesses(TimeProvider time)
{
    public const int Days = 7;

    // Half a megabyte; older ones of a flood this large are not missed.
    private const int MostKept = 50_000;

    private readonly Lock turn = new();
    private Queue<(DateOnly Day, long Likeness)>? recent;

    /// <summary>Whether somebody sent nearly this already, under any text; it is remembered either way.</summary>
    public async Task<bool> HasNearAsync(
        long likeness,
        Database database,
        PublicationId publication,
        CancellationToken cancellationToken
    )
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var known = recent is null ? await ReadAsync(database, publication, today, cancellationToken) : null;
        lock (turn)
        {
            recent ??= known!;
            while (recent.TryPeek(out var oldest) && (oldest.Day < today.AddDays(-Days) || recent.Count > MostKept))
            {
                recent.Dequeue();
            }

            var isNear = recent.Any(one => Likeness.IsNear(one.Likeness, likeness));
            recent.Enqueue((today, likeness));
            return isNear;
        }
    }

    private static async Task<Queue<(DateOnly, long)>> ReadAsync(
        Database database,
        PublicationId publication,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var since = today.AddDays(-Days);
        var rows = await database
            .Set<Comment>()
            .AsNoTracking()
            .Where(comment => comment.PublicationId == publication && comment.Likeness != null && comment.Day >= since)
            .OrderBy(comment => comment.Day)
            .Select(comment => new { comment.Day, Likeness = comment.Likeness!.Value })
            .Take(MostKept)
            .ToListAsync(cancellationToken);
        return new(rows.Select(row => (row.Day, row.Likeness)));
    }
}

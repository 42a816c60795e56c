using Pamphlet.Posts;
using Pamphlet.Web;

namespace Pamphlet.Comments.Defence;

/// <summary>
/// How fast comments may come: by circuit, by browser's secret, by text, by paper. In memory alone; what is forgotten at a restart
/// is only how busy it was.
/// </summary>
internal sealed class Brakes(TimeProvider time)
{
    // A bucket is 100 bytes; a circuit costs its maker more.
    private const int MostKept = 100_000;

    private readonly Lock turn = new();
    private readonly Dictionary<(BrakeKind Kind, long Key), TokenBucket> buckets = [];

    /// <summary>How many it remembers: never more than a flood of circuits may cost in memory.</summary>
    public int Kept
    {
        get
        {
            lock (turn)
            {
                return buckets.Count;
            }
        }
    }

    /// <summary>Whether this one hand is too quick: it is asked to wait, with its words kept on the page.</summary>
    /// <param name="circuit">Null where no tor told.</param>
    /// <param name="browser">Null where the browser keeps no secret.</param>
    public TimeSpan? TakeOfHand(long? circuit, long? browser, DiscussionSettings settings)
    {
        lock (turn)
        {
            var now = time.GetUtcNow();
            return (
                    circuit is { } one
                        ? Take(BrakeKind.Circuit, one, settings.AtOncePerCircuit, 1.0 / settings.SecondsPerCircuit, now)
                        : null
                )
                ?? (
                    browser is { } secret
                        ? Take(BrakeKind.Browser, secret, burst: 5, 1.0 / 30, now)
                            ?? Take(BrakeKind.BrowsersDay, secret, burst: 20, 20.0 / 86_400, now)
                        : null
                );
        }
    }

    /// <summary>Whether too many hands write at once. Nobody is refused for it: it makes everything wait for an editor.</summary>
    public Crowd TakeOfCrowd(PostId post, DiscussionSettings settings)
    {
        lock (turn)
        {
            var now = time.GetUtcNow();
            var text = settings.PerTextInTenMinutes;
            var paper = settings.PerHour;
            return new Crowd(
                Take(BrakeKind.Text, post.Value, text, text / 600.0, now) is not null,
                Take(BrakeKind.Paper, 0, paper, paper / 3600.0, now) is not null
            );
        }
    }

    private TimeSpan? Take(BrakeKind kind, long key, double burst, double perSecond, DateTimeOffset now)
    {
        if (!buckets.TryGetValue((kind, key), out var bucket))
        {
            if (buckets.Count >= MostKept)
            {
                Forget(now);
            }

            buckets[(kind, key)] = bucket = new TokenBucket(burst, perSecond, now);
        }

        return bucket.Take(now);
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var key in buckets.Where(one => one.Value.IsFull(now)).Select(one => one.Key).ToList())
        {
            buckets.Remove(key);
        }

        // All are in use: a flood. Those of hands go; those that hold everything stay.
        if (buckets.Count >= MostKept)
        {
            foreach (
                var key in buckets.Keys.Where(key => key.Kind is not BrakeKind.Text and not BrakeKind.Paper).ToList()
            )
            {
                buckets.Remove(key);
            }
        }
    }

    private enum BrakeKind
    {
        Circuit,
        Browser,
        BrowsersDay,
        Text,
        Paper,
    }
}

/// <param name="AtText">More came under one text than usual.</param>
/// <param name="AtPaper">More came under all.</param>
internal sealed record Crowd(bool AtText, bool AtPaper);

using Pamphlet.Web;

namespace Pamphlet.Letters.Sending;

/// <summary>How fast letters may come through one of tor's circuits; in memory alone. Where no tor told, nobody is told apart.</summary>
internal sealed class LetterBrakes(TimeProvider time)
{
    private const double AtOnce = 6;
    private const double PerSecond = 1.0 / 300;
    private const int MostKept = 50_000;

    private readonly Lock turn = new();
    private readonly Dictionary<long, TokenBucket> buckets = [];

    /// <returns>Null: go on. Otherwise how long to wait.</returns>
    public TimeSpan? Take(Circuit? circuit)
    {
        if (circuit is null)
        {
            return null;
        }

        var now = time.GetUtcNow();
        lock (turn)
        {
            if (!buckets.TryGetValue(circuit.Key, out var bucket))
            {
                if (buckets.Count >= MostKept)
                {
                    buckets.Clear();
                }

                buckets[circuit.Key] = bucket = new TokenBucket(AtOnce, PerSecond, now);
            }

            return bucket.Take(now);
        }
    }
}

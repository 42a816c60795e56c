using System.Collections.Concurrent;
using Pamphlet.Desk;

namespace Pamphlet.Editors;

/// <summary>
/// How often somebody may try. A browser that was let in before has tries of its own; all others share some for each name.
/// So a stranger who tries through a name hinders other strangers, and never the editor at their own machine.
/// </summary>
/// <remarks>In memory: a list of tries is a list of who came when. A restart forgives.</remarks>
internal sealed class Attempts(TimeProvider time)
{
    private const int Most = 20;
    private const int MostKeys = 10_000;

    // 8,640 tries a day on a name: 2^36 of them, the least that a passphrase must take, would need 20,000 years.
    private static readonly TimeSpan OneMoreAfter = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Bucket> buckets = new(StringComparer.Ordinal);

    /// <summary>Takes one try.</summary>
    /// <returns>False: none is left for now.</returns>
    public bool Take(string key)
    {
        if (buckets.Count >= MostKeys)
        {
            // Whoever fills the memory with names forgives everybody once, and has gained a try or two.
            buckets.Clear();
        }

        var now = time.GetUtcNow();
        var bucket = buckets.GetOrAdd(key, _ => new Bucket { Since = now });
        lock (bucket)
        {
            var refilled = (int)Math.Min(Most, (now - bucket.Since) / OneMoreAfter);
            if (refilled > 0)
            {
                bucket.Left = Math.Min(Most, bucket.Left + refilled);
                bucket.Since = now;
            }

            if (bucket.Left == 0)
            {
                return false;
            }

            bucket.Left--;
            return true;
        }
    }

    private sealed class Bucket
    {
        public int Left { get; set; } = Most;

        public DateTimeOffset Since { get; set; }
    }
}

/// <summary>Which browsers let which editor in since the program started. The browser forgets when it closes, we when we end.</summary>
internal sealed class KnownBrowsers
{
    private const int Most = 1000;

    private readonly ConcurrentDictionary<string, EditorId> known = new(StringComparer.Ordinal);

    public void Remember(string door, EditorId editor)
    {
        if (known.Count >= Most)
        {
            known.Clear();
        }

        known[door] = editor;
    }

    public bool Knows(string? door, EditorId editor) =>
        door is not null && known.TryGetValue(door, out var before) && before == editor;
}

using System.Collections.Concurrent;
using Pamphlet.Posts;

namespace Pamphlet.Writing.Texts;

/// <summary>Which texts are open in how many pages: in memory, by sittings and not by people.</summary>
internal sealed class OpenTexts(TimeProvider time)
{
    // A page without script says only that it was opened.
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(20);

    private readonly ConcurrentDictionary<PostId, ConcurrentDictionary<string, long>> texts = new();

    /// <summary>A page has the text open.</summary>
    /// <returns>Whether another has, too.</returns>
    public bool Touch(PostId text, string sitting)
    {
        var sittings = texts.GetOrAdd(text, _ => new ConcurrentDictionary<string, long>(StringComparer.Ordinal));
        sittings[sitting] = time.GetTimestamp();
        foreach (var (other, since) in sittings)
        {
            if (time.GetElapsedTime(since) > Forgotten)
            {
                sittings.TryRemove(other, out _);
            }
        }

        return sittings.Count > 1;
    }

    public void Close(PostId text, string sitting)
    {
        if (texts.TryGetValue(text, out var sittings))
        {
            sittings.TryRemove(sitting, out _);
        }
    }
}

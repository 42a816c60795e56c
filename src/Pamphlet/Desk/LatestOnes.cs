using System.Diagnostics.CodeAnalysis;

namespace Pamphlet.Desk;

/// <summary>
/// Things by a browser's secret, in memory, up to a number; beyond it the oldest goes. Emptied whole, it would let a stranger who
/// brings enough of his own take everybody's at once.
/// </summary>
internal sealed class LatestOnes<T>(int most)
{
    private readonly Dictionary<string, LinkedListNode<(string Key, T Thing)>> places = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, T Thing)> byAge = new();
    private readonly Lock turn = new();

    public void Keep(string key, T thing)
    {
        lock (turn)
        {
            Remove(key);
            if (places.Count >= most)
            {
                Remove(byAge.First!.Value.Key);
            }

            places[key] = byAge.AddLast((key, thing));
        }
    }

    public bool TryGet(string key, [MaybeNullWhen(false)] out T thing)
    {
        lock (turn)
        {
            var isHere = places.TryGetValue(key, out var place);
            thing = isHere ? place!.Value.Thing : default;
            return isHere;
        }
    }

    /// <summary>Once: who asks again finds nothing.</summary>
    public bool TryTake(string key, [MaybeNullWhen(false)] out T thing)
    {
        lock (turn)
        {
            return TryGet(key, out thing) && Remove(key);
        }
    }

    private bool Remove(string key)
    {
        if (!places.Remove(key, out var place))
        {
            return false;
        }

        byAge.Remove(place);
        return true;
    }
}

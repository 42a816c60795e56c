using System.Runtime.InteropServices;

namespace Pamphlet.Reading;

/// <summary>The lists a card stands in, found by what they are of: a tag, a name, a month. Frozen.</summary>
internal sealed class CardIndex<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, CardList> lists;
    private readonly Func<Card, IEnumerable<TKey>> keysOf;
    private readonly Comparison<Card> order;

    public CardIndex(Func<Card, IEnumerable<TKey>> keysOf, Comparison<Card> order)
        : this([], keysOf, order) { }

    private CardIndex(Dictionary<TKey, CardList> lists, Func<Card, IEnumerable<TKey>> keysOf, Comparison<Card> order)
    {
        this.lists = lists;
        this.keysOf = keysOf;
        this.order = order;
    }

    /// <summary>In no order that means anything.</summary>
    public IReadOnlyCollection<TKey> Keys => lists.Keys;

    public CardList this[TKey key] => lists.GetValueOrDefault(key, CardList.Empty);

    public CardIndex<TKey> With(IEnumerable<Card> removed, IEnumerable<Card> added)
    {
        var changes = new Dictionary<TKey, (List<Card> Removed, List<Card> Added)>();
        foreach (var card in removed)
        {
            foreach (var key in keysOf(card))
            {
                AddOnce(Of(changes, key).Removed, card);
            }
        }

        foreach (var card in added)
        {
            foreach (var key in keysOf(card))
            {
                AddOnce(Of(changes, key).Added, card);
            }
        }

        if (changes.Count == 0)
        {
            return this;
        }

        var copy = new Dictionary<TKey, CardList>(lists);
        foreach (var (key, (gone, come)) in changes)
        {
            var list = lists.GetValueOrDefault(key, CardList.In(order)).With(gone, come);
            if (list.Count > 0)
            {
                copy[key] = list;
            }
            else
            {
                copy.Remove(key);
            }
        }

        return new CardIndex<TKey>(copy, keysOf, order);
    }

    // A text may name one key twice: two tasks of one pen name.
    private static void AddOnce(List<Card> list, Card card)
    {
        if (list.Count == 0 || !ReferenceEquals(list[^1], card))
        {
            list.Add(card);
        }
    }

    private static (List<Card> Removed, List<Card> Added) Of(
        Dictionary<TKey, (List<Card> Removed, List<Card> Added)> changes,
        TKey key
    )
    {
        ref var change = ref CollectionsMarshal.GetValueRefOrAddDefault(changes, key, out var exists);
        if (!exists)
        {
            change = ([], []);
        }

        return change;
    }
}

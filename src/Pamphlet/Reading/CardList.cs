using System.Collections;
using System.Runtime.InteropServices;

namespace Pamphlet.Reading;

/// <summary>Cards in one order, frozen. A list with one card more is a copy of references, never another sort.</summary>
internal sealed class CardList : IReadOnlyList<Card>
{
    private readonly Card[] cards;
    private readonly Comparison<Card> order;

    private CardList(Card[] cards, Comparison<Card> order)
    {
        this.cards = cards;
        this.order = order;
    }

    public static CardList Empty { get; } = new([], CardOrder.ByDate);

    public int Count => cards.Length;

    public Card this[int index] => cards[index];

    public static CardList In(Comparison<Card> order) => new([], order);

    /// <summary>Where <paramref name="card"/> stands, or the complement of where it would.</summary>
    public int IndexOf(Card card)
    {
        var (low, high) = (0, cards.Length - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            switch (order(cards[middle], card))
            {
                case 0:
                    return middle;
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return ~low;
    }

    public ArraySegment<Card> Range(int start, int count) => new(cards, start, count);

    /// <summary>The last <paramref name="count"/>, or as many as there are.</summary>
    public ArraySegment<Card> Last(int count) =>
        Range(Math.Max(0, cards.Length - count), Math.Min(count, cards.Length));

    /// <exception cref="ArgumentException">A card to remove is not there, or one to add is: the caller's fault.</exception>
    public CardList With(List<Card> removed, List<Card> added)
    {
        var gaps = new int[removed.Count];
        for (var i = 0; i < gaps.Length; i++)
        {
            gaps[i] = IndexOf(removed[i]);
        }

        Array.Sort(gaps);
        if (gaps.Length > 0 && gaps[0] < 0)
        {
            throw new ArgumentException("A card is to go that does not stand in its list.", nameof(removed));
        }

        Sort(added);
        var copy = new Card[cards.Length - gaps.Length + added.Count];
        var rest = new Rest(cards, gaps, copy);
        Card? last = null;
        foreach (var card in added)
        {
            var place = IndexOf(card);
            var isKept = place >= 0 && Array.BinarySearch(gaps, place) < 0;
            if (isKept || (last is not null && order(last, card) == 0))
            {
                throw new ArgumentException($"Two texts would lie at {card.Path}.", nameof(added));
            }

            rest.CopyUpTo(place >= 0 ? place : ~place);
            rest.Add(card);
            last = card;
        }

        rest.CopyUpTo(cards.Length);
        return new CardList(copy, order);
    }

    // Texts mostly arrive in order of date, and most lists are in it.
    private void Sort(List<Card> added)
    {
        for (var i = 1; i < added.Count; i++)
        {
            if (order(added[i - 1], added[i]) >= 0)
            {
                added.Sort(order);
                return;
            }
        }
    }

    public IEnumerator<Card> GetEnumerator() => ((IEnumerable<Card>)cards).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>What is still to be copied of the old list into the new one, around the gaps.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Rest(Card[] source, int[] gaps, Card[] target)
    {
        private int from;
        private int to;
        private int gap;

        public void CopyUpTo(int end)
        {
            for (; gap < gaps.Length && gaps[gap] < end; gap++)
            {
                Copy(gaps[gap]);
                from++;
            }

            Copy(end);
        }

        public void Add(Card card) => target[to++] = card;

        private void Copy(int end)
        {
            Array.Copy(source, from, target, to, end - from);
            to += end - from;
            from = end;
        }
    }
}

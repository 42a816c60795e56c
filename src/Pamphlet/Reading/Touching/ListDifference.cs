using Pamphlet.Posts;

namespace Pamphlet.Reading.Touching;

/// <summary>Where a list differs from what it was. Only changed texts are looked for, never the whole list.</summary>
internal sealed class ListDifference
{
    private readonly List<int> inPlace = [];
    private readonly int before;
    private readonly int after;
    private int low = int.MaxValue;
    private int high = -1;

    public ListDifference(CardList before, CardList after, CatalogueDifference difference)
    {
        this.before = before.Count;
        this.after = after.Count;
        var was = PlacesIn(before, difference.Old);
        var now = PlacesIn(after, difference.New);
        foreach (var id in was.Keys.Union(now.Keys))
        {
            Note(was.GetValueOrDefault(id, -1), now.GetValueOrDefault(id, -1));
        }

        if (this.before != this.after)
        {
            if (high < 0)
            {
                throw new ArgumentException("A text came or went that is not named as changed.", nameof(difference));
            }

            high = Math.Max(this.before, this.after) - 1;
        }
    }

    private bool IsEmpty => high < 0 && inPlace.Count == 0;

    /// <summary>Whether the last <paramref name="count"/> of the list may differ from what the last were.</summary>
    public bool TouchesLast(int count) => TouchesFrom(Math.Min(before, after) - count);

    /// <summary>Whether anything may differ at a place or behind it.</summary>
    public bool TouchesFrom(int place) => !IsEmpty && (high >= place || inPlace.Exists(stays => stays >= place));

    /// <summary>The stretches, of so many texts each, in which something may differ, counted from 0.</summary>
    public IEnumerable<int> Stretches(int size)
    {
        var moved = high < 0 ? [] : Enumerable.Range(low / size, (high / size) - (low / size) + 1);
        return moved.Concat(inPlace.Select(place => place / size)).Distinct();
    }

    private void Note(int was, int now)
    {
        if (was == now)
        {
            inPlace.Add(now);
            return;
        }

        foreach (var place in new[] { was, now }.Where(place => place >= 0))
        {
            low = Math.Min(low, place);
            high = Math.Max(high, place);
        }
    }

    private static Dictionary<PostId, int> PlacesIn(CardList list, IReadOnlyList<Card> cards)
    {
        var places = new Dictionary<PostId, int>();
        foreach (var card in cards)
        {
            if (list.IndexOf(card) is >= 0 and var place)
            {
                places[card.Id] = place;
            }
        }

        return places;
    }
}

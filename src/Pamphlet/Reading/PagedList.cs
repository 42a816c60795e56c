using Pamphlet.Seal;

namespace Pamphlet.Reading;

/// <summary>A list cut into pages that are numbered from the oldest, so that a full page never changes when a post comes.</summary>
/// <remarks>
/// The first page one meets shows between <c>size</c> and <c>2·size − 1</c> of the newest, so that «older» leads from it to a
/// full page and nothing is shown twice: page k holds the posts [(k−1)·size, k·size) of the list, counted from the oldest.
/// </remarks>
internal sealed class PagedList(ListKind kind, string slug, string title, CardList cards, int size)
{
    public CardList Cards => cards;

    public string Title => title;

    public int Size => size;

    /// <summary>How many numbered pages there are.</summary>
    public int FullPages => Math.Max(0, (cards.Count / size) - 1);

    /// <summary>The place in the list of the oldest post on the first page one meets.</summary>
    public int FirstStart => FullPages * size;

    public SitePath FirstPath => Files.List(kind, slug);

    public SitePath PathOf(int number) => Files.List(kind, slug, number);

    /// <summary>The numbered page before which the first page ends, or null.</summary>
    public SitePath? OlderThanFirst => FullPages > 0 ? PathOf(FullPages) : null;

    /// <summary>What the first page shows, newest first.</summary>
    public IReadOnlyList<Card> FirstCards => [.. cards.Range(FirstStart, cards.Count - FirstStart).Reverse()];

    public ListPlan First() =>
        new(FirstPath, kind, slug, title, Number: null, FirstCards, Newer: null, OlderThanFirst, cards.Count);

    public ListPlan Page(int number) =>
        new(
            PathOf(number),
            kind,
            slug,
            title,
            number,
            [.. cards.Range((number - 1) * size, size).Reverse()],
            Newer: number == FullPages ? FirstPath : PathOf(number + 1),
            Older: number == 1 ? null : PathOf(number - 1),
            Total: null
        );

    public IEnumerable<ListPlan> Pages() => Enumerable.Range(1, FullPages).Select(Page);
}

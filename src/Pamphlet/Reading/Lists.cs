using System.Globalization;

namespace Pamphlet.Reading;

/// <summary>The paged lists of a paper.</summary>
internal static class Lists
{
    /// <summary>How many popular posts the front page shows.</summary>
    public const int MostRead = 5;

    /// <summary>How many subjects the front page's margin names.</summary>
    private const int MostUsed = 12;

    public static PagedList Paper(Catalogue catalogue) =>
        new(ListKind.Paper, slug: "", title: "", catalogue.Posts, catalogue.Paper.PostsPerPage);

    public static PagedList Tag(Catalogue catalogue, string slug)
    {
        var cards = catalogue.ByTag[slug];
        return new(ListKind.Tag, slug, TagName(cards, slug), cards, catalogue.Paper.PostsPerPage);
    }

    public static PagedList PenName(Catalogue catalogue, string slug)
    {
        var cards = catalogue.ByPenName[slug];
        return new(ListKind.PenName, slug, Name(catalogue, cards, slug), cards, catalogue.Paper.PostsPerPage);
    }

    /// <summary>By name, as the paper's language sorts.</summary>
    public static IEnumerable<PagedList> Tags(Catalogue catalogue) =>
        ByTitle(catalogue, catalogue.ByTag.Keys.Select(slug => (slug, Tag(catalogue, slug))));

    /// <summary>By name, as the paper's language sorts.</summary>
    public static IEnumerable<PagedList> PenNames(Catalogue catalogue) =>
        ByTitle(catalogue, catalogue.ByPenName.Keys.Select(slug => (slug, PenName(catalogue, slug))));

    public static FrontPlan Front(Catalogue catalogue)
    {
        var paper = Paper(catalogue);
        return new(paper.FirstCards, paper.OlderThanFirst, MostReadOf(catalogue));
    }

    public static IReadOnlyList<Card> MostReadOf(Catalogue catalogue) =>
        [.. catalogue.Popular.Take(MostRead).Select(id => catalogue[id])];

    /// <summary>The subjects with most texts, for the front page's margin; those with as many, by address.</summary>
    public static IReadOnlyList<PagedList> MostUsedTags(Catalogue catalogue) =>
        [
            .. catalogue
                .ByTag.Keys.OrderByDescending(slug => catalogue.ByTag[slug].Count)
                .ThenBy(slug => slug, StringComparer.Ordinal)
                .Take(MostUsed)
                .Select(slug => Tag(catalogue, slug)),
        ];

    public static SeriesPlan Series(Catalogue catalogue, string slug)
    {
        var cards = catalogue.BySeries[slug];
        var title = catalogue.Series.TryGetValue(slug, out var series) ? series.Title : cards[0].Series!.Title;
        return new(slug, title, cards);
    }

    private static IEnumerable<PagedList> ByTitle(
        Catalogue catalogue,
        IEnumerable<(string Slug, PagedList List)> lists
    ) =>
        lists
            .OrderBy(
                list => list.List.Title,
                StringComparer.Create(catalogue.Paper.Language.Culture, CompareOptions.IgnoreCase)
            )
            .ThenBy(list => list.Slug, StringComparer.Ordinal)
            .Select(list => list.List);

    // The newest text has the name as it is now written.
    private static string TagName(CardList cards, string slug) =>
        cards.Count == 0 ? slug : cards[^1].Tags.First(tag => Is(tag.Slug, slug)).Name;

    private static string Name(Catalogue catalogue, CardList cards, string slug) =>
        catalogue.PenNames.TryGetValue(slug, out var page) ? page.Name
        : cards.Count == 0 ? slug
        : cards[^1].Bylines.First(name => Is(name.Slug, slug)).Name;

    private static bool Is(string slug, string other) => string.Equals(slug, other, StringComparison.Ordinal);
}

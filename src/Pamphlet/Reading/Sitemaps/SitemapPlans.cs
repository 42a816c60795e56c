namespace Pamphlet.Reading.Sitemaps;

/// <summary>Which parts the sitemap has; none without a home, for a sitemap's addresses are whole ones.</summary>
internal static class SitemapPlans
{
    /// <summary>How many posts a part holds, from the oldest: a new post touches one part.</summary>
    public const int PostsInPart = 1000;

    public static int PartsOf(Catalogue catalogue) => (catalogue.Posts.Count + PostsInPart - 1) / PostsInPart;

    public static IEnumerable<PagePlan> All(Catalogue catalogue) =>
        catalogue.Paper.Home is null
            ? []
            :
            [
                new SitemapPlan(),
                new SitemapPagesPlan(),
                .. Enumerable.Range(1, PartsOf(catalogue)).Select(number => new SitemapPartPlan(number)),
            ];
}

using System.Xml.Linq;

namespace Pamphlet.Tests.Reading;

public sealed class SitemapTests
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public void Its_parts_list_every_post_once()
    {
        var files = InventedPaper.Of(1001).Files();
        var parts = Places(files["sitemap.xml"]);
        Assert.Equal(
            ["sitemap/pages.xml", "sitemap/1.xml", "sitemap/2.xml"],
            parts.Select(part => part["https://paper.example/".Length..])
        );
        Assert.Equal(1000, Places(files["sitemap/1.xml"]).Count);
        Assert.Single(Places(files["sitemap/2.xml"]));
    }

    [Fact]
    public void Robots_are_told_where_it_is_and_not_to_search()
    {
        var paper = InventedPaper.Of(1);
        var robots = (paper with { Paper = paper.Paper with { Home = new Uri("https://x.example/paper/") } }).Files()[
            "robots.txt"
        ];
        Assert.Contains("Sitemap: https://x.example/paper/sitemap.xml\n", robots, StringComparison.Ordinal);
        Assert.Contains("Disallow: /paper/search?\n", robots, StringComparison.Ordinal);
    }

    private static List<string> Places(string xml) =>
        [.. XDocument.Parse(xml).Descendants(Sitemap + "loc").Select(place => place.Value)];
}

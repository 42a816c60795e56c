using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Pamphlet.Tests.House;

namespace Pamphlet.Tests.Stories;

/// <summary>What programs read: each feed against its own specification.</summary>
public sealed class FeedTests(PaperFixture papers)
{
    private const string Grammar = "tests/Pamphlet.Tests/Stories/atom.rng";

    [Fact]
    public async Task Every_atom_feed_keeps_to_rfc_4287()
    {
        var paper = await papers.Sample;
        var feeds = Directory.GetFiles(paper.Folder, "*.atom", SearchOption.AllDirectories);

        Assert.NotEmpty(feeds);
        var (exit, _, errors) = await Tool.RunAsync(
            "xmllint",
            ["--noout", "--nonet", "--relaxng", Checkout.Full(Grammar), .. feeds]
        );

        Assert.True(exit == 0, errors);
        foreach (var feed in feeds)
        {
            var names = Load(feed)
                .Descendants()
                .Where(one => one.Name.LocalName == "id")
                .Select(id => id.Value)
                .ToList();
            Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Theory]
    [InlineData("<id>tag:a</id>", "")]
    [InlineData("00:00Z", "00:00")]
    [InlineData("<name>x</name>", "")]
    [InlineData("type=\"html\"", "type=\"htm\"")]
    [InlineData("href=\"b\"", "")]
    [InlineData("<title>t</title>", "<title>t</title><title>u</title>")]
    [InlineData("<link ", "<bogus/><link ")]
    public async Task The_grammar_of_atom_refuses_what_the_rfc_forbids(string right, string wrong)
    {
        const string Feed = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><id>tag:a</id><updated>2020-01-01T00:00:00Z</updated>
            <author><name>x</name></author><link href="b"/><entry><id>urn:b</id><title type="html">u</title>
            <updated>2020-01-01T00:00:00Z</updated></entry></feed>
            """;

        Assert.Contains(right, Feed, StringComparison.Ordinal);
        Assert.Equal(0, await ExitAsync(Feed));
        Assert.NotEqual(0, await ExitAsync(Feed.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_rss_feed_says_what_rss_2_asks_for()
    {
        var paper = await papers.Sample;
        var feeds = Directory.GetFiles(paper.Folder, "*.rss", SearchOption.AllDirectories);

        Assert.NotEmpty(feeds);
        foreach (var feed in feeds)
        {
            var channel = Load(feed).Root!.Element("channel")!;
            Assert.Equal("2.0", (string?)channel.Parent!.Attribute("version"));
            Assert.All(new[] { "title", "link", "description" }, name => Assert.NotEmpty(channel.Element(name)!.Value));
            var items = channel.Elements("item").ToList();
            Assert.All(
                items,
                item => Assert.False(item.Element("title") is null && item.Element("description") is null)
            );
            Assert.All(
                items,
                item =>
                    Assert.True(
                        DateTimeOffset.TryParse(
                            item.Element("pubDate")!.Value,
                            CultureInfo.InvariantCulture,
                            DateTimeStyles.None,
                            out _
                        )
                    )
            );
            // A guid that is no address says so, or programs follow it.
            Assert.All(
                items.Select(item => item.Element("guid")!),
                guid =>
                    Assert.True((string?)guid.Attribute("isPermaLink") == "false" || IsAddress(guid.Value), guid.Value)
            );
            Assert.Equal(
                items.Count,
                items.Select(item => item.Element("guid")!.Value).Distinct(StringComparer.Ordinal).Count()
            );
            Assert.All(items, item => Assert.True(IsAddress(item.Element("link")!.Value)));
        }
    }

    [Fact]
    public async Task Every_json_feed_says_what_version_1_1_asks_for()
    {
        var paper = await papers.Sample;
        var feeds = Directory.GetFiles(paper.Folder, "feed*.json", SearchOption.AllDirectories);

        Assert.NotEmpty(feeds);
        foreach (var file in feeds)
        {
            using var json = JsonDocument.Parse(
                await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)
            );
            var feed = json.RootElement;
            Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
            Assert.NotEmpty(feed.GetProperty("title").GetString()!);
            Assert.All(
                Addresses(feed, "home_page_url", "feed_url"),
                address => Assert.True(IsAddress(address), address)
            );
            var items = feed.GetProperty("items").EnumerateArray().ToList();
            Assert.NotEmpty(items);
            Assert.Equal(items.Count, items.Select(item => item.GetProperty("id").GetString()).Distinct().Count());
            foreach (var item in items)
            {
                Assert.NotEmpty(item.GetProperty("content_html").GetString()!);
                Assert.All(
                    Addresses(item, "url", "external_url", "image"),
                    address => Assert.True(IsAddress(address), address)
                );
                Assert.All(
                    Addresses(item, "date_published", "date_modified"),
                    moment => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$", moment)
                );
            }
        }
    }

    [Fact]
    public async Task Every_feed_that_a_page_names_is_there()
    {
        var paper = await papers.Sample;

        var named = paper.Pages.SelectMany(page =>
            paper.Read(page).QuerySelectorAll("link[type='application/atom+xml']")
        );

        // Where they lead, the links' own test has followed.
        Assert.NotEmpty(named);
    }

    [Fact]
    public async Task The_sitemap_lists_pages_that_are_there_and_no_other()
    {
        var paper = await papers.Sample;
        XNamespace map = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var listed = Directory
            .GetFiles(paper.Folder, "*.xml", SearchOption.AllDirectories)
            .SelectMany(file => Load(file).Descendants(map + "url").Elements(map + "loc"))
            .Select(place => new Uri(place.Value))
            .ToList();

        Assert.NotEmpty(listed);
        Assert.Single(listed.Select(address => address.Authority).Distinct(StringComparer.Ordinal));
        Checkout.Nobody(
            listed
                .Select(address => Uri.UnescapeDataString(address.AbsolutePath.TrimStart('/')))
                .Where(path =>
                    !paper.Pages.Contains(path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path)
                )
        );
    }

    private static async Task<int> ExitAsync(string feed)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(file, feed);
        var (exit, _, _) = await Tool.RunAsync(
            "xmllint",
            "--noout",
            "--nonet",
            "--relaxng",
            Checkout.Full(Grammar),
            file
        );
        File.Delete(file);
        return exit;
    }

    private static XDocument Load(string file) => XDocument.Load(file);

    private static IEnumerable<string> Addresses(JsonElement element, params string[] names) =>
        names.Where(name => element.TryGetProperty(name, out _)).Select(name => element.GetProperty(name).GetString()!);

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme.StartsWith("http", StringComparison.Ordinal);
}

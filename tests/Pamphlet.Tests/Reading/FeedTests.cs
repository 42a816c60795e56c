using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Pamphlet.Reading;
using Pamphlet.Rendering;

namespace Pamphlet.Tests.Reading;

public sealed class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public void Atom_tells_of_the_twenty_newest_under_their_old_names()
    {
        var feed = Read(InventedPaper.Of(30), "feed.atom");
        Assert.Equal(20, feed.Items.Count());
        Assert.Equal("tag:blogger.com,1999:blog-1", feed.Id);
        Assert.Equal("tag:blogger.com,1999:blog-1.post-30", feed.Items.First().Id);
        Assert.Equal(feed.Items.Max(item => item.LastUpdatedTime), feed.LastUpdatedTime);
    }

    [Fact]
    public void Atom_names_itself_its_author_and_its_languages()
    {
        var feed = XDocument.Parse(InventedPaper.Of(3).Files()["feed.atom"]).Root!;
        Assert.Equal("vi", feed.Attribute(XNamespace.Xml + "lang")?.Value);
        Assert.Equal("https://paper.example/feed.atom", Link(feed, "self"));
        Assert.Equal("https://paper.example/index.html", Link(feed, "alternate"));
        Assert.Equal("Tờ giấy", feed.Element(Atom + "author")?.Element(Atom + "name")?.Value);
        Assert.All(
            feed.Elements(Atom + "entry"),
            entry =>
            {
                Assert.Equal("vi", entry.Attribute(XNamespace.Xml + "lang")?.Value);
                Assert.NotNull(entry.Element(Atom + "author"));
                Assert.Contains(
                    "https://paper.example/index.html",
                    entry.Element(Atom + "content")!.Value,
                    StringComparison.Ordinal
                );
            }
        );
    }

    [Fact]
    public void Without_a_home_no_feed_names_an_address_of_its_own()
    {
        var paper = InventedPaper.Of(3);
        var files = (paper with { Paper = paper.Paper with { Home = null } }).Files();
        Assert.DoesNotContain(
            "paper.example/",
            files["feed.atom"] + files["feed.rss"] + files["feed.json"],
            StringComparison.Ordinal
        );
        Assert.Contains("href=\"../2010/", files["tag/nha-o.atom"], StringComparison.Ordinal);
        Assert.DoesNotContain("sitemap.xml", files.Keys);
    }

    [Fact]
    public void Rss_carries_the_whole_text_and_the_writer_s_name_without_an_address()
    {
        var rss = XDocument.Parse(InventedPaper.Of(3).Files()["feed.rss"]).Root!;
        var item = rss.Descendants("item").First();
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        Assert.Equal("MAI", item.Element(dc + "creator")?.Value);
        Assert.Contains("<p>More</p>", item.Element("description")!.Value, StringComparison.Ordinal);
        Assert.Equal("false", item.Element("guid")?.Attribute("isPermaLink")?.Value);
        Assert.Null(item.Element("author"));
        Assert.Equal(
            "https://paper.example/feed.rss",
            rss.Descendants(Atom + "link").Single().Attribute("href")?.Value
        );
    }

    [Fact]
    public void Json_feed_has_what_its_specification_requires()
    {
        using var feed = JsonDocument.Parse(InventedPaper.Of(25).Files()["feed.json"]);
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.RootElement.GetProperty("version").GetString());
        Assert.Equal("https://paper.example/feed.json", feed.RootElement.GetProperty("feed_url").GetString());
        var items = feed.RootElement.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(20, items.Count);
        Assert.All(
            items,
            item =>
                Assert.Contains(
                    "<div lang=\"vi\" dir=\"ltr\">",
                    item.GetProperty("content_html").GetString(),
                    StringComparison.Ordinal
                )
        );
        Assert.Equal("2010-01-26T08:00:00Z", items[0].GetProperty("date_published").GetString());
    }

    [Fact]
    public void Comments_are_told_of_newest_first_and_only_the_living()
    {
        var paper = Discussed();
        var feed = Read(paper, "comments.atom");
        Assert.Equal(
            ["tag:blogger.com,1999:blog-1.post-1000", "tag:blogger.com,1999:blog-1.post-2000"],
            feed.Items.Select(item => item.Id)
        );
        Assert.Equal("https://paper.example/2010/01/text-1.html#c1000", feed.Items.First().Links[0].Uri.AbsoluteUri);
        Assert.Single(Read(paper, "2010/01/text-1.comments.atom").Items);
        Assert.DoesNotContain("2010/01/text-3.comments.atom", paper.Files().Keys);
    }

    [Fact]
    public void A_character_that_xml_cannot_say_takes_nothing_but_itself()
    {
        var paper = InventedPaper.Of(1);
        var post = paper.Posts.Values.Single() with { Title = "Một\u0003 \ud800hai \ud83d\ude00" };
        var feed = Read(
            paper with
            {
                Posts = new Dictionary<Pamphlet.Posts.PostId, InventedPost> { [post.Id] = post },
            },
            "feed.atom"
        );
        Assert.Equal("Một hai \ud83d\ude00", feed.Items.Single().Title.Text);
    }

    [Fact]
    public void A_paper_without_texts_has_feeds_that_say_so()
    {
        var feed = Read(InventedPaper.Of(0), "feed.atom");
        Assert.Empty(feed.Items);
        Assert.Equal(DateTimeOffset.UnixEpoch, feed.LastUpdatedTime);
    }

    [Fact]
    public void A_paper_that_loads_no_pictures_has_none_in_its_feeds()
    {
        var paper = InventedPaper.Of(1);
        var post = paper.Posts.Values.Single() with
        {
            Words =
                $"<picture><source srcset=\"{SafeHtml.Root}a.avif\"><img src=\"{SafeHtml.Root}a.jpg\" alt=\"Bến\"></picture>",
        };
        paper = paper with { Posts = new Dictionary<Pamphlet.Posts.PostId, InventedPost> { [post.Id] = post } };
        var plain = paper with { Paper = paper.Paper with { Theme = Theme.Plain with { Look = Look.Plain } } };

        foreach (var feed in (string[])["feed.atom", "feed.rss", "feed.json"])
        {
            Assert.Contains("a.avif", paper.Files()[feed], StringComparison.Ordinal);
            var written = plain.Files()[feed];
            Assert.DoesNotContain(
                "<img",
                written.Replace("&lt;", "<", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
            Assert.DoesNotContain("a.avif", written, StringComparison.Ordinal);
            Assert.Contains("https://paper.example/a.jpg", written, StringComparison.Ordinal);
            Assert.Contains("[Bến]", written, StringComparison.Ordinal);
        }
    }

    private static InventedPaper Discussed()
    {
        var paper = InventedPaper.Of(3);
        var posts = paper.Posts.ToDictionary();
        posts[new(1)] = posts[new(1)] with { Comments = [new DateOnly(2021, 1, 2)] };
        posts[new(2)] = posts[new(2)] with { Comments = [new DateOnly(2021, 1, 1)] };
        return paper with { Posts = posts };
    }

    private static SyndicationFeed Read(InventedPaper paper, string path)
    {
        using var reader = XmlReader.Create(new StringReader(paper.Files()[path]));
        return SyndicationFeed.Load(reader);
    }

    private static string? Link(XElement feed, string relation) =>
        feed.Elements(Atom + "link").Single(link => link.Attribute("rel")?.Value == relation).Attribute("href")?.Value;
}

using System.Text.Json;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Pamphlet.Editions.Shelving;
using Pamphlet.Mentions;
using Pamphlet.Reading;
using Pamphlet.Tests.Desk;
using Pamphlet.Tests.Editions;
using Pamphlet.Tests.Reading;

namespace Pamphlet.Tests.Mentions;

public sealed class TellHubTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public void Every_feed_of_texts_names_the_hub_and_none_does_without_one()
    {
        var with = FeedsOf(new Uri("https://hub.example/"));
        var without = FeedsOf(hub: null);

        foreach (var feed in with.Take(2))
        {
            var hub = XDocument
                .Parse(feed)
                .Descendants(Atom + "link")
                .Single(link => link.Attribute("rel")?.Value is "hub");
            Assert.Equal("https://hub.example/", hub.Attribute("href")?.Value);
        }

        using var json = JsonDocument.Parse(with[2]);
        Assert.Equal("https://hub.example/", json.RootElement.GetProperty("hubs")[0].GetProperty("url").GetString());
        Assert.All(without, feed => Assert.DoesNotContain("hub", feed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_hub_is_told_when_the_feed_changed_and_again_where_it_was_away()
    {
        await using var hub = await OtherSite.StartAsync();
        using var shelf = new TestShelf();
        var tell = new TellHub(shelf.Shelf, OtherSite.Reach);
        var paper = SamplePaper.Catalogue.Paper with { Hub = new Uri(hub.At("/hub")) };
        shelf.Whole(("data/feed.atom", "one"));

        Assert.False(await tell.RunAsync(paper, TestDesk.Cancel));
        hub.Page("/hub", context => Task.FromResult(context.Response.StatusCode = StatusCodes.Status204NoContent));
        hub.Asked.Clear();
        Assert.True(await tell.RunAsync(paper, TestDesk.Cancel));
        Assert.False(await tell.RunAsync(paper, TestDesk.Cancel));
        Assert.Equal(3, hub.Asked.Count);
        Assert.StartsWith(
            "POST /hub hub.mode=publish hub.topic=https://machngam.example/feed.atom hub.url=",
            hub.Asked.First(),
            StringComparison.Ordinal
        );

        shelf.Whole(("data/feed.atom", "two"));
        Assert.True(await tell.RunAsync(paper, TestDesk.Cancel));
        Assert.False(await tell.RunAsync(paper with { Hub = null }, TestDesk.Cancel));
    }

    private static List<string> FeedsOf(Uri? hub)
    {
        var paper = SamplePaper.Catalogue.Paper with { Hub = hub };
        var catalogue = SamplePaper.Catalogue.With(new CatalogueChange { Paper = paper });
        return
        [
            .. SitePlan
                .Everything(catalogue)
                .OfType<FeedPlan>()
                .Where(plan => plan.Slug.Length == 0 && !plan.IsBrief)
                .OrderBy(plan => plan.Format)
                .Select(plan => System.Text.Encoding.UTF8.GetString(SamplePaper.Page(plan, catalogue))),
        ];
    }
}

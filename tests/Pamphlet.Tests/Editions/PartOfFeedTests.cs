using System.Xml.Linq;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Editions;

/// <summary>What programs ask of Blogger's feeds, asked of the starter paper's three posts, and of its other old addresses.</summary>
public sealed class PartOfFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("/feeds/posts/default", 3)]
    [InlineData("/feeds/posts/default?max-results=2", 2)]
    [InlineData("/feeds/posts/default?max-results=2&start-index=3", 1)]
    [InlineData("/feeds/posts/default?start-index=26&max-results=25", 0)]
    [InlineData("/feeds/posts/default?max-results=-1", 3)]
    [InlineData("/feeds/posts/full?published-min=2026-11-02T00:00:00Z", 1)]
    [InlineData("/feeds/posts/default?published-max=2026-11-02T00:00:00Z&orderby=updated", 2)]
    [InlineData("/feeds/posts/default/-/Printing?max-results=1", 1)]
    public async Task A_part_of_a_feed_is_what_was_asked_for(string target, int entries)
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.Press.PublishAsync(TestDesk.Cancel);
        using var client = Client(desk);

        var feed = XDocument.Parse(await client.GetStringAsync(At(target), TestDesk.Cancel)).Root!;

        Assert.Equal(entries, feed.Elements(Atom + "entry").Count());
    }

    [Theory]
    [InlineData("/feeds/posts/default?max-results=1&alt=rss", "application/rss+xml")]
    [InlineData("/feeds/posts/default?max-results=1&alt=json", "application/feed+json")]
    public async Task It_comes_in_the_format_that_was_asked_for(string target, string type)
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.Press.PublishAsync(TestDesk.Cancel);
        using var client = Client(desk);

        using var answer = await client.GetAsync(At(target), TestDesk.Cancel);

        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_summary_feed_has_beginnings_and_the_other_whole_texts()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.Press.PublishAsync(TestDesk.Cancel);
        using var client = Client(desk);

        var whole = await client.GetStringAsync(At("/feeds/posts/default"), TestDesk.Cancel);
        var brief = await client.GetStringAsync(At("/feeds/posts/summary"), TestDesk.Cancel);
        var part = await client.GetStringAsync(At("/feeds/posts/summary?max-results=3"), TestDesk.Cancel);

        Assert.InRange(brief.Length, 500, whole.Length / 2);
        Assert.InRange(part.Length, 500, whole.Length / 2);
    }

    [Theory]
    [InlineData("/search?updated-max=2026-11-02T00:00:00-07:00&max-results=7", "/2026/11/index.html")]
    [InlineData("/search?updated-max=2001-01-01T00:00:00%2B07:00", "/archive.html")]
    [InlineData("/search/label/Printing?updated-max=2026-11-02T00:00:00-07:00&max-results=20", "/tag/printing.html")]
    public async Task Older_posts_lead_to_where_they_stand(string target, string location)
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.Press.PublishAsync(TestDesk.Cancel);
        using var client = Client(desk);

        using var answer = await client.GetAsync(At(target), TestDesk.Cancel);

        Assert.Equal((301, location), ((int)answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    private static HttpClient Client(TestDesk desk) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = desk.Address };

    private static Uri At(string target) => new(target, UriKind.Relative);
}

using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Mentions;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Mentions;

public sealed class TellMentionsTests
{
    private const string Path = "2026/11/an-answer.html";
    private const string Home = "https://paper.example/";

    [Theory, EachDatabase]
    public async Task Whom_a_text_answers_or_links_is_told_once_when_readers_can_read_it(TestDatabase database)
    {
        await using var site = await OtherSite.StartAsync();
        await using var desk = await TestDesk.StartAsync(database);
        site.Page("/answered", "<link rel='webmention' href='/hear'>");
        site.Page("/linked", "<p><a rel='nofollow webmention' href='hear?id=7'>tell me</a></p>");
        site.Page("/hear", context => Accept(context));
        await SettleAsync(desk, new DateOnly(2026, 11, 1));
        await PublishAsync(
            desk,
            site.At("/answered"),
            $"See [this]({site.At("/linked")}) and [home]({Home}) and <b>this</b>."
        );

        Assert.Equal(2, await TellAsync(desk));
        Assert.Equal(0, await TellAsync(desk));

        Assert.Equal(
            [
                "GET /answered",
                $"POST /hear source={Home}{Path} target={site.At("/answered")}",
                "GET /linked",
                $"POST /hear source={Home}{Path} target={site.At("/linked")}",
            ],
            site.Asked
        );
    }

    [Fact]
    public async Task Nobody_is_told_by_a_paper_that_did_not_ask_for_it_nor_of_older_texts()
    {
        await using var site = await OtherSite.StartAsync();
        await using var desk = await TestDesk.StartAsync();
        await PublishAsync(desk, site.At("/answered"), "Words.");

        await SettleAsync(desk, since: null);
        Assert.Equal(0, await TellAsync(desk));
        await SettleAsync(desk, new DateOnly(2026, 11, 24));
        Assert.Equal(0, await TellAsync(desk));
        Assert.Empty(site.Asked);
    }

    [Fact]
    public async Task Before_its_edition_is_out_nobody_is_told_of_a_text()
    {
        await using var site = await OtherSite.StartAsync();
        await using var desk = await TestDesk.StartAsync();
        site.Page("/answered", "<link rel='webmention' href='/hear'>");
        site.Page("/hear", context => Accept(context));
        await SettleAsync(desk, new DateOnly(2026, 11, 1));
        var before = await desk.Press.CatalogueAsync(TestDesk.Cancel);
        await PublishAsync(desk, site.At("/answered"), "Words.");

        Assert.Equal(0, await Mentions(desk).RunAsync(before, TestDesk.Cancel));
        Assert.Empty(site.Asked);
        Assert.Equal(1, await TellAsync(desk));
    }

    [Theory]
    [InlineData("</hear>; rel=webmention", "", "/hear")]
    [InlineData("<https://x.example/>; rel=next, </hear>; rel=\"other webmention\"", "", "/hear")]
    [InlineData("</hear>; rel=webmention", "<link rel=webmention href=/not-this>", "/hear")]
    [InlineData("", "<a rel='webmention' href='/first'>a</a><link rel='webmention' href='/second'>", "/first")]
    [InlineData("", "<a rel='webmention'>no address</a><a rel='webmention' href='/second'>b</a>", "/second")]
    [InlineData("", "<link rel='webmention' href=''>", "/page")]
    [InlineData("", "<!-- <link rel='webmention' href='/comment'> --><p>rel=webmention</p>", null)]
    [InlineData("", "<link rel='not-webmention' href='/x'>", null)]
    public void An_endpoint_is_found_where_the_protocol_says(string header, string html, string? expected)
    {
        var page = new AskedPage(new Uri("https://blog.example/page"), html, header, PageFault.None);

        Assert.Equal(expected, FindEndpoint.In(page)?.AbsolutePath);
    }

    [Theory]
    [InlineData("http://169.254.169.254/hear")]
    [InlineData("http://192.168.1.1/hear")]
    [InlineData("http://printer.local/hear")]
    [InlineData("javascript:alert(1)")]
    public async Task An_endpoint_in_a_closed_network_is_told_nothing(string endpoint)
    {
        await using var site = await OtherSite.StartAsync();
        await using var desk = await TestDesk.StartAsync();
        site.Page("/answered", $"<link rel='webmention' href='{endpoint}'>");
        await SettleAsync(desk, new DateOnly(2026, 11, 1));
        await PublishAsync(desk, site.At("/answered"), "Words.");

        Assert.Equal(0, await TellAsync(desk));
        Assert.Equal(["GET /answered"], site.Asked);
    }

    [Fact]
    public async Task Of_a_hundred_links_twenty_are_told()
    {
        await using var site = await OtherSite.StartAsync();
        await using var desk = await TestDesk.StartAsync();
        await SettleAsync(desk, new DateOnly(2026, 11, 1));
        var links = Enumerable.Range(0, 100).Select(number => $"<{site.At($"/{number}")}>");
        await PublishAsync(desk, null, string.Join(" ", links));

        _ = await TellAsync(desk);

        Assert.Equal(20, site.Asked.Count);
    }

    private static Task Accept(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return Task.CompletedTask;
    }

    private static TellMentions Mentions(TestDesk desk) =>
        new(desk.Database.Address, OtherSite.Reach, new OwnAddresses(() => null));

    private static async Task<int> TellAsync(TestDesk desk)
    {
        _ = await desk.Press.PublishAsync(TestDesk.Cancel);
        return await Mentions(desk).RunAsync(await desk.Press.CatalogueAsync(TestDesk.Cancel), TestDesk.Cancel);
    }

    private static async Task SettleAsync(TestDesk desk, DateOnly? since)
    {
        await using var open = desk.Database.Open();
        var paper = await open.Set<Publication>().SingleAsync(TestDesk.Cancel);
        (paper.Home, paper.SendsMentionsSince) = (Home, since);
        await open.SaveChangesAsync(TestDesk.Cancel);
    }

    /// <summary>A text that appeared on 23 November.</summary>
    private static async Task PublishAsync(TestDesk desk, string? answered, string words)
    {
        await using var open = desk.Database.Open();
        // The starter paper's own texts are older than what is told.
        await open.Set<Post>()
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(post => post.PublishedAt, new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero)),
                TestDesk.Cancel
            );
        var when = new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
        var post = new Post
        {
            Id = new PostId(77),
            PublicationId = desk.Paper.Id,
            Kind = PostKind.Post,
            State = PostState.Published,
            Path = Path,
            Title = "An answer",
            Language = Language.English,
            Markdown = words,
            PublishedAt = when,
            UpdatedAt = when,
            EntryId = "urn:an-answer",
            InReplyToUrl = answered,
            InReplyToTitle = answered is null ? null : "A text",
        };
        open.Add(post);
        open.Add(
            new Change
            {
                PublicationId = desk.Paper.Id,
                Kind = ChangeKind.Post,
                PostId = post.Id,
            }
        );
        await open.SaveChangesAsync(TestDesk.Cancel);
    }
}

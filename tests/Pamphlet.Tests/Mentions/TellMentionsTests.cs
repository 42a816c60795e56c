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

    [Theory, EachDatabase]
    public async Task Whom_a_corrected_text_links_now_and_whom_it_linked_before_are_told(TestDatabase database)
    {
        await using var site = await OtherSite.StartAsync();
        await using var desk = await TestDesk.StartAsync(database);
        foreach (var page in (string[])["/thought-better-of", "/before", "/always", "/now"])
        {
            site.Page(page, "<link rel='webmention' href='/hear'>");
        }

        site.Page("/hear", context => Accept(context));
        await SettleAsync(desk, new DateOnly(2026, 11, 1));
        await PublishAsync(desk, null, $"<{site.At("/before")}> <{site.At("/always")}>");
        // The draft's own older version: nobody read it.
        await ReviseAsync(desk, 1, $"<{site.At("/thought-better-of")}>");
        Assert.Equal(2, await TellAsync(desk));

        await ReviseAsync(desk, 2, $"<{site.At("/before")}> <{site.At("/always")}>");
        await ChangeAsync(desk, post => post.Markdown = $"<{site.At("/always")}> <{site.At("/now")}>");
        Assert.Equal(3, await TellAsync(desk));
        Assert.Equal(0, await TellAsync(desk));

        Assert.Equal(
            ["/before", "/always", "/always", "/now", "/before"],
            site.Asked.Where(asked => asked.StartsWith("GET ", StringComparison.Ordinal)).Select(asked => asked[4..])
        );
    }

    [Theory, EachDatabase]
    public async Task Whom_a_withdrawn_text_linked_is_told_that_it_is_gone_and_that_it_came_back(TestDatabase database)
    {
        await using var site = await OtherSite.StartAsync();
        await using var desk = await TestDesk.StartAsync(database);
        site.Page("/linked", "<link rel='webmention' href='/hear'>");
        site.Page("/hear", context => Accept(context));
        await SettleAsync(desk, new DateOnly(2026, 11, 1));
        await PublishAsync(desk, null, $"<{site.At("/linked")}>");
        Assert.Equal(1, await TellAsync(desk));

        await ChangeAsync(desk, post => post.State = PostState.Withdrawn);
        Assert.Equal(1, await TellAsync(desk));
        Assert.Equal(0, await TellAsync(desk));
        await ChangeAsync(desk, post => post.State = PostState.Published);
        Assert.Equal(1, await TellAsync(desk));
        Assert.Equal(0, await TellAsync(desk));
    }

    [Fact]
    public async Task Nobody_is_told_of_a_text_that_was_withdrawn_before_anybody_was_told()
    {
        await using var site = await OtherSite.StartAsync();
        await using var desk = await TestDesk.StartAsync();
        await SettleAsync(desk, new DateOnly(2026, 11, 1));
        await PublishAsync(desk, null, $"<{site.At("/linked")}>");
        await ChangeAsync(desk, post => post.State = PostState.Withdrawn);

        Assert.Equal(0, await TellAsync(desk));
        Assert.Empty(site.Asked);
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

    [Fact]
    public void A_header_of_nothing_but_beginnings_holds_no_endpoint_and_stops_nobody()
    {
        var header = string.Concat(Enumerable.Repeat("<>;", 20_000));
        var page = new AskedPage(new Uri("https://blog.example/page"), "", header, PageFault.None);

        Assert.Null(FindEndpoint.In(page));
    }

    [Theory]
    [InlineData("http://127.0.0.1./hear")]
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

    private static async Task ReviseAsync(TestDesk desk, int number, string words)
    {
        await using var open = desk.Database.Open();
        open.Add(
            new Revision
            {
                PublicationId = desk.Paper.Id,
                PostId = new PostId(77),
                Number = number,
                Title = "An answer",
                Markdown = words,
                SavedOn = new DateOnly(2026, 11, 22),
            }
        );
        await open.SaveChangesAsync(TestDesk.Cancel);
    }

    private static async Task ChangeAsync(TestDesk desk, Action<Post> change)
    {
        await using var open = desk.Database.Open();
        change(await open.Set<Post>().SingleAsync(post => post.Id == new PostId(77), TestDesk.Cancel));
        open.Add(
            new Change
            {
                PublicationId = desk.Paper.Id,
                Kind = ChangeKind.Post,
                PostId = new PostId(77),
            }
        );
        await open.SaveChangesAsync(TestDesk.Cancel);
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

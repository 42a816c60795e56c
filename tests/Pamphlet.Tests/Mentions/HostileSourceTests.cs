using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments;
using Pamphlet.Mentions;
using Pamphlet.Pictures.Fetching;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Mentions;

/// <summary>Whoever sends a mention chooses whom we ask. Each way to turn that against somebody.</summary>
public sealed class HostileSourceTests
{
    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://localhost/")]
    [InlineData("http://router/")]
    [InlineData("http://printer.local/")]
    [InlineData("http://192.168.1.1/reboot")]
    [InlineData("http://10.0.0.8/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://user@example.org/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://example.org/")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task Nobody_is_asked_on_this_machine_or_in_its_network(string source)
    {
        await using var site = await OtherSite.StartAsync();
        var outward = new Outward(onion: null, proxy: null);
        await using var desk = await TakeMentionTests.HearingAsync(site, outward: outward);

        Assert.Equal(HttpStatusCode.BadRequest, await TakeMentionTests.SendAsync(desk, source));
        Assert.Equal(HttpStatusCode.BadRequest, await TakeMentionTests.SendAsync(desk, site.At("/reply")));
        Assert.Empty(site.Asked);
    }

    [Fact]
    public async Task A_name_that_resolves_into_a_closed_network_is_not_connected_to()
    {
        await using var site = await OtherSite.StartAsync();
        site.Page("/", "<p>reached</p>");
        var address = new Uri($"http://localhost:{site.Address.Port}/");
        using var open = OtherSite.Reach.Open();
        using var closed = new Outward(onion: null, proxy: null).Open();

        // Without the first the second would prove nothing.
        using var answer = await open.GetAsync(address, TestDesk.Cancel);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => closed.GetAsync(address, TestDesk.Cancel));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.IsType<ClosedAddressException>(refused.InnerException);
        Assert.Single(site.Asked);
    }

    [Fact]
    public async Task Three_redirects_are_followed_and_four_are_not()
    {
        await using var site = await OtherSite.StartAsync();
        await using var desk = await TakeMentionTests.HearingAsync(site);
        site.Page("/reply", TakeMentionTests.Reply(desk));
        site.Redirect("/1", "/reply");
        site.Redirect("/2", "/1");
        site.Redirect("/3", site.At("/2"));
        site.Redirect("/4", "/3");
        site.Redirect("/circle", "/circle");

        Assert.Equal(HttpStatusCode.Accepted, await TakeMentionTests.SendAsync(desk, site.At("/3")));
        Assert.Equal(HttpStatusCode.BadRequest, await TakeMentionTests.SendAsync(desk, site.At("/4")));
        Assert.Equal(HttpStatusCode.BadRequest, await TakeMentionTests.SendAsync(desk, site.At("/circle")));
        Assert.Equal(4, site.Asked.Count(asked => asked == "GET /circle"));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://printer.local/")]
    [InlineData("file:///etc/passwd")]
    public async Task A_redirect_into_a_closed_network_is_not_followed(string to)
    {
        await using var site = await OtherSite.StartAsync();
        site.Redirect("/reply", to);

        var page = await new AskPage(OtherSite.Reach).GetAsync(new Uri(site.At("/reply")), TestDesk.Cancel);

        Assert.Equal(PageFault.Closed, page.Fault);
    }

    [Fact]
    public async Task An_endless_page_is_cut_at_its_bound_and_a_silent_one_when_patience_ends()
    {
        await using var site = await OtherSite.StartAsync();
        site.Page(
            "/endless",
            async context =>
            {
                context.Response.ContentType = "text/html";
                var piece = new byte[16 * 1024];
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await context.Response.Body.WriteAsync(piece, context.RequestAborted);
                }
            }
        );
        site.Page(
            "/silent",
            async context =>
            {
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync("<p>", context.RequestAborted);
                await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
            }
        );
        var hurried = new Outward(onion: null, proxy: null)
        {
            IsOpen = IPAddress.IsLoopback,
            Patience = TimeSpan.FromMilliseconds(300),
        };

        var endless = await new AskPage(OtherSite.Reach).GetAsync(new Uri(site.At("/endless")), TestDesk.Cancel);
        var silent = await new AskPage(hurried).GetAsync(new Uri(site.At("/silent")), TestDesk.Cancel);

        Assert.Equal((PageFault.TooLarge, PageFault.Slow), (endless.Fault, silent.Fault));
    }

    [Theory]
    [InlineData(200, "image/png", PageFault.NoPage)]
    [InlineData(200, "application/json", PageFault.NoPage)]
    [InlineData(200, "", PageFault.NoPage)]
    [InlineData(404, "text/html", PageFault.Gone)]
    [InlineData(410, "text/html", PageFault.Gone)]
    [InlineData(500, "text/html", PageFault.Refused)]
    [InlineData(304, "text/html", PageFault.Refused)]
    public async Task What_is_no_page_is_not_read(int status, string type, object fault)
    {
        await using var site = await OtherSite.StartAsync();
        site.Page(
            "/reply",
            context =>
            {
                (context.Response.StatusCode, context.Response.ContentType) = (status, type);
                return Task.CompletedTask;
            }
        );

        var page = await new AskPage(OtherSite.Reach).GetAsync(new Uri(site.At("/reply")), TestDesk.Cancel);

        Assert.Equal(fault, page.Fault);
    }

    [Theory]
    [InlineData("<p>{0}</p>")]
    [InlineData("<!-- <a href='{0}'>x</a> -->")]
    [InlineData("<template><a href='{0}'>x</a></template>")]
    [InlineData("<a href='javascript:location={0}'>x</a>")]
    [InlineData("<a href='{0}x'>x</a>")]
    [InlineData("<a data-href='{0}'>x</a>")]
    public async Task A_page_that_does_not_link_the_text_says_nothing(string html)
    {
        await using var site = await OtherSite.StartAsync();
        await using var desk = await TakeMentionTests.HearingAsync(site);
        site.Page(
            "/reply",
            html.Replace("{0}", $"{desk.Address}2026/11/what-a-paper-is-for.html", StringComparison.Ordinal)
        );

        Assert.Equal(HttpStatusCode.BadRequest, await TakeMentionTests.SendAsync(desk, site.At("/reply")));
        Assert.Single(site.Asked);
        await using var open = desk.Database.Open();
        Assert.False(await open.Set<Comment>().AnyAsync(one => one.State == CommentState.Pending, TestDesk.Cancel));
    }

    [Fact]
    public void A_page_of_a_hundred_thousand_elements_is_read_in_bounds()
    {
        var page = new AskedPage(
            new Uri("https://blog.example/"),
            string.Concat(Enumerable.Repeat("<b>", 60_000)) + "<a href='https://paper.example/a.html'>x</a>",
            "",
            PageFault.None
        );

        Assert.Null(FindLink.In(page, new Uri("https://paper.example/a.html")));
    }
}

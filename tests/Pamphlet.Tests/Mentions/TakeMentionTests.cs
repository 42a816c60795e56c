using System.Net;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments;
using Pamphlet.Desk;
using Pamphlet.Publications;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Mentions;

public sealed class TakeMentionTests
{
    private const string Text = "2026/11/what-a-paper-is-for.html";

    [Theory, EachDatabase]
    public async Task What_another_site_says_waits_for_an_editor_and_then_stands_under_the_text(TestDatabase database)
    {
        await using var site = await OtherSite.StartAsync();
        await using var desk = await HearingAsync(site, database);
        using var mai = await desk.SignInAsync(Act.Moderate);
        site.Page("/reply", Reply(desk));

        var taken = await SendAsync(desk, site.At("/reply"));

        Assert.Equal(HttpStatusCode.Accepted, taken);
        var queue = await mai.GetAsync("/desk/comments");
        Assert.Contains("Ann (127.0.0.1)", queue.Text, StringComparison.Ordinal);
        Assert.Contains("Why I keep nothing", queue.Text, StringComparison.Ordinal);
        Assert.Contains("It came from another site", queue.Text, StringComparison.Ordinal);
        _ = await desk.Press.PublishAsync(TestDesk.Cancel);
        Assert.DoesNotContain("Why I keep nothing", (await mai.GetAsync($"/{Text}")).Text, StringComparison.Ordinal);

        var waiting = await WaitingAsync(desk);
        _ = await mai.PostAsync("/desk/comments", ("do", $"publish {waiting.Id.Value}"));
        _ = await desk.Press.PublishAsync(TestDesk.Cancel);
        var page = await mai.GetAsync($"/{Text}");
        Assert.Contains("Why I keep nothing", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector($"a[href='{site.At("/reply")}'][rel~='ugc']"));
    }

    [Fact]
    public async Task Sent_again_it_is_brought_up_to_date_and_one_that_links_us_no_more_is_taken_back()
    {
        await using var site = await OtherSite.StartAsync();
        await using var desk = await HearingAsync(site);

        site.Page("/reply", Reply(desk));
        _ = await SendAsync(desk, site.At("/reply"));
        var read = await WaitingAsync(desk);
        Assert.Equal(HttpStatusCode.Accepted, await SendAsync(desk, site.At("/reply")));
        Assert.Equal(read.Id, (await WaitingAsync(desk)).Id);
        site.Page("/reply", Reply(desk).Replace("Why I keep nothing", "Why I keep less", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Accepted, await SendAsync(desk, site.At("/reply")));
        var brought = await WaitingAsync(desk);
        Assert.Contains("Why I keep less", brought.Markdown, StringComparison.Ordinal);

        // Whoever read the first words and presses now decides about nothing.
        using var mai = await desk.SignInAsync(Act.Moderate);
        _ = await mai.PostAsync("/desk/comments", ("do", $"publish {read.Id.Value}"));
        Assert.Equal(brought.Id, (await WaitingAsync(desk)).Id);

        site.Page("/reply", "<p>I changed my mind.</p>");
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(desk, site.At("/reply")));
        await using var open = desk.Database.Open();
        Assert.False(await open.Set<Comment>().AnyAsync(one => one.State == CommentState.Pending, TestDesk.Cancel));
    }

    [Fact]
    public async Task A_paper_that_did_not_ask_for_it_asks_nobody()
    {
        await using var site = await OtherSite.StartAsync();
        await using var desk = await TestDesk.StartAsync(outward: OtherSite.Reach);
        site.Page("/reply", Reply(desk));

        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(desk, site.At("/reply")));
        Assert.Empty(site.Asked);
    }

    [Theory]
    [InlineData("p/about.html")]
    [InlineData("2026/11/nothing.html")]
    [InlineData("")]
    public async Task What_is_no_text_open_to_discussion_takes_nothing_and_asks_nobody(string target)
    {
        await using var site = await OtherSite.StartAsync();
        await using var desk = await HearingAsync(site);
        site.Page("/reply", Reply(desk));

        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(desk, site.At("/reply"), target));
        Assert.Empty(site.Asked);
    }

    [Fact]
    public async Task Where_the_discussion_is_closed_nothing_is_taken()
    {
        await using var site = await OtherSite.StartAsync();
        await using var desk = await HearingAsync(site);
        await using (var open = desk.Database.Open())
        {
            await using var transaction = await open.Database.BeginTransactionAsync(TestDesk.Cancel);
            var settings = await new SettingsStore(open, desk.Paper.Id).ChangePaperAsync(TestDesk.Cancel);
            settings.Mode = DiscussionMode.Closed;
            await open.SaveChangesAsync(TestDesk.Cancel);
            await transaction.CommitAsync(TestDesk.Cancel);
        }

        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(desk, site.At("/reply")));
        Assert.Empty(site.Asked);
    }

    [Fact]
    public async Task A_strangers_words_are_words_and_a_name_of_ours_is_marked_with_the_host()
    {
        await using var site = await OtherSite.StartAsync();
        await using var desk = await HearingAsync(site);
        using var mai = await desk.SignInAsync(Act.Moderate);
        site.Page(
            "/reply",
            $"""
            <title>[win](https://evil.example) <img src=x> ![x](https://evil.example/p.png)</title>
            <div class="h-entry"><span class="p-author">{desk.Paper.Name}</span>
            <p>**bold** `code` <script>alert(1)</script> &lt;img src=x onerror=alert(1)&gt; <a href="{desk.Address}{Text}">this</a></p></div>
            """
        );

        _ = await SendAsync(desk, site.At("/reply"));

        var said = (await mai.GetAsync("/desk/comments")).Page.QuerySelector("article.waiting")!;
        Assert.Equal($"{desk.Paper.Name} (127.0.0.1)", said.QuerySelector("h2 bdi")!.TextContent);
        Assert.Equal(
            [site.At("/reply")],
            said.QuerySelectorAll("blockquote a").Select(link => link.GetAttribute("href"))
        );
        Assert.Empty(said.QuerySelectorAll("blockquote img, blockquote code, blockquote script"));
        Assert.Contains("**bold**", said.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_at_once_are_asked_to_come_back_later()
    {
        await using var site = await OtherSite.StartAsync();
        await using var desk = await HearingAsync(site);
        var answers = new List<HttpStatusCode>();

        for (var i = 0; i < 12; i++)
        {
            answers.Add(await SendAsync(desk, site.At($"/{i}")));
        }

        Assert.Equal(10, answers.Count(answer => answer == HttpStatusCode.BadRequest));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(10, site.Asked.Count);
    }

    internal static string Reply(TestDesk desk) =>
        $"""
            <!DOCTYPE html><title>A site</title>
            <article class="h-entry"><h1 class="p-name">Why I keep nothing</h1><p class="p-author h-card">Ann</p>
            <p>They are right: <a class="u-in-reply-to" href="{desk.Address}{Text}">what a paper is for</a> is to be read.</p></article>
            """;

    internal static async Task<TestDesk> HearingAsync(
        OtherSite site,
        TestDatabase? database = null,
        Pamphlet.Mentions.Outward? outward = null
    )
    {
        _ = site;
        var desk = await TestDesk.StartAsync(database, outward: outward ?? OtherSite.Reach);
        await using var open = desk.Database.Open();
        (await open.Set<Publication>().SingleAsync(TestDesk.Cancel)).TakesMentions = true;
        await open.SaveChangesAsync(TestDesk.Cancel);
        return desk;
    }

    internal static async Task<HttpStatusCode> SendAsync(TestDesk desk, string source, string target = Text)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var form = new FormUrlEncodedContent([
            new("source", source),
            new("target", new Uri(desk.Address, target).AbsoluteUri),
        ]);
        using var answer = await client.PostAsync(new Uri(desk.Address, "/webmention"), form, TestDesk.Cancel);
        Assert.Equal("no-store", $"{answer.Headers.CacheControl}");
        return answer.StatusCode;
    }

    private static async Task<Comment> WaitingAsync(TestDesk desk)
    {
        await using var open = desk.Database.Open();
        return await open.Set<Comment>().SingleAsync(one => one.State == CommentState.Pending, TestDesk.Cancel);
    }
}

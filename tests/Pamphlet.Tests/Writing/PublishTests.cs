using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;
using Pamphlet.Writing.Previewing;
using Pamphlet.Writing.Publishing;

namespace Pamphlet.Tests.Writing;

public sealed class PublishTests
{
    [Theory, EachDatabase]
    public async Task A_text_is_written_read_scheduled_published_corrected_and_withdrawn(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInEditorAsync();
        using var hoa = await desk.SignInEditorAsync();
        using var reader = desk.Browse();
        var text = await mai.BeginAsync("The night at the landing");
        _ = await mai.WriteAsync(text, "They came at for.");
        _ = await mai.PostAsync(
            $"{text}/details",
            ("new-name", "Sông Gianh"),
            ("language", "en"),
            ("tags", "River, Night")
        );
        _ = await mai.PostAsync($"{text}/second-person", ("second", "1"));

        // Written and not approved by a second person: it stays.
        Assert.Equal(400, (await mai.PublishAsync(text, ("now", "1"))).Status);
        _ = await mai.PostAsync($"{text}/review", ("ready", "1"));
        _ = await mai.PostAsync($"{text}/review", ("approve", "1"));
        Assert.Equal(400, (await mai.PublishAsync(text, ("now", "1"))).Status);
        _ = await hoa.PostAsync($"{text}/review", ("approve", "1"));

        var page = await mai.GetAsync($"{text}/publish");
        Assert.Contains("Sông Gianh", page.Page.QuerySelector(".names-shown")!.TextContent, StringComparison.Ordinal);
        var scheduled = await mai.PublishAsync(
            text,
            ("schedule", "1"),
            ("day", "2026-11-25"),
            ("hour", "18:00"),
            ("zone", "420")
        );
        Assert.Equal(303, scheduled.Status);
        Assert.Equal(404, (await reader.GetAsync("/2026/11/the-night-at-the-landing.html")).Status);

        // 18:00 in Hà Nội is 11:00 in UTC; the clock stands at 9:30.
        await using (var open = desk.Database.Open())
        {
            Assert.Equal(0, await PublishDue.RunAsync(open, desk.Time.GetUtcNow().AddMinutes(89), TestDesk.Cancel));
            Assert.Equal(1, await PublishDue.RunAsync(open, desk.Time.GetUtcNow().AddMinutes(90), TestDesk.Cancel));
        }

        _ = await desk.Press.PublishAsync(TestDesk.Cancel);
        var published = await reader.GetAsync("/2026/11/the-night-at-the-landing.html");
        Assert.Equal(200, published.Status);
        Assert.Contains("They came at for.", published.Text, StringComparison.Ordinal);
        Assert.Contains("Sông Gianh", published.Text, StringComparison.Ordinal);

        await CorrectAsync(desk, mai, hoa, text);
        var mended = await reader.GetAsync("/2026/11/the-night-at-the-landing.html");
        Assert.Contains("They came at four.", mended.Text, StringComparison.Ordinal);
        Assert.Contains("Corrected on 25 November 2026: The hour was left out.", mended.Text, StringComparison.Ordinal);
        Assert.Contains("Sông Gianh", mended.Text, StringComparison.Ordinal);

        _ = await mai.PostAsync($"{text}/withdraw", ("because", "Its author has asked for it."));
        _ = await desk.Press.PublishAsync(TestDesk.Cancel);
        var gone = await reader.GetAsync("/2026/11/the-night-at-the-landing.html");
        Assert.Equal(410, gone.Status);
        Assert.Contains("Its author has asked for it.", gone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_publishes_what_somebody_changed_since_it_was_read_over()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInEditorAsync();
        var text = await mai.BeginAsync("A draft");
        _ = await mai.WriteAsync(text, "As it was read.");
        var page = await mai.GetAsync($"{text}/publish");
        _ = await mai.WriteAsync(text, "With a name in it.");

        var refused = await mai.PostAsync($"{text}/publish", ("opened", page.Value("opened")), ("now", "1"));

        Assert.Equal(400, refused.Status);
        Assert.Equal(PostState.Draft, (await desk.PostAtAsync(text)).State);
    }

    [Fact]
    public async Task A_minute_that_is_over_or_no_minute_comes_back_with_what_was_typed()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInEditorAsync();
        var text = await mai.BeginAsync("A draft");
        _ = await mai.WriteAsync(text, "Words.");

        var past = await mai.PublishAsync(
            text,
            ("schedule", "1"),
            ("day", "2026-11-24"),
            ("hour", "10:00"),
            ("zone", "0")
        );
        var none = await mai.PublishAsync(text, ("schedule", "1"), ("day", "tomorrow"), ("hour", "ten"), ("zone", "0"));

        Assert.Equal((400, 400), (past.Status, none.Status));
        Assert.Equal("2026-11-24", past.Value("day"));
        Assert.NotNull(past.MessageAt("day"));
        Assert.NotEqual(past.MessageAt("day"), none.MessageAt("day"));
    }

    [Theory, EachDatabase]
    public async Task After_a_restart_two_approve_for_one_of_them_may_have_written_it(TestDatabase database)
    {
        string text;
        await using (var before = await TestDesk.StartAsync(database))
        {
            using var writer = await before.SignInEditorAsync();
            text = await writer.BeginAsync("A draft");
            _ = await writer.WriteAsync(text, "Words.");
            _ = await writer.PostAsync($"{text}/second-person", ("second", "1"));
            _ = await writer.PostAsync($"{text}/review", ("ready", "1"));
        }

        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInEditorAsync();
        using var hoa = await desk.SignInEditorAsync();

        _ = await mai.PostAsync($"{text}/review", ("approve", "1"));
        var alone = (await mai.PublishAsync(text, ("now", "1"))).Status;
        _ = await mai.PostAsync($"{text}/review", ("approve", "1"));
        var twiceByOne = (await mai.PublishAsync(text, ("now", "1"))).Status;
        _ = await hoa.PostAsync($"{text}/review", ("approve", "1"));
        var byTwo = (await mai.PublishAsync(text, ("now", "1"))).Status;

        Assert.Equal((400, 400, 303), (alone, twiceByOne, byTwo));
    }

    [Fact]
    public async Task Findings_are_shown_with_their_line_and_an_answer_stays_until_the_words_change()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInEditorAsync();
        var text = await mai.BeginAsync("A draft");
        _ = await mai.WriteAsync(text, "Once.\n\nCall 0912 345 678.");

        var page = await mai.GetAsync($"{text}/publish");
        var finding = page.Page.QuerySelector(".findings input[name=meant]")!;
        _ = await mai.PostAsync($"{text}/findings", ("meant", finding.GetAttribute("value")!));
        _ = await mai.WriteAsync(text, "Twice.\n\nAnd a line.\n\nCall 0912 345 678.");
        var answered = await mai.GetAsync($"{text}/publish");
        _ = await mai.WriteAsync(text, "Call 0912 345 679.");
        var changed = await mai.GetAsync($"{text}/publish");

        Assert.Contains("line 3", page.Page.QuerySelector(".findings")!.TextContent, StringComparison.Ordinal);
        Assert.Null(answered.Page.QuerySelector(".findings"));
        Assert.NotNull(changed.Page.QuerySelector(".findings"));
    }

    [Fact]
    public async Task Behind_tls_a_secret_link_asks_for_it()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Write);
        var text = await mai.BeginAsync("A draft");
        using var form = new FormUrlEncodedContent([
            new(FormToken.Field, FormToken.Make(mai.Cookie(DeskCookie.Session)!)),
            new("days", "2"),
        ]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(desk.Address, $"{text}/link"))
        {
            Content = form,
        };
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("Cookie", $"__Secure-{DeskCookie.Session}={mai.Cookie(DeskCookie.Session)}");
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false });

        using var made = await client.SendAsync(request, TestDesk.Cancel);

        var page = await made.Content.ReadAsStringAsync(TestDesk.Cancel);
        Assert.Contains($"https://{desk.Address.Authority}/preview/", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"http://{desk.Address.Authority}/preview/", page, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_secret_link_opens_the_draft_until_it_expires_and_the_disk_cannot_make_it(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Write);
        using var guest = desk.Browse();
        var text = await mai.BeginAsync("A draft");
        _ = await mai.WriteAsync(text, "Only for you.");

        var made = await mai.PostAsync($"{text}/link", ("days", "2"));
        var link = new Uri(made.Page.QuerySelector(".once a")!.GetAttribute("href")!).AbsolutePath;
        var sent = await guest.GetAsync(link);
        var page = await guest.GetAsync(sent.Location!);
        var style = await guest.GetAsync($"{link}style.css");
        var guessed = await guest.GetAsync("/preview/AAAAAAAAAAAAAAAAAAAAAAAA/");
        desk.Time.Advance(TimeSpan.FromHours(50));
        var expired = await guest.GetAsync(link);

        Assert.Equal((302, 200, 200), (sent.Status, page.Status, style.Status));
        Assert.Contains("Only for you.", page.Text, StringComparison.Ordinal);
        Assert.Equal("no-store", page.Raw.Headers.CacheControl!.ToString());
        Assert.Equal((404, 404), (guessed.Status, expired.Status));
        await using var open = desk.Database.Open();
        var row = await open.Set<PreviewLink>().SingleAsync(TestDesk.Cancel);
        Assert.DoesNotContain(link.Split('/')[2], row.TokenHash, StringComparison.Ordinal);
        Assert.Equal(0, row.Until.Minute + row.Until.Second);
    }

    [Fact]
    public async Task A_page_stands_in_the_menu_and_the_starter_paper_is_no_starter_any_more()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInEditorAsync();
        using var reader = desk.Browse();
        var text = await mai.BeginAsync("How to reach us", "page");
        _ = await mai.WriteAsync(text, "By the letterbox.");
        _ = await mai.PostAsync(
            $"{text}/details",
            ("kind", "page"),
            ("language", "en"),
            ("menu", "3"),
            ("slug", "reach us")
        );

        _ = await mai.PublishAsync(text, ("now", "1"));
        _ = await desk.Press.PublishAsync(TestDesk.Cancel);

        var front = await reader.GetAsync("/index.html");
        Assert.NotNull(front.Page.QuerySelector("a[href='p/reach-us.html']"));
        await using var open = desk.Database.Open();
        Assert.False((await open.Set<Publication>().SingleAsync(TestDesk.Cancel)).IsStarter);
    }

    [Fact]
    public async Task A_name_that_only_looks_like_another_is_refused_beside_its_field()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInEditorAsync();
        _ = await mai.PostAsync("/desk/names", ("name", "Mai Lan"));

        var same = await mai.PostAsync("/desk/names", ("name", "mai lan"));
        var alike = await mai.PostAsync("/desk/names", ("name", "Mаi Lan"));

        Assert.Equal((400, 400), (same.Status, alike.Status));
        Assert.Equal("Mаi Lan", alike.Page.QuerySelector("#f-name")!.GetAttribute("value"));
        Assert.NotNull(alike.MessageAt("name"));
        await using var open = desk.Database.Open();
        Assert.Equal(1, await open.Set<PenName>().CountAsync(name => name.Slug.StartsWith("mai"), TestDesk.Cancel));
    }

    [Fact]
    public async Task A_correction_opens_no_discussion_that_was_closed_meanwhile()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Write, Act.Edit, Act.Settle, Act.Moderate);
        var text = await mai.BeginAsync("The night at the landing");
        _ = await mai.WriteAsync(text, "They came at for.");
        Assert.Equal(303, (await mai.PublishAsync(text, ("now", "1"))).Status);
        var correction = (await mai.PostAsync($"{text}/correct")).Location!;
        _ = await mai.WriteAsync(correction, "They came at four.");
        var discussion = (await mai.GetAsync($"{correction}/details"))
            .Page.QuerySelector("a[href^='/desk/comments/text/']")!
            .GetAttribute("href")!;

        _ = await mai.PostAsync(discussion, ("who", "nobody"));
        _ = await mai.PostAsync($"{correction}/details", ("language", "en"), ("comments", "1"));
        Assert.Equal(303, (await mai.PublishAsync(correction, ("replace", "1"))).Status);

        var post = await desk.PostAtAsync(text);
        Assert.Equal("They came at four.", post.Markdown.Trim());
        Assert.False(post.CommentsOpen);
    }

    private static async Task CorrectAsync(TestDesk desk, DeskBrowser mai, DeskBrowser hoa, string text)
    {
        var correction = (await hoa.PostAsync($"{text}/correct")).Location!;
        _ = await hoa.WriteAsync(correction, "They came at four.");
        _ = await hoa.PostAsync($"{correction}/review", ("ready", "1"));
        _ = await mai.PostAsync($"{correction}/review", ("approve", "1"));
        var corrected = await mai.PublishAsync(
            correction,
            ("replace", "1"),
            ("what-changed", "The hour was left out.")
        );
        Assert.Equal(303, corrected.Status);
        _ = await desk.Press.PublishAsync(TestDesk.Cancel);
    }
}

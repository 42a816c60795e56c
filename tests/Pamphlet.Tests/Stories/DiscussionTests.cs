using System.Text;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments;
using Pamphlet.Desk;
using Pamphlet.Tests.Comments;
using Pamphlet.Tests.Desk;
using Pamphlet.Tests.Stories.Browsers;

namespace Pamphlet.Tests.Stories;

/// <summary>What a reader does in a discussion: a phone's width, a keyboard, no scripts, in both browsers.</summary>
public sealed class DiscussionTests
{
    private const string Words = "Tôi nhớ bến sông ngày nước lên, và những người đã đi.";

    // The level of each comment and what stands in it, in the order of the page.
    private const string Thread =
        "[...document.querySelectorAll('#comments article')].map(e => e.dataset.depth + ' ' + e.querySelector('.said, .gone').textContent.trim()).join(' | ')";

    [Theory, InlineData("Chromium"), InlineData("Firefox")]
    public async Task A_reader_looks_writes_and_takes_back_by_keyboard_alone(string browser)
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Moderate);
        await using var tab = await OpenAsync(browser);
        await tab.GoAsync(new Uri(desk.Address, LivePaper.Post));

        await tab.ReachAsync("Write a comment");
        await tab.FollowAsync("Write a comment");
        var sideways = await tab.AskAsync("String(document.documentElement.scrollWidth > innerWidth)");
        await tab.ReachAsync("Your comment");
        // As some keyboards write: the letter, then its marks.
        await tab.TypeAsync(Words.Normalize(NormalizationForm.FormD));
        await tab.ReachAsync("What to call you");
        await tab.TypeAsync("Ẩn");
        await tab.ReachAsync("Look at it first");
        await tab.FollowAsync("Write a comment");
        var preview = await tab.AskAsync(
            "(document.querySelector('.notice .said') || document.body).textContent.trim()"
        );
        await tab.ReachAsync("Send");
        await tab.FollowAsync("Write a comment");
        var tooSoon = await tab.AskAsync("document.querySelector('.faults').textContent");
        desk.Time.Advance(TimeSpan.FromSeconds(30));
        await tab.ReachAsync("Send");
        await tab.FollowAsync("Your comment is waiting");
        var code = await tab.AskAsync("document.querySelector('#code + .code').textContent");
        var kept = await OnlyAsync(desk);
        await mai.PostAsync("/desk/comments", ("do", $"publish {kept.Id.Value}"));
        await desk.Press.PublishAsync(TestDesk.Cancel);
        await tab.GoAsync(new Uri(desk.Address, LivePaper.Post));
        var shown = await tab.AskAsync($"document.querySelector('#c{kept.PublicId} .said').textContent.trim()");
        await tab.ReachAsync("Take back");
        await tab.FollowAsync("A comment of yours");
        await tab.ReachAsync("Your code");
        await tab.TypeAsync(code.ToUpperInvariant());
        await tab.ReachAsync("Take it back for ever");
        await tab.FollowAsync("Taken back");

        Assert.Equal("false", sideways);
        Assert.Equal(Words, preview);
        Assert.Contains("press the button once more", tooSoon, StringComparison.Ordinal);
        Assert.Equal((Words, "Ẩn"), (kept.Markdown, kept.Name));
        Assert.Equal(Words, shown);
        await using var open = desk.Database.Open();
        Assert.Empty(await open.Set<Comment>().ToListAsync(TestDesk.Cancel));
    }

    [Theory, InlineData("Chromium"), InlineData("Firefox")]
    public async Task A_reader_who_errs_is_told_beside_the_field_and_keeps_what_they_typed(string browser)
    {
        await using var desk = await TestDesk.StartAsync();
        await using var tab = await OpenAsync(browser);
        await tab.GoAsync(new Uri(desk.Address, $"/comment.html?post={Uri.EscapeDataString(LivePaper.Post)}"));
        desk.Time.Advance(TimeSpan.FromSeconds(30));

        await tab.ReachAsync("Your comment");
        await tab.TypeAsync("…");
        await tab.ReachAsync("What to call you");
        await tab.TypeAsync("The First Hand");
        await tab.ReachAsync("Send");
        await tab.FollowAsync("Write a comment");
        await tab.ReachAsync("Write something here first.");

        Assert.Equal("Write something here first.", await DescribedAsync(tab, "text"));
        Assert.Contains("a name of the paper itself", await DescribedAsync(tab, "name"), StringComparison.Ordinal);
        Assert.Equal("…", await tab.AskAsync("document.querySelector('[name=text]').value"));
        Assert.Equal("The First Hand", await tab.AskAsync("document.querySelector('[name=name]').value"));
    }

    [Theory, InlineData("Chromium"), InlineData("Firefox")]
    public async Task Words_from_right_to_left_stand_at_their_own_side(string browser)
    {
        const string Persian = "این روزنامه را از کودکی به یاد دارم.";
        await using var desk = await TestDesk.StartAsync();
        using var reader = desk.Browse();
        using var mai = await desk.SignInAsync(Act.Moderate);
        var form = await reader.GetAsync($"/comment.html?post={LivePaper.Post}");
        desk.Time.Advance(TimeSpan.FromSeconds(30));
        await reader.PostBareAsync(
            $"/comment.html?post={LivePaper.Post}",
            ("token", form.Value("token")),
            ("name", "مهسا"),
            ("text", Persian)
        );
        var kept = await OnlyAsync(desk);
        await mai.PostAsync("/desk/comments", ("do", $"publish {kept.Id.Value}"));
        await desk.Press.PublishAsync(TestDesk.Cancel);

        await using var tab = await OpenAsync(browser);
        await tab.GoAsync(new Uri(desk.Address, LivePaper.Post));
        var said = await tab.AskAsync(
            $"(e => getComputedStyle(e).direction + ' ' + e.textContent.trim())(document.querySelector('#c{kept.PublicId} .said'))"
        );
        var sideways = await tab.AskAsync("String(document.documentElement.scrollWidth > innerWidth)");

        Assert.Equal($"rtl {Persian}", said);
        Assert.Equal("false", sideways);
    }

    [Theory, InlineData("Chromium"), InlineData("Firefox")]
    public async Task An_answer_stays_when_what_it_answers_is_taken_back(string browser)
    {
        await using var play = await DiscussionPlay.StartAsync(browser);
        var first = await play.WriteAsync("Who remembers the *ferry*?", "Mai");
        await play.PublishAllAsync();
        var tab = await play.OpenAsync(LivePaper.Post);

        await tab.ReachAsync("Reply");
        await tab.FollowAsync("Reply to Mai");
        var inView = await tab.AskAsync("document.querySelector('main blockquote').textContent");
        await tab.ReachAsync("Your comment");
        await tab.TypeAsync("I do, and its bell.");
        play.Wait();
        await tab.ReachAsync("Send");
        await tab.FollowAsync("Your comment is waiting");
        await play.PublishAllAsync();
        await play.ComeBackAsync(tab, LivePaper.Post);
        var before = await tab.AskAsync(Thread);
        await tab.ReachAsync("Take back");
        await tab.FollowAsync("A comment of yours");
        await tab.ReachAsync("Your code");
        await tab.TypeAsync(first.Code);
        await tab.ReachAsync("See what became of it");
        await tab.FollowAsync("A comment of yours");
        var became = await tab.AskAsync("document.querySelector('.notice').textContent.trim()");
        await tab.ReachAsync("Take it back for ever");
        await tab.FollowAsync("Taken back");
        await play.Desk.Press.PublishAsync(TestDesk.Cancel);
        await play.ComeBackAsync(tab, LivePaper.Post);
        var after = await tab.AskAsync(Thread);

        Assert.Contains("Who remembers the ferry?", inView, StringComparison.Ordinal);
        Assert.Equal("0 Who remembers the ferry? | 1 I do, and its bell.", before);
        Assert.StartsWith("Your comment is published", became, StringComparison.Ordinal);
        Assert.Equal("0 Whoever wrote this comment took it back. | 1 I do, and its bell.", after);
        Assert.Equal("false", await tab.AskAsync("String(document.documentElement.scrollWidth > innerWidth)"));
    }

    private static Task<KeyboardTab> OpenAsync(string browser) =>
        browser == "Firefox" ? Firefox.OpenAsync(Reader.OnAPhone) : ChromiumTab.OpenAsync(Reader.OnAPhone);

    private static Task<string> DescribedAsync(KeyboardTab tab, string field) =>
        tab.AskAsync(
            $"document.getElementById(document.querySelector('[name={field}]').getAttribute('aria-describedby').split(' ')[0]).textContent.trim()"
        );

    private static async Task<Comment> OnlyAsync(TestDesk desk)
    {
        await using var open = desk.Database.Open();
        return await open.Set<Comment>().AsNoTracking().SingleAsync(TestDesk.Cancel);
    }
}

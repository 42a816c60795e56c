using Microsoft.Playwright;
using Pamphlet.Comments;
using Pamphlet.Desk;
using Pamphlet.Tests.Comments;
using Pamphlet.Tests.Desk;
using Pamphlet.Tests.House;
using Pamphlet.Tests.Stories.Browsers;

namespace Pamphlet.Tests.Stories;

/// <summary>What editors do with a discussion, and what its readers see of it: phones, keyboards, no scripts, in both browsers.</summary>
public sealed class EditorsTests
{
    [Theory, InlineData("Chromium"), InlineData("Firefox")]
    public async Task An_editor_publishes_one_comment_refuses_another_and_thinks_better_of_it(string browser)
    {
        await using var play = await DiscussionPlay.StartAsync(browser);
        await play.WriteAsync("A good word about the river.", "Mai");
        await play.WriteAsync("Buy: http://a.example/ http://b.example/ http://c.example/ now!");
        var mai = await play.ComeToTheQueueAsync("mai");

        var sideways = await SidewaysAsync(mai);
        var signs = await mai.AskAsync("document.querySelectorAll('.waiting')[1].querySelector('ul.hint').textContent");
        await mai.ReachAsync("Publish", isWhole: true);
        await mai.FollowAsync("Comments that wait");
        var first = await SaidAsync(mai);
        await RefuseAsync(mai, "Third time.");
        var second = await SaidAsync(mai);
        var empty = await mai.AskAsync("document.querySelector('main').textContent");
        await play.Desk.Press.PublishAsync(TestDesk.Cancel);
        var log = await play.OpenAsync("/moderation.html");
        var inTheLog = await log.AskAsync("document.querySelector('main').textContent");
        await mai.ReachAsync("Published and removed");
        await mai.FollowAsync("Published and removed");
        sideways += await SidewaysAsync(mai);
        await mai.ReachAsync("Restore");
        await mai.FollowAsync("Published and removed");
        await play.Desk.Press.PublishAsync(TestDesk.Cancel);
        await play.ComeBackAsync(log, LivePaper.Post);
        var shown = await log.AskAsync("document.querySelector('#comments').textContent");

        Assert.Equal("falsefalse", sideways);
        Assert.Contains("More than two links.", signs, StringComparison.Ordinal);
        Assert.Equal(("Decided: 1.", "Decided: 1."), (first, second));
        Assert.Contains("Nothing waits.", empty, StringComparison.Ordinal);
        Assert.Contains("A comment was not published.", inTheLog, StringComparison.Ordinal);
        Assert.Contains("Third time.", inTheLog, StringComparison.Ordinal);
        Assert.DoesNotContain("Buy", inTheLog, StringComparison.Ordinal);
        Assert.Contains("A good word about the river.", shown, StringComparison.Ordinal);
        Assert.Contains("Buy:", shown, StringComparison.Ordinal);
    }

    [Theory, InlineData("Chromium"), InlineData("Firefox")]
    public async Task Of_two_editors_who_have_the_same_comment_before_them_the_second_is_told(string browser)
    {
        await using var play = await DiscussionPlay.StartAsync(browser);
        await play.WriteAsync("Both read this.");
        var mai = await play.ComeToTheQueueAsync("mai");
        var lan = await play.ComeToTheQueueAsync("lan");

        await mai.ReachAsync("Publish", isWhole: true);
        await mai.FollowAsync("Comments that wait");
        await RefuseAsync(lan, "");

        Assert.Equal("Decided: 1.", await SaidAsync(mai));
        Assert.Equal("Another editor had decided already; that decision stands.", await SaidAsync(lan));
        Assert.Equal(CommentState.Live, Assert.Single(await play.CommentsAsync()).State);
    }

    [Theory, InlineData("Chromium"), InlineData("Firefox")]
    public async Task What_stands_for_long_is_found_by_its_address_and_taken_down(string browser)
    {
        await using var play = await DiscussionPlay.StartAsync(browser);
        var old = await play.WriteAsync("It tells where somebody lives.");
        await play.WriteAsync("Another word, which stays.");
        await play.PublishAllAsync();
        var mai = await play.ComeToTheQueueAsync("mai");
        await mai.ReachAsync("Published and removed");
        await mai.FollowAsync("Published and removed");

        await mai.ReachAsync("A comment at an address");
        await mai.TypeAsync($"https://paper.example/{LivePaper.Post}#c{old.PublicId}");
        await mai.ReachAsync("Find it");
        await mai.FollowAsync("Published and removed");
        var found = await mai.AskAsync(
            "[...document.querySelectorAll('.waiting blockquote')].map(e => e.textContent.trim()).join()"
        );
        await RefuseAsync(mai, "", "Take it down", "Published and removed");
        await play.Desk.Press.PublishAsync(TestDesk.Cancel);
        var reader = await play.OpenAsync(LivePaper.Post);
        var shown = await reader.AskAsync("document.querySelector('#comments').textContent");

        Assert.Equal("It tells where somebody lives.", found);
        Assert.Equal("Decided: 1.", await SaidAsync(mai));
        Assert.DoesNotContain("somebody lives", shown, StringComparison.Ordinal);
        Assert.Contains("Another word, which stays.", shown, StringComparison.Ordinal);
    }

    [Theory, InlineData("Chromium"), InlineData("Firefox")]
    public async Task Who_was_invited_is_read_at_once_until_everything_is_held(string browser)
    {
        await using var play = await DiscussionPlay.StartAsync(browser);
        var mai = await play.ComeToTheQueueAsync("mai");
        await mai.ReachAsync("How comments work");
        await mai.FollowAsync("How comments work");
        await mai.ReachAsync("Make an invitation");
        await mai.FollowAsync("How comments work");
        var invitation = await mai.AskAsync("document.querySelector('main section code').textContent");

        var reader = await play.OpenAsync(LivePaper.Post);
        await SendWithCodeAsync(play, reader, "The first with a code.", invitation, "Your comment is published");
        var next = await reader.AskAsync("document.querySelector('#trust + .code').textContent");
        await mai.ReachAsync("Comments that wait");
        await mai.FollowAsync("Comments that wait");
        await mai.ReachAsync("Hold everything");
        await mai.FollowAsync("Comments that wait");
        var held = await mai.AskAsync("document.querySelector('main').textContent");
        await play.ComeBackAsync(reader, LivePaper.Post);
        await SendWithCodeAsync(play, reader, "The second with a code.", next, "Your comment is waiting");
        await mai.ReachAsync("Stop holding");
        await mai.FollowAsync("Comments that wait");
        var signs = await mai.AskAsync("document.querySelector('.waiting ul.hint').textContent");

        Assert.NotEqual(invitation, next);
        Assert.Contains("Everything waits just now", held, StringComparison.Ordinal);
        Assert.Contains("Everything was held.", signs, StringComparison.Ordinal);
        Assert.Equal(
            [CommentState.Live, CommentState.Pending],
            (await play.CommentsAsync()).Select(comment => comment.State)
        );
        await play.Desk.Press.PublishAsync(TestDesk.Cancel);
        await play.ComeBackAsync(reader, LivePaper.Post);
        var shown = await reader.AskAsync("document.querySelector('#comments').textContent");
        Assert.Contains("The first with a code.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("The second with a code.", shown, StringComparison.Ordinal);
    }

    [Theory, InlineData("Chromium"), InlineData("Firefox")]
    public async Task Who_is_writing_while_an_editor_closes_the_discussion_keeps_their_words(string browser)
    {
        await using var play = await DiscussionPlay.StartAsync(browser);
        await play.WriteAsync("What they quarrel about.");
        var reader = await play.OpenAsync(LivePaper.Post);
        await reader.ReachAsync("Write a comment");
        await reader.FollowAsync("Write a comment");
        await reader.ReachAsync("Your comment");
        await reader.TypeAsync("Half a thought");
        var mai = await play.ComeToTheQueueAsync("mai");

        await mai.ReachAsync("This discussion");
        await mai.FollowAsync("This discussion");
        await mai.ReachAsync("As everywhere in the paper");
        await mai.PressAsync("ArrowDown");
        await mai.PressAsync("ArrowDown");
        await mai.ReachAsync("Save");
        await mai.FollowAsync("This discussion");
        await play.Desk.Press.PublishAsync(TestDesk.Cancel);
        play.Wait();
        await reader.ReachAsync("Send");
        await reader.FollowAsync("Write a comment");
        var told = await reader.AskAsync("document.querySelector('main [role=status]').textContent.trim()");
        var typed = await reader.AskAsync("document.querySelector('textarea').value");
        await play.ComeBackAsync(reader, LivePaper.Post);
        var below = await reader.AskAsync("document.querySelector('#comment-form').textContent.trim()");

        Assert.Equal(
            "This discussion is closed. Your words are below, so that you can copy them: they were not sent.",
            told
        );
        Assert.Equal("Half a thought", typed);
        Assert.Equal("This discussion is closed.", below);
        Assert.Single(await play.CommentsAsync());
    }

    [Theory, InlineData(1440, false), InlineData(360, true)]
    public async Task Axe_finds_nothing_in_a_discussion(int width, bool dark)
    {
        await using var play = await DiscussionPlay.StartAsync("Chromium");
        var first = await play.WriteAsync("> Who?\n\nI do, *all* of us.", "Mai");
        await play.PublishAllAsync();
        await play.WriteAsync("An answer to it.", to: first.PublicId);
        await play.PublishAllAsync();
        await play.WriteAsync("http://a.example/ http://b.example/ http://c.example/", "O.");
        using var editor = await play.Desk.SignInAsync(Act.Moderate);
        var comments = await play.CommentsAsync();
        string[] pages =
        [
            $"/{LivePaper.Post}",
            "/comments.html",
            "/moderation.html",
            "/comment.html",
            "/comment.html?code=",
            "/comment.html?trust=",
            $"/comment.html?post={LivePaper.Post}",
            $"/comment.html?post={LivePaper.Post}&to={first.PublicId}",
            "/desk/comments",
            "/desk/comments/decided",
            "/desk/comments/decided?find=nothing",
            "/desk/comments/settings",
            $"/desk/comments/text/{comments[0].PostId.Value}",
            $"/desk/comments/answer/{comments[0].Id.Value}",
        ];

        var tab = await Chromium.OpenAsync(new Reader(width, 800, Dark: dark, Scripts: true));
        await tab.Context.AddCookiesAsync([
            new Cookie
            {
                Name = DeskCookie.Session,
                Value = editor.Cookie(DeskCookie.Session)!,
                Domain = play.Desk.Address.Host,
                Path = "/desk",
            },
        ]);
        var faults = new List<string>();
        foreach (var page in pages)
        {
            await DeskTests.LookAsync(tab, play.Desk, page, faults);
        }

        await tab.CloseAsync();
        Checkout.Nobody(faults);
    }

    private static async Task SendWithCodeAsync(
        DiscussionPlay play,
        KeyboardTab reader,
        string text,
        string code,
        string heading
    )
    {
        await reader.ReachAsync("Write a comment");
        await reader.FollowAsync("Write a comment");
        await reader.ReachAsync("Your comment");
        await reader.TypeAsync(text);
        await reader.ReachAsync("I have a trust code");
        await reader.PressAsync("Enter");
        await reader.ReachAsync("Trust code or invitation");
        await reader.TypeAsync(code);
        play.Wait();
        await reader.ReachAsync("Send");
        await reader.FollowAsync(heading);
    }

    // The first reason of the list, by keyboard.
    private static async Task RefuseAsync(
        KeyboardTab tab,
        string note,
        string button = "Do not publish",
        string page = "Comments that wait"
    )
    {
        await tab.ReachAsync("Reason");
        await tab.PressAsync("ArrowDown");
        await tab.ReachAsync("A word to readers");
        await tab.TypeAsync(note);
        await tab.ReachAsync(button);
        await tab.FollowAsync(page);
    }

    private static Task<string> SaidAsync(KeyboardTab tab) =>
        tab.AskAsync("document.querySelector('main > .said').textContent.trim()");

    private static Task<string> SidewaysAsync(KeyboardTab tab) =>
        tab.AskAsync("String(document.documentElement.scrollWidth > innerWidth)");
}

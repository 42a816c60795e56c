using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments;
using Pamphlet.Desk;
using Pamphlet.Tests.Comments;
using Pamphlet.Tests.Desk;
using Pamphlet.Tests.Stories.Browsers;

namespace Pamphlet.Tests.Stories;

/// <summary>Who plays in a discussion: readers and editors with a phone, a keyboard and no scripts, and others who write meanwhile.</summary>
internal sealed class DiscussionPlay : IAsyncDisposable
{
    private const string Form = $"/comment.html?post={LivePaper.Post}";

    private readonly string browser;
    private readonly DeskBrowser others;
    private readonly List<KeyboardTab> tabs = [];
    private int visits;

    private DiscussionPlay(TestDesk desk, string browser) =>
        (Desk, this.browser, others) = (desk, browser, desk.Browse());

    public TestDesk Desk { get; }

    /// <param name="browser">What everybody in it has: <c>Chromium</c> or <c>Firefox</c>.</param>
    public static async Task<DiscussionPlay> StartAsync(string browser) => new(await TestDesk.StartAsync(), browser);

    /// <summary>A phone of somebody's own.</summary>
    public async Task<KeyboardTab> OpenAsync(string page)
    {
        var tab = await (
            browser == "Firefox" ? Firefox.OpenAsync(Reader.OnAPhone) : ChromiumTab.OpenAsync(Reader.OnAPhone)
        );
        tabs.Add(tab);
        await tab.GoAsync(new Uri(Desk.Address, page));
        return tab;
    }

    /// <summary>Opens a page that somebody may have seen before: browsers keep one for a minute, and this reader comes later.</summary>
    public Task ComeBackAsync(KeyboardTab tab, string page) =>
        tab.GoAsync(new Uri(Desk.Address, $"{page}?visit={++visits}"));

    /// <summary>An editor who has just come to what waits.</summary>
    public async Task<KeyboardTab> ComeToTheQueueAsync(string editor)
    {
        await Desk.AddEditorAsync(editor, Act.Moderate);
        var tab = await OpenAsync("/desk/sign-in");
        await tab.ReachAsync("Name at the desk");
        await tab.TypeAsync(editor);
        await tab.ReachAsync("Passphrase");
        await tab.TypeAsync(TestDesk.Passphrase);
        await tab.ReachAsync("Sign in");
        await tab.FollowAsync("At the desk");
        await tab.ReachAsync("Comments");
        await tab.FollowAsync("Comments that wait");
        return tab;
    }

    /// <summary>Somebody else writes a comment, or an answer.</summary>
    public async Task<SentComment> WriteAsync(string text, string name = "", string to = "")
    {
        var form = await others.GetAsync($"{Form}&to={to}");
        Wait();
        var sent = await others.PostBareAsync(
            Form,
            ("token", form.Value("token")),
            ("to", to),
            ("name", name),
            ("text", text)
        );
        var code = sent.Page.QuerySelector("#code + .code")!.TextContent;
        return new SentComment(code, code.Replace("-", "", StringComparison.Ordinal)[..10]);
    }

    /// <summary>Somebody at the desk decides meanwhile that all of it may stand.</summary>
    public async Task PublishAllAsync()
    {
        using var editor = await Desk.SignInAsync(Act.Moderate);
        foreach (var comment in (await CommentsAsync()).Where(one => one.State == CommentState.Pending))
        {
            await editor.PostAsync("/desk/comments", ("do", $"publish {comment.Id.Value}"));
        }

        await Desk.Press.PublishAsync(TestDesk.Cancel);
    }

    public async Task<IReadOnlyList<Comment>> CommentsAsync()
    {
        await using var open = Desk.Database.Open();
        return await open.Set<Comment>().AsNoTracking().OrderBy(one => one.ThreadPath).ToListAsync(TestDesk.Cancel);
    }

    /// <summary>Long enough for a form to be sent.</summary>
    public void Wait() => Desk.Time.Advance(TimeSpan.FromSeconds(30));

    public async ValueTask DisposeAsync()
    {
        foreach (var tab in tabs)
        {
            await tab.DisposeAsync();
        }

        others.Dispose();
        await Desk.DisposeAsync();
    }
}

/// <param name="PublicId">What follows <c>#c</c> in its address.</param>
internal sealed record SentComment(string Code, string PublicId);

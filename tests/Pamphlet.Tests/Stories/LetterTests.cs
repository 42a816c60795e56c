using Pamphlet.Desk;
using Pamphlet.Tests.Desk;
using Pamphlet.Tests.Stories.Browsers;

namespace Pamphlet.Tests.Stories;

/// <summary>What somebody does who writes to the editors: a phone's width, a keyboard, no scripts, in both browsers.</summary>
public sealed class LetterTests
{
    private const string Ring = "seven herons left the harbour";
    private const string Said = "Tôi làm ở kho số 4. Họ ghi tên chúng tôi.";

    [Theory, InlineData("Chromium"), InlineData("Firefox")]
    public async Task A_letter_is_written_checked_answered_read_and_destroyed_by_keyboard_alone(string browser)
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Correspond, Act.KeepKeys);
        await mai.PostAsync("/desk/letter-keys/make", ("passphrase", Ring));
        _ = await desk.Press.PublishAsync(TestDesk.Cancel);
        await using var tab = await OpenAsync(browser, Reader.OnAPhone);
        var writer = new LetterWriter(tab, desk.Address);

        var codename = await writer.WriteAsync(Said);
        var sideways = await tab.AskAsync("String(document.documentElement.scrollWidth > innerWidth)");
        var wrong = await writer.CheckAsync(codename);
        var early = await writer.ComeBackAsync(codename);
        var read = await AnswerAsync(mai, "Cảm ơn bạn. Xin kể thêm.");
        var found = await writer.ComeBackAsync(codename);
        await writer.DestroyAsync();
        var after = await writer.ComeBackAsync(codename);

        Assert.Equal("false", sideways);
        Assert.Contains("Look at your paper again", wrong, StringComparison.Ordinal);
        Assert.Contains("Nothing lies here", early, StringComparison.Ordinal);
        Assert.Contains(Said, read, StringComparison.Ordinal);
        Assert.Equal("Cảm ơn bạn. Xin kể thêm.", found);
        Assert.Equal(early, after);
    }

    internal static Task<KeyboardTab> OpenAsync(string browser, Reader reader) =>
        browser == "Firefox" ? Firefox.OpenAsync(reader) : ChromiumTab.OpenAsync(reader);

    /// <summary>A correspondent reads the only letter that waits, and answers.</summary>
    private static async Task<string> AnswerAsync(DeskBrowser mai, string answer)
    {
        await mai.PostAsync("/desk/letters/unlock", ("ring-passphrase", Ring));
        var list = await mai.GetAsync("/desk/letters");
        var thread = list.Page.QuerySelector("main a[href^='/desk/letters/from/']")!.GetAttribute("href")!;
        var read = await mai.GetAsync(thread);
        await mai.PostAsync(thread, ("answer", answer), ("do", "answer"));
        return read.Text;
    }
}

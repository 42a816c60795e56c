using AngleSharp.Dom;
using Pamphlet.Desk;
using Pamphlet.Seal.Age;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Letters;

public sealed class CorrespondingTests
{
    private const string Ring = "seven herons left the harbour";
    private const string Said = "Họ dọn kho đêm qua, trước khi đoàn thanh tra đến.";

    [Fact]
    public async Task A_letter_is_read_and_answered_and_only_its_writer_opens_the_answer()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await WithKeysAsync(desk);
        using var writer = HybridIdentity.Create();
        using var other = HybridIdentity.Create();
        desk.Mail.Write(Said, writer);
        desk.Mail.Write("Một lời khác, không cần trả lời.");

        var locked = await mai.GetAsync("/desk/letters");
        var opened = await UnlockAsync(mai);
        var list = await mai.GetAsync("/desk/letters");
        var thread = Links(list).First();
        var read = await mai.GetAsync(thread);
        var sent = await mai.PostAsync(thread, ("answer", "Cảm ơn. Chúng tôi đang kiểm lại."), ("do", "answer"));
        var after = await mai.GetAsync("/desk/letters");

        Assert.Contains("Passphrase for letters", locked.Text, StringComparison.Ordinal);
        Assert.Equal(303, opened.Status);
        Assert.Contains("wait for an answer: 1", list.Text, StringComparison.Ordinal);
        Assert.Contains(Said, read.Text, StringComparison.Ordinal);
        Assert.Equal("no-store", read.Raw.Headers.CacheControl!.ToString());
        Assert.Equal(303, sent.Status);
        Assert.Contains("Nobody waits", after.Text, StringComparison.Ordinal);
        Assert.Equal(["Cảm ơn. Chúng tôi đang kiểm lại."], desk.Mail.AnswersFor(writer));
        Assert.Empty(desk.Mail.AnswersFor(other));
    }

    [Fact]
    public async Task Locking_signing_out_and_time_close_the_letters_again()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await WithKeysAsync(desk);
        desk.Mail.Write(Said);

        _ = await UnlockAsync(mai);
        var thread = Links(await mai.GetAsync("/desk/letters")).Single();
        _ = await mai.PostAsync("/desk/letters/lock");
        var locked = await mai.GetAsync(thread);
        _ = await UnlockAsync(mai);
        var again = await mai.GetAsync(thread);
        desk.Time.Advance(TimeSpan.FromMinutes(22));
        var later = await mai.GetAsync(thread);

        Assert.Contains(Said, again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Said, locked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Said, later.Text, StringComparison.Ordinal);
        Assert.Contains("Passphrase for letters", later.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_when_the_keys_had_been_locked_comes_back_as_a_draft()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await WithKeysAsync(desk);
        using var writer = HybridIdentity.Create();
        desk.Mail.Write(Said, writer);
        _ = await UnlockAsync(mai);
        var thread = Links(await mai.GetAsync("/desk/letters")).Single();
        desk.Time.Advance(TimeSpan.FromHours(1));

        var late = await mai.PostAsync(thread, ("answer", "một lời dài"), ("note", "hỏi Lan"), ("do", "answer"));
        var opened = await mai.PostAsync("/desk/letters/unlock", [("ring-passphrase", Ring), .. Hidden(late)]);
        var back = await mai.GetAsync(opened.Location!);

        Assert.Equal(thread, opened.Location);
        Assert.Equal(("một lời dài", "hỏi Lan"), (back.Value("answer"), back.Value("note")));
        Assert.Empty(desk.Mail.AnswersFor(writer));
    }

    [Fact]
    public async Task Another_editor_s_session_opens_nothing_and_a_wrong_passphrase_neither()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await WithKeysAsync(desk);
        using var hoa = await desk.SignInAsync(Act.Correspond);
        desk.Mail.Write(Said);
        _ = await UnlockAsync(mai);
        var thread = Links(await mai.GetAsync("/desk/letters")).Single();

        var hers = await hoa.GetAsync(thread);
        var list = await hoa.GetAsync("/desk/letters");
        var wrong = await hoa.PostAsync("/desk/letters/unlock", ("ring-passphrase", Ring));

        Assert.DoesNotContain(Said, hers.Text, StringComparison.Ordinal);
        Assert.Contains("You have no key", list.Text, StringComparison.Ordinal);
        Assert.Equal(400, wrong.Status);
    }

    [Fact]
    public async Task A_colleague_is_given_the_keys_and_reads_notes_and_drafts()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await WithKeysAsync(desk);
        using var hoa = await desk.SignInAsync(Act.Correspond);
        using var writer = HybridIdentity.Create();
        desk.Mail.Write(Said, writer);
        _ = await UnlockAsync(mai);
        var thread = Links(await mai.GetAsync("/desk/letters")).Single();
        _ = await mai.PostAsync(
            thread,
            ("answer", "bản nháp"),
            ("note", "gấp"),
            ("owner", hoa.Editor!.Id.ToString()),
            ("do", "keep")
        );

        var let = await mai.PostAsync(
            "/desk/letter-keys/let",
            ("editor", hoa.Editor.Id.ToString()),
            ("ring-passphrase", Ring)
        );
        var drawn = let.Page.QuerySelector(".once")!.TextContent;
        _ = await hoa.PostAsync("/desk/letters/unlock", ("ring-passphrase", drawn));
        var read = await hoa.GetAsync(thread);

        Assert.Contains(Said, read.Text, StringComparison.Ordinal);
        Assert.Equal(
            ("bản nháp", "gấp", hoa.Editor.Id.ToString()),
            (read.Value("answer"), read.Value("note"), read.Value("owner"))
        );
    }

    [Fact]
    public async Task Folded_letters_lie_apart_and_come_back()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await WithKeysAsync(desk);
        using var writer = HybridIdentity.Create();
        desk.Mail.Write("Mua thuốc rẻ!", writer);
        _ = await UnlockAsync(mai);
        var thread = Links(await mai.GetAsync("/desk/letters")).Single();

        _ = await mai.PostAsync(thread, ("do", "fold"));
        var without = await mai.GetAsync("/desk/letters");
        var shown = await mai.GetAsync("/desk/letters?folded");
        _ = await mai.PostAsync(thread, ("do", "unfold"));
        var back = await mai.GetAsync("/desk/letters");

        Assert.Empty(Links(without));
        Assert.Equal([thread], Links(shown));
        Assert.Contains("wait for an answer: 1", back.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_given_after_a_warning_whole_and_under_a_name_that_says_nothing()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await WithKeysAsync(desk);
        byte[] scan = [.. Enumerable.Range(0, 150_000).Select(at => (byte)(at % 251))];
        byte[] note = [1, 2, 3];
        desk.Mail.Write(Said, null, "kho số 4", ("../Lan-scan.PDF", scan), ("holiday.jpg.lnk", note));
        _ = await UnlockAsync(mai);
        var thread = await mai.GetAsync(Links(await mai.GetAsync("/desk/letters")).Single());
        var links = thread.Page.QuerySelectorAll(".letter li a").Select(link => link.GetAttribute("href")!).ToList();

        var warned = await mai.GetAsync(links[0]);
        var first = await mai.PostAsync(links[0]);
        var second = await mai.PostAsync(links[1]);

        Assert.Contains("kho số 4", thread.Text, StringComparison.Ordinal);
        Assert.Contains("can be a trap", warned.Text, StringComparison.Ordinal);
        Assert.Equal(scan, await first.Raw.Content.ReadAsByteArrayAsync(TestDesk.Cancel));
        Assert.Equal(note, await second.Raw.Content.ReadAsByteArrayAsync(TestDesk.Cancel));
        Assert.Equal("letter-file-1.pdf", first.Raw.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Equal("letter-file-2.bin", second.Raw.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
    }

    [Fact]
    public async Task What_was_sealed_before_it_came_opens_where_it_is_ours_and_is_shown_where_it_is_not()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await WithKeysAsync(desk);
        using var other = HybridIdentity.Create();
        desk.Mail.WriteSealed(Said);
        desk.Mail.WriteSealed("for somebody else", other.Recipient);
        _ = await UnlockAsync(mai);

        var pages = new List<string>();
        foreach (var link in Links(await mai.GetAsync("/desk/letters")))
        {
            pages.Add((await mai.GetAsync(link)).Text);
        }

        Assert.Equal(2, pages.Count);
        Assert.Single(pages, page => page.Contains(Said, StringComparison.Ordinal));
        Assert.Single(pages, page => page.Contains("BEGIN AGE ENCRYPTED FILE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_letter_that_is_quoted_into_a_text_is_recognised_before_publishing_while_it_is_open()
    {
        const string Long = "Chuyến xe thứ ba rời cổng sau của kho lúc hai giờ kém năm sáng hôm ấy.";
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Correspond, Act.KeepKeys, Act.Write, Act.Edit);
        _ = await mai.PostAsync("/desk/letter-keys/make", ("passphrase", Ring));
        desk.Mail.Write(Long);
        _ = await UnlockAsync(mai);
        var thread = Links(await mai.GetAsync("/desk/letters")).Single();
        _ = await mai.GetAsync(thread);

        var begun = await mai.PostAsync($"{thread}/quote");
        var text = await mai.GetAsync(begun.Location!);
        var over = await mai.GetAsync($"{begun.Location}/publish");
        _ = await mai.PostAsync("/desk/letters/lock");
        var locked = await mai.GetAsync($"{begun.Location}/publish");

        Assert.Contains($"> {Long}", text.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Words taken over", over.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Words taken over", locked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_and_drafts_leave_a_file_of_one_size_that_says_nothing()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await WithKeysAsync(desk);
        using var writer = HybridIdentity.Create();
        desk.Mail.Write(Said, writer);
        var file = new FileInfo(Path.Combine(desk.Mail.Office.Folder, "notebook"));
        _ = await UnlockAsync(mai);
        var empty = file.Length;
        var thread = Links(await mai.GetAsync("/desk/letters")).Single();

        _ = await mai.PostAsync(thread, ("answer", "planted draft"), ("note", "planted note"), ("do", "keep"));
        file.Refresh();

        Assert.Equal((empty, DateTime.UnixEpoch), (file.Length, file.LastWriteTimeUtc));
        var bytes = await File.ReadAllBytesAsync(file.FullName, TestDesk.Cancel);
        Assert.True(bytes.AsSpan().IndexOf("planted"u8) < 0);
    }

    [Theory, EachDatabase]
    public async Task Keys_of_past_weeks_are_destroyed_together_and_their_letters_with_them(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await WithKeysAsync(desk);
        using var hoa = await desk.SignInAsync(Act.Write);
        desk.Mail.Write(Said);
        _ = await UnlockAsync(mai);
        var thread = Links(await mai.GetAsync("/desk/letters")).Single();
        var before = (await mai.GetAsync(thread)).Text;
        desk.Time.Advance(TimeSpan.FromDays(7));
        using var back = await AgainAsync(desk, mai);

        var asked = await back.PostAsync("/desk/letter-keys/destroy", ("what", "past"), ("keep", "0"));
        _ = await UnlockAsync(back);
        var waiting = (await back.GetAsync(thread)).Text;
        using var others = await AgainAsync(desk, hoa);
        var agree = (await others.GetAsync("/desk/together")).Page.QuerySelector("form[action$='/agree']")!;
        _ = await others.PostAsync(agree.GetAttribute("action")!);
        _ = await UnlockAsync(back);
        var after = await back.GetAsync(thread);

        Assert.Contains(Said, before, StringComparison.Ordinal);
        Assert.Equal("/desk/together", asked.Location);
        Assert.Contains(Said, waiting, StringComparison.Ordinal);
        Assert.Equal(404, after.Status);
        Assert.Empty(Links(await back.GetAsync("/desk/letters")));
    }

    [Fact]
    public async Task A_list_signed_by_somebody_else_replaces_nothing()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await WithKeysAsync(desk);
        var before = desk.Mail.Office.Published()!.Signer.Fingerprint;
        using var foreign = Pamphlet.Seal.Letters.LettersIdentity.FromSeed(new byte[32]);
        using var key = HybridIdentity.Create();
        var list = Pamphlet.Seal.Letters.EpochKeys.Sign(foreign, [new(desk.Mail.Box.Today, key.Recipient)]);

        var answer = await mai.PostAsync(
            "/desk/letter-keys/publish",
            ("list", System.Text.Encoding.ASCII.GetString(list.Text.Span))
        );

        Assert.Equal(400, answer.Status);
        Assert.Equal(before, desk.Mail.Office.Published()!.Signer.Fingerprint);
    }

    [Fact]
    public async Task The_signing_key_goes_to_paper_and_comes_back_from_it()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await WithKeysAsync(desk);
        var before = desk.Mail.Office.Published()!.Signer.Fingerprint;

        var paper = await mai.PostAsync("/desk/letter-keys/paper", ("ring-passphrase", Ring));
        var words = paper.Page.QuerySelectorAll(".words-of-paper li").Select(word => word.TextContent).ToList();
        desk.Mail.Office.Keyring.DestroyAll();
        var without = await mai.PostAsync("/desk/letter-keys/make", ("passphrase", Ring));
        var made = await mai.PostAsync(
            "/desk/letter-keys/make",
            ("passphrase", Ring),
            ("paper-words", string.Join(' ', words))
        );

        Assert.Equal(27, words.Count);
        Assert.Contains(before, paper.Text, StringComparison.Ordinal);
        Assert.NotNull(paper.Page.QuerySelector(".dots svg"));
        Assert.Equal((400, 303), (without.Status, made.Status));
        Assert.Equal(before, desk.Mail.Office.Published()!.Signer.Fingerprint);
    }

    private static async Task<DeskBrowser> WithKeysAsync(TestDesk desk)
    {
        var mai = await desk.SignInAsync(Act.Correspond, Act.KeepKeys);
        var made = await mai.PostAsync("/desk/letter-keys/make", ("passphrase", Ring));
        Assert.Equal(303, made.Status);
        return mai;
    }

    // Days have passed, and sessions end; the editor is the same.
    private static async Task<DeskBrowser> AgainAsync(TestDesk desk, DeskBrowser before)
    {
        await using var open = desk.Database.Open();
        var sessions = new Pamphlet.Editors.SessionStore(
            open,
            new Pamphlet.Editors.SessionPauses(desk.Time),
            desk.Time
        );
        var browser = desk.Browse();
        browser.Hold(DeskCookie.Session, await sessions.BeginAsync(before.Editor!, TestDesk.Cancel));
        browser.Editor = before.Editor;
        return browser;
    }

    private static Task<DeskAnswer> UnlockAsync(DeskBrowser browser) =>
        browser.PostAsync("/desk/letters/unlock", ("ring-passphrase", Ring));

    private static List<string> Links(DeskAnswer list) =>
        [
            .. list
                .Page.QuerySelectorAll("main a[href^='/desk/letters/from/']")
                .Select(link => link.GetAttribute("href")!),
        ];

    private static (string, string)[] Hidden(DeskAnswer page) =>
        [
            .. page
                .Page.QuerySelectorAll("form[action='/desk/letters/unlock'] textarea, input[name='thread']")
                .Select(field => (field.GetAttribute("name")!, page.Value(field.GetAttribute("name")!))),
        ];
}

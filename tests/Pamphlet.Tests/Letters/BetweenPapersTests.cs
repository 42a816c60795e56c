using System.Security.Cryptography;
using System.Text;
using Pamphlet.Letters.Between;
using Pamphlet.Seal.Age;
using Pamphlet.Seal.Letters;
using Pamphlet.Signing.Fetching;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;
using Pamphlet.Verbs;

namespace Pamphlet.Tests.Letters;

/// <summary>Two whole papers that write to each other, over HTTP, as their correspondents do it.</summary>
public sealed class BetweenPapersTests : IDisposable
{
    private const string Hello = "Chào các bạn. Chúng tôi muốn in lại bài về kho số bốn.";
    private const string Back = "Cứ in. Xin gửi chúng tôi một bản.";

    private readonly CopyDoor door = new(proxy: null, TimeSpan.FromSeconds(30), TimeProvider.System);

    private SisterLine Line => SisterDoor.Line(door, home: null, isDirect: true);

    public void Dispose() => door.Dispose();

    [Theory, EachDatabase]
    public async Task Two_papers_write_to_each_other_and_each_keeps_the_thread(TestDatabase database)
    {
        await using var rung = await WritingPaper.StartAsync(Line);
        await using var bien = await WritingPaper.StartAsync(Line, database);

        var question = await rung.AskAsync(bien.Address);
        var there = (await rung.DecideAsync(question, "accept")).Location!;
        var sent = await rung.ThenAsync(rung.WriteAsync(there, Hello));

        var list = await bien.ListAsync();
        var here = (await bien.ThreadsAsync()).Single();
        var first = await bien.Mai.GetAsync(here);
        _ = await bien.DecideAsync(first, "accept");
        var waiting = await bien.ListAsync();
        var answered = await bien.ThenAsync(bien.WriteAsync(here, Back));

        var back = await rung.ListAsync();
        var whole = await rung.Mai.GetAsync(there);

        Assert.Contains(bien.Keys.Signer.Fingerprint, question.Text, StringComparison.Ordinal);
        Assert.Contains("The other paper took the letter", sent.Text, StringComparison.Ordinal);
        Assert.Contains("Papers that write for the first time", list.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody waits", list.Text, StringComparison.Ordinal);
        Assert.Contains(rung.Keys.Signer.Fingerprint, first.Text, StringComparison.Ordinal);
        Assert.Contains(Hello, first.Text, StringComparison.Ordinal);
        Assert.Equal(rung.Address, first.Value("address"));
        Assert.Contains("wait for an answer: 1", waiting.Text, StringComparison.Ordinal);
        Assert.Contains("The other paper took the letter", answered.Text, StringComparison.Ordinal);
        Assert.Contains("wait for an answer: 1", back.Text, StringComparison.Ordinal);
        Assert.Contains(Back, whole.Text, StringComparison.Ordinal);
        Assert.Contains(Hello, whole.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Is this they?", whole.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Nothing_of_it_is_on_either_disk_and_all_files_are_as_large_as_before(TestDatabase database)
    {
        await using var rung = await WritingPaper.StartAsync(Line, database);
        await using var bien = await WritingPaper.StartAsync(Line);
        var before = (Sizes(rung), Sizes(bien));

        var there = await rung.MeetAsync(bien);
        _ = await rung.WriteAsync(there, Hello);
        var here = (await bien.ThreadsAsync()).Single();
        _ = await bien.DecideAsync(await bien.Mai.GetAsync(here), "accept");
        _ = await bien.WriteAsync(here, Back);

        Assert.Equal((1, 1), (Letters(rung), Letters(bien)));
        Assert.Equal(before.Item1, Sizes(rung));
        Assert.Equal(before.Item2, Sizes(bien));

        // As the machine is switched off: the bags are no longer held.
        rung.Desk.Mail.Dispose();
        bien.Desk.Mail.Dispose();
        foreach (var (own, other) in new[] { (rung, bien), (bien, rung) })
        {
            string[] secrets = [Hello, Back, other.Address, other.Paper, other.Keys.Signer.Fingerprint];
            var disk = await SeizedDisk.OfAsync(own.Desk.Database, own.Desk.Folder);
            Assert.Empty(disk.Find(secrets));
            Assert.True(disk.Files > 5);
        }
    }

    [Fact]
    public async Task A_refused_paper_is_folded_away_with_whatever_it_writes_later_and_can_come_back()
    {
        await using var rung = await WritingPaper.StartAsync(Line);
        await using var bien = await WritingPaper.StartAsync(Line);
        var there = await rung.MeetAsync(bien);
        _ = await rung.WriteAsync(there, Hello);
        var here = (await bien.ThreadsAsync()).Single();

        _ = await bien.DecideAsync(await bien.Mai.GetAsync(here), "refuse");
        _ = await rung.WriteAsync(there, "Sao các bạn không trả lời?");
        var without = await bien.ThreadsAsync();
        var folded = await bien.ThreadsAsync("?folded");
        var page = await bien.Mai.GetAsync(here);
        var answer = await bien.WriteAsync(here, Back);
        _ = await bien.DecideAsync(page, "accept");
        var again = await bien.ListAsync();

        Assert.Empty(without);
        Assert.Equal([here], folded);
        Assert.Empty(page.Page.QuerySelectorAll("textarea[name='answer']"));
        Assert.Equal((400, 0), (answer.Status, Letters(rung)));
        Assert.Contains("wait for an answer: 2", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_another_signed_or_that_was_for_another_is_shown_as_nobodys()
    {
        await using var rung = await WritingPaper.StartAsync(Line);
        await using var bien = await WritingPaper.StartAsync(Line);
        using var ring = rung.OpenRing();
        using var week = HybridIdentity.Create();
        var passedOn = Plain(Seal(ring.Signing, PaperId.Of("another"u8), week.Recipient), week);
        var forged = Plain(Seal(ring.Signing, bien.Keys.Signer.Paper, week.Recipient), week);
        forged[forged.AsSpan().IndexOf("Chào"u8)] ^= 0x20;

        bien.Desk.Mail.PutSealed(TestMail.Armored(passedOn, bien.Week.Recipient));
        bien.Desk.Mail.PutSealed(TestMail.Armored(forged, bien.Week.Recipient));

        var list = await bien.ListAsync();
        var threads = await bien.ThreadsAsync();
        Assert.Equal(2, threads.Count);
        Assert.DoesNotContain("Papers that write for the first time", list.Text, StringComparison.Ordinal);
        foreach (var thread in threads)
        {
            var page = await bien.Mai.GetAsync(thread);
            Assert.Contains("it is not signed so", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("kho số bốn", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_letter_that_is_put_there_again_and_again_is_one_letter()
    {
        await using var rung = await WritingPaper.StartAsync(Line);
        await using var bien = await WritingPaper.StartAsync(Line);
        using var ring = rung.OpenRing();
        var armored = Seal(ring.Signing, bien.Keys.Signer.Paper, bien.Week.Recipient);

        bien.Desk.Mail.PutSealed(armored);
        bien.Desk.Mail.PutSealed(armored);
        var here = (await bien.ThreadsAsync()).Single();
        _ = await bien.DecideAsync(await bien.Mai.GetAsync(here), "accept");
        _ = await bien.Mai.PostAsync(here, ("do", "done"));
        bien.Desk.Mail.PutSealed(armored);
        var page = await bien.Mai.GetAsync(here);
        var list = await bien.ListAsync();

        Assert.Single(page.Page.QuerySelectorAll("article.letter"));
        Assert.Contains("Nobody waits", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_papers_that_use_the_same_number_hide_nothing_of_each_other()
    {
        await using var bien = await WritingPaper.StartAsync(Line);
        using var one = LettersIdentity.FromSeed(RandomNumberGenerator.GetBytes(32));
        using var other = LettersIdentity.FromSeed(RandomNumberGenerator.GetBytes(32));

        bien.Desk.Mail.PutSealed(Seal(one, bien.Keys.Signer.Paper, bien.Week.Recipient));
        bien.Desk.Mail.PutSealed(Seal(other, bien.Keys.Signer.Paper, bien.Week.Recipient));

        Assert.Equal(2, (await bien.ThreadsAsync()).Count);
    }

    [Fact]
    public async Task Another_key_at_a_known_address_gets_nothing_and_is_warned_of_loudly()
    {
        await using var rung = await WritingPaper.StartAsync(Line);
        await using var bien = await WritingPaper.StartAsync(Line);
        var there = await rung.MeetAsync(bien);
        var before = bien.Keys.Signer.Fingerprint;

        // As after a raid: everything destroyed, and keys of somebody.
        bien.Desk.Mail.Office.Keyring.DestroyAll();
        _ = bien.Desk.Mail.Box.Publish(keys: null);
        await bien.MakeKeysAsync();
        var sent = await rung.ThenAsync(rung.WriteAsync(there, Hello));
        var nothing = Letters(bien);
        var question = await rung.AskAsync(bien.Address);
        var now = (await rung.DecideAsync(question, "accept")).Location!;
        var old = await rung.ThenAsync(rung.Mai.PostAsync(there, ("number", Number(sent)), ("do", "again")));
        var again = await rung.ThenAsync(rung.WriteAsync(now, Hello));

        Assert.NotEqual(before, bien.Keys.Signer.Fingerprint);
        Assert.Contains("Another key answers there", sent.Text, StringComparison.Ordinal);
        Assert.Contains(
            bien.Keys.Signer.Fingerprint,
            sent.Page.QuerySelector(".warning[role='alert']")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(0, nothing);
        Assert.Contains(
            before,
            question.Page.QuerySelector(".warning[role='alert']")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotEqual(there, now);
        Assert.Contains("address is not known", old.Text, StringComparison.Ordinal);
        Assert.Contains("The other paper took the letter", again.Text, StringComparison.Ordinal);
        Assert.Equal(1, Letters(bien));
    }

    [Fact]
    public async Task Who_claims_the_address_of_a_known_paper_with_another_key_is_warned_of()
    {
        await using var rung = await WritingPaper.StartAsync(Line);
        await using var bien = await WritingPaper.StartAsync(Line);
        using var eve = LettersIdentity.FromSeed(RandomNumberGenerator.GetBytes(32));
        _ = await bien.MeetAsync(rung);

        bien.Desk.Mail.PutSealed(Seal(eve, bien.Keys.Signer.Paper, bien.Week.Recipient, rung.Address));
        var page = await bien.Mai.GetAsync($"/desk/letters/from/{eve.Public.Paper}");

        Assert.Contains(
            rung.Keys.Signer.Fingerprint,
            page.Page.QuerySelector(".warning[role='alert']")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("dead", "cannot be reached")]
    [InlineData("silent", "did not answer in time")]
    [InlineData("drips", "did not answer in time")]
    [InlineData("endless", "sends more than a paper would")]
    [InlineData("another page", "no paper that takes letters")]
    [InlineData("past weeks", "has no key for this week")]
    [InlineData("full", "has no room")]
    [InlineData("no form", "no paper that takes letters")]
    [InlineData("endless form", "sends more than a paper would")]
    [InlineData("says no", "did not take the letter")]
    [InlineData("only says yes", "did not take the letter")]
    [InlineData("hangs up late", "did not answer in time")]
    public async Task A_letter_that_did_not_get_there_is_kept_and_goes_when_it_can(string what, string sentence)
    {
        using var quick = new CopyDoor(proxy: null, TimeSpan.FromSeconds(5), TimeProvider.System);
        var line = SisterDoor.Line(quick, home: null, isDirect: true) with { Patience = TimeSpan.FromSeconds(15) };
        await using var rung = await WritingPaper.StartAsync(line);
        await using var bien = await WritingPaper.StartAsync(Line);
        var (keys, old) = (bien.Keys, Past(bien));
        await using var strange = await StrangeSister.StartAsync(context =>
            Strange.AnswerAsync(context, what, what == "past weeks" ? old : keys)
        );
        var address = strange.Address;
        if (what == "dead")
        {
            await strange.DisposeAsync();
        }

        var there = (await rung.DecideAsync(bien.Paper, "Biển", address, "accept")).Location!;
        var failed = await rung.ThenAsync(rung.WriteAsync(there, Hello));
        _ = await rung.DecideAsync(bien.Paper, "Biển", bien.Address, "accept");
        var kept = await rung.Mai.GetAsync(there);
        var again = await rung.ThenAsync(rung.Mai.PostAsync(there, ("number", Number(kept)), ("do", "again")));

        Assert.Contains("is kept here to be sent again", failed.Text, StringComparison.Ordinal);
        Assert.Contains(sentence, failed.Text, StringComparison.Ordinal);
        Assert.Contains(Hello, kept.Text, StringComparison.Ordinal);
        Assert.Contains("Not sent yet", kept.Text, StringComparison.Ordinal);
        Assert.Contains("The other paper took the letter", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Not sent yet", again.Text, StringComparison.Ordinal);
        Assert.Contains(
            Hello,
            (await bien.Mai.GetAsync((await bien.ThreadsAsync()).Single())).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_wrong_with_a_first_contact_is_said_beside_its_field()
    {
        await using var rung = await WritingPaper.StartAsync(Line);

        var nonsense = await rung.AskAsync("ftp://somewhere");
        var silent = await rung.AskAsync("http://127.0.0.1:1/");
        var own = await rung.AskAsync(rung.Address);
        var forged = await rung.DecideAsync("not a paper", "x", rung.Address, "accept");
        var wrong = await rung.DecideAsync(new string('a', 64), "Biển", "nowhere at all", "accept");

        Assert.Contains("no address of a paper", nonsense.MessageAt("address"), StringComparison.Ordinal);
        Assert.Contains("cannot be reached", silent.MessageAt("address"), StringComparison.Ordinal);
        Assert.Contains("your own paper", own.MessageAt("address"), StringComparison.Ordinal);
        Assert.Equal("ftp://somewhere", nonsense.Value("address"));
        Assert.Equal((404, 400), (forged.Status, wrong.Status));
        Assert.Equal(("Biển", "nowhere at all"), (wrong.Value("name"), wrong.Value("address")));
    }

    [Fact]
    public async Task A_letter_that_was_not_sent_can_be_dropped_and_a_draft_beside_it_stays()
    {
        await using var rung = await WritingPaper.StartAsync(Line);
        var there = (await rung.DecideAsync(new string('a', 64), "", "http://127.0.0.1:1/", "accept")).Location!;
        var kept = await rung.ThenAsync(rung.WriteAsync(there, Hello));
        _ = await rung.Mai.PostAsync(there, ("answer", "bản nháp"), ("note", "hỏi Lan"), ("do", "keep"));

        _ = await rung.Mai.PostAsync(there, ("number", Number(kept)), ("do", "drop"));
        var after = await rung.Mai.GetAsync(there);

        Assert.DoesNotContain(Hello, after.Text, StringComparison.Ordinal);
        Assert.Equal(("bản nháp", "hỏi Lan"), (after.Value("answer"), after.Value("note")));
    }

    [Fact]
    public async Task The_form_goes_out_with_the_fields_of_a_readers_in_their_order()
    {
        await using var bien = await WritingPaper.StartAsync(Line);
        var page = await door.GetAsync(new Uri(bien.Desk.Address, "letter.html?write"), 1 << 20, TestDesk.Cancel);

        // With room for files; this paper's bag is too small for them.
        const string Box = "<input type=\"checkbox\"";
        var shown = Encoding
            .UTF8.GetString(page.Content)
            .Replace(Box, $"<input type=\"file\" name=\"files\">{Box}", StringComparison.Ordinal);

        var form = SisterForm.Fill(Encoding.UTF8.GetBytes(shown), "armor\n"u8.ToArray())!;
        var text = Encoding.UTF8.GetString(form.Content);
        var names = text.Split("form-data; name=\"").Skip(1).Select(part => part.Split('"')[0]);

        Assert.Equal(["token", "site", "subject", "words", "files", "no-answer"], names);
        Assert.Contains("name=\"files\"; filename=\"\"\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\n\r\narmor\r\n", text, StringComparison.Ordinal);
        Assert.StartsWith("multipart/form-data; boundary=----geckoformboundary", form.Type, StringComparison.Ordinal);
    }

    private static EpochKeys Past(WritingPaper paper)
    {
        using var ring = paper.OpenRing();
        return EpochKeys.Sign(
            ring.Signing,
            [new EpochKey(paper.Desk.Mail.Box.Today.AddDays(-30), paper.Week.Recipient)]
        );
    }

    private static byte[] Seal(LettersIdentity sender, PaperId receiver, HybridRecipient week, string address = "") =>
        PaperLetter.Seal(
            sender,
            receiver,
            week,
            new byte[LetterPage.IdBytes],
            ("Báo Rừng", address),
            subject: default,
            Encoding.UTF8.GetBytes(Hello)
        );

    private static byte[] Plain(byte[] armored, HybridIdentity week)
    {
        using var armor = new ArmorReader(new MemoryStream(armored));
        using var age = AgeReader.Open(armor, week);
        using var plain = new MemoryStream();
        age.CopyTo(plain);
        return plain.ToArray();
    }

    private static string Number(DeskAnswer page) => page.Value("number");

    // How many pages the correspondents can open: of the papers' letters, one each.
    private static int Letters(WritingPaper paper)
    {
        using var ring = paper.OpenRing();
        var slot = new byte[LetterPage.SealedBytes];
        var found = 0;
        for (var number = 0; number < paper.Desk.Mail.Box.LetterSlots; number++)
        {
            paper.Desk.Mail.Box.ReadLetter(number, slot);
            found += LetterPage.FindKey(slot, [.. ring.Epochs.Select(epoch => epoch.Identity)]) < 0 ? 0 : 1;
        }

        return found;
    }

    private static List<(string, long)> Sizes(WritingPaper paper) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(paper.Desk.Folder, "letters"), "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(file => (Path.GetRelativePath(paper.Desk.Folder, file), new FileInfo(file).Length)),
        ];
}

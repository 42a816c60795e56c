using System.Text;
using Microsoft.AspNetCore.Builder;
using Pamphlet.Desk;
using Pamphlet.Letters;
using Pamphlet.Letters.Between;
using Pamphlet.Letters.Calling;
using Pamphlet.Letters.Keys;
using Pamphlet.Publications;
using Pamphlet.Seal;
using Pamphlet.Seal.Age;
using Pamphlet.Seal.Letters;
using Pamphlet.Signing.Fetching;
using Pamphlet.Storage;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;
using Pamphlet.Verbs;
using Pamphlet.Web;

namespace Pamphlet.Tests.Letters;

/// <summary>The stronger way: keys that were made elsewhere, a list that was pasted, and a desk that fetches everything.</summary>
public sealed class OwnDeskTests : IDisposable
{
    private const string Said = "Xe tải rời kho lúc nửa đêm.";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pamphlet-own-");
    private readonly SecretBytes passphrase = SecretBytes.From("seven herons left the harbour"u8);
    private readonly CopyDoor door = new(proxy: null, TimeSpan.FromMinutes(1), TimeProvider.System);

    private Outbox? outbox;

    private Keyring Ring => new(Path.Combine(folder.FullName, "keys"), work: 6);

    public void Dispose()
    {
        passphrase.Dispose();
        door.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_letter_is_read_and_answered_on_a_machine_that_alone_has_the_keys()
    {
        await using var paper = await TestDesk.StartAsync();
        using var ring = await PublishAsync(paper);
        using var writer = HybridIdentity.Create();
        paper.Mail.Write(Said, writer);
        var call = Call(paper, ring);
        Assert.Null(await call.FetchAsync(TestDesk.Cancel));

        await using var own = await TestDatabase.CreateAsync();
        var editor = new OwnEditor(ring);
        await using var app = await StartAsync(own, call, editor, paper.Time);
        using var browser = new DeskBrowser(new Uri(app.Urls.First()));
        var opened = await browser.GetAsync($"/desk/open/{editor.Key}");
        var again = await new DeskBrowser(new Uri(app.Urls.First())).GetAsync($"/desk/open/{editor.Key}");
        var list = await browser.GetAsync("/desk/letters");
        var thread = list.Page.QuerySelector("main a[href^='/desk/letters/from/']")!.GetAttribute("href")!;
        var read = await browser.GetAsync(thread);
        var sent = await browser.PostAsync(thread, ("answer", "Đã nhận."), ("do", "answer"));
        var before = paper.Mail.AnswersFor(writer);
        Assert.Null(await call.RoundAsync(TestDesk.Cancel));

        Assert.Equal((303, 403), (opened.Status, again.Status));
        Assert.Contains(Said, read.Text, StringComparison.Ordinal);
        Assert.Equal(303, sent.Status);
        Assert.Empty(before);
        Assert.Equal(["Đã nhận."], paper.Mail.AnswersFor(writer));
        Assert.False(paper.Mail.Office.Keyring.IsMade);
    }

    [Fact]
    public async Task A_letter_to_another_paper_goes_from_the_machine_that_alone_has_the_keys()
    {
        await using var paper = await TestDesk.StartAsync();
        using var ring = await PublishAsync(paper);
        var signer = ring.Signing.Public.Fingerprint;
        await using var other = await WritingPaper.StartAsync(SisterDoor.Line(door, home: null, isDirect: true));
        var call = Call(paper, ring);
        Assert.Null(await call.FetchAsync(TestDesk.Cancel));
        await using var own = await TestDatabase.CreateAsync();
        var editor = new OwnEditor(ring);
        var line = SisterDoor.Line(door, paper.Address.AbsoluteUri, isDirect: true);
        await using var app = await StartAsync(own, call, editor, paper.Time, line);
        using var browser = new DeskBrowser(new Uri(app.Urls.First()));
        _ = await browser.GetAsync($"/desk/open/{editor.Key}");

        var asked = await browser.PostAsync("/desk/letters/papers", ("address", other.Address));
        var met = await browser.PostAsync(
            "/desk/letters/papers/decide",
            ("paper", asked.Value("paper")),
            ("name", "Biển"),
            ("address", other.Address),
            ("do", "accept")
        );
        var sent = await browser.PostAsync(met.Location!, ("answer", Said), ("do", "answer"));
        var here = (await other.ThreadsAsync()).Single();
        var read = await other.Mai.GetAsync(here);
        _ = await other.DecideAsync(read, "accept");
        _ = await other.WriteAsync(here, "Đã nhận.");
        Assert.Null(await call.RoundAsync(TestDesk.Cancel));
        var back = await browser.GetAsync(met.Location!);

        Assert.Equal(303, sent.Status);
        Assert.Contains(Said, read.Text, StringComparison.Ordinal);
        Assert.Contains(signer, read.Text, StringComparison.Ordinal);
        Assert.Equal(paper.Address.AbsoluteUri, read.Value("address"));
        Assert.Contains("Đã nhận.", back.Text, StringComparison.Ordinal);
        Assert.False(paper.Mail.Office.Keyring.IsMade);
    }

    [Fact]
    public async Task Locking_wipes_the_keys_that_the_terminal_opened()
    {
        await using var paper = await TestDesk.StartAsync();
        using var ring = await PublishAsync(paper);
        using var signing = LettersIdentity.FromSeed(ring.SigningSeed);
        await using var own = await TestDatabase.CreateAsync();
        var editor = new OwnEditor(ring);
        await using var app = await StartAsync(own, Call(paper, ring), editor, paper.Time);
        using var browser = new DeskBrowser(new Uri(app.Urls.First()));
        await browser.GetAsync($"/desk/open/{editor.Key}");

        await browser.PostAsync("/desk/letters/lock");

        Assert.Equal((0, 0), (ring.SigningSeed.Length, ring.Own.Seed.Length));
        Assert.Empty(ring.Epochs);
    }

    [Fact]
    public async Task Keys_that_nobody_used_for_a_while_are_wiped_though_nobody_locks_them()
    {
        await using var paper = await TestDesk.StartAsync();
        using var ring = await PublishAsync(paper);
        using var signing = LettersIdentity.FromSeed(ring.SigningSeed);
        await using var own = await TestDatabase.CreateAsync();
        var editor = new OwnEditor(ring);
        await using var app = await StartAsync(own, Call(paper, ring), editor, paper.Time);
        using var browser = new DeskBrowser(new Uri(app.Urls.First()));
        await browser.GetAsync($"/desk/open/{editor.Key}");
        var early = ring.SigningSeed.Length;

        paper.Time.Advance(TimeSpan.FromMinutes(22));
        var late = await browser.GetAsync("/desk/letters");

        Assert.NotEqual(0, early);
        Assert.Equal((0, 0), (ring.SigningSeed.Length, ring.Own.Seed.Length));
        Assert.Empty(ring.Epochs);
        Assert.DoesNotContain("wait for an answer", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_nobody_opened_in_time_opens_nothing_and_its_keys_are_wiped()
    {
        await using var paper = await TestDesk.StartAsync();
        using var ring = await PublishAsync(paper);
        await using var own = await TestDatabase.CreateAsync();
        var editor = new OwnEditor(ring);
        await using var app = await StartAsync(own, Call(paper, ring), editor, paper.Time);

        editor.Close();
        using var browser = new DeskBrowser(new Uri(app.Urls.First()));
        var late = await browser.GetAsync($"/desk/open/{editor.Key}");

        Assert.Equal((403, 0), (late.Status, ring.SigningSeed.Length));
    }

    [Fact]
    public async Task A_round_is_as_long_whether_or_not_anybody_answered_and_leaves_nothing_but_answers()
    {
        await using var paper = await TestDesk.StartAsync();
        using var ring = await PublishAsync(paper);
        using var writer = HybridIdentity.Create();
        var call = Call(paper, ring);
        var before = Slots(paper);
        Assert.Null(await call.RoundAsync(TestDesk.Cancel));
        var quiet = Slots(paper);

        Assert.True(
            outbox!.Add(SignedAnswer.Seal(ring.Signing, writer.Recipient, new byte[LetterPage.IdBytes], "lời"u8))
        );
        var size = new FileInfo(Path.Combine(folder.FullName, "outbox")).Length;
        Assert.Null(await Call(paper, ring).RoundAsync(TestDesk.Cancel));
        var busy = Slots(paper);

        Assert.Equal(
            TakeCalls.AnswersBody([]).Length,
            TakeCalls.AnswersBody([new byte[LetterPage.SealedBytes]]).Length
        );
        Assert.Equal(before, quiet);
        Assert.Single(busy.Except(quiet, StringComparer.Ordinal));
        Assert.Equal(["lời"], paper.Mail.AnswersFor(writer));
        Assert.Empty(outbox!.Next());
        Assert.Equal(size, new FileInfo(Path.Combine(folder.FullName, "outbox")).Length);
    }

    [Fact]
    public async Task When_all_keys_are_destroyed_here_nobody_can_write_there()
    {
        await using var paper = await TestDesk.StartAsync();
        using var ring = await PublishAsync(paper);

        Assert.True(await Call(paper, ring).CloseAsync(TestDesk.Cancel));

        Assert.Null(paper.Mail.Box.Keys.Read());
        Assert.False(paper.Mail.Box.HasRoomFor(1));
    }

    [Fact]
    public async Task Only_who_has_the_signing_key_fetches_and_no_call_is_good_twice()
    {
        await using var paper = await TestDesk.StartAsync();
        using var ring = await PublishAsync(paper);
        using var stranger = LettersIdentity.FromSeed(new byte[32]);
        var at = new Uri(paper.Address, TakeCalls.Path);
        var challenge = await ChallengeAsync(at);
        var fetch = TakeCalls.Fetch.ToArray();
        var good = SignedCall.Write(ring.Signing, challenge, fetch);
        byte[] forged = [.. challenge];
        forged[0] ^= 1;

        var strangers = await StatusAsync(at, SignedCall.Write(stranger, await ChallengeAsync(at), fetch));
        var invented = await StatusAsync(at, SignedCall.Write(ring.Signing, forged, fetch));
        var changed = await StatusAsync(at, [.. good[..^6], .. "fetcg\n"u8]);
        var nothing = await StatusAsync(at, []);
        var first = await StatusAsync(at, good);
        var second = await StatusAsync(at, good);
        paper.Time.Advance(TimeSpan.FromHours(1));
        var late = await StatusAsync(at, SignedCall.Write(ring.Signing, challenge, fetch));

        Assert.Equal([403, 403, 403, 403, 200, 403, 403], [strangers, invented, changed, nothing, first, second, late]);
    }

    [Fact]
    public async Task A_list_of_other_weeks_comes_over_the_wire_and_one_of_another_key_does_not()
    {
        await using var paper = await TestDesk.StartAsync();
        using var ring = await PublishAsync(paper);
        using var key = HybridIdentity.Create();
        using var stranger = LettersIdentity.FromSeed(new byte[32]);
        var call = Call(paper, ring);
        var renewed = EpochWeeks.Renew(Ring, ring, paper.Mail.Box.Today);
        var foreign = EpochKeys.Sign(stranger, [new(paper.Mail.Box.Today, key.Recipient)]);

        var isTaken = await call.PublishAsync(renewed, TestDesk.Cancel);
        var isForeignTaken = await call.PublishAsync(foreign, TestDesk.Cancel);

        Assert.Equal((true, false), (isTaken, isForeignTaken));
        Assert.Equal(renewed.Text.ToArray(), paper.Mail.Box.Keys.Read()!.Text.ToArray());
    }

    [Fact]
    public async Task A_list_that_was_replaced_is_not_taken_again_by_wire_nor_by_hand()
    {
        await using var paper = await TestDesk.StartAsync();
        using var ring = await PublishAsync(paper);
        var old = paper.Mail.Box.Keys.Read()!;
        var call = Call(paper, ring);
        var renewed = EpochWeeks.Renew(Ring, ring, paper.Mail.Box.Today);
        Assert.True(await call.PublishAsync(renewed, TestDesk.Cancel));
        using var captured = await paper.SignInAsync(Act.KeepKeys);

        var byWire = await call.PublishAsync(old, TestDesk.Cancel);
        var byHand = await captured.PostAsync(
            "/desk/letter-keys/publish",
            ("list", Encoding.ASCII.GetString(old.Text.Span))
        );
        var again = await call.PublishAsync(renewed, TestDesk.Cancel);

        Assert.Equal((false, 400, true), (byWire, byHand.Status, again));
        Assert.Equal(renewed.Text.ToArray(), paper.Mail.Box.Keys.Read()!.Text.ToArray());
    }

    [Fact]
    public async Task Past_weeks_are_forgotten_on_call_and_this_week_is_not()
    {
        await using var paper = await TestDesk.StartAsync();
        using var ring = await PublishAsync(paper);
        var call = Call(paper, ring);
        var monday = EpochWeeks.Monday(paper.Mail.Box.Today);

        var isThisWeekForgotten = await call.ForgetAsync(monday.AddDays(1), TestDesk.Cancel);
        var isForgotten = await call.ForgetAsync(monday, TestDesk.Cancel);

        Assert.Equal((false, true), (isThisWeekForgotten, isForgotten));
    }

    [Fact]
    public async Task A_paper_without_keys_has_no_letters_to_fetch()
    {
        await using var paper = await TestDesk.StartAsync();
        using var ring = Ring.Make(RingOptions.Me, passphrase);

        var wrong = await Call(paper, ring).FetchAsync(TestDesk.Cancel);

        Assert.Contains("no keys were published", wrong, StringComparison.Ordinal);
    }

    private CallPaper Call(TestDesk paper, OpenKeyring ring)
    {
        outbox = Outbox.Open(Path.Combine(folder.FullName, "outbox"), ring, Ring.Recipients());
        return new CallPaper(paper.Address, door, ring.Signing, outbox);
    }

    // As an editor does it: made on this machine, pasted at the paper's desk.
    private async Task<OpenKeyring> PublishAsync(TestDesk paper)
    {
        var ring = Ring.Make(RingOptions.Me, passphrase);
        var list = EpochWeeks.Extend(Ring, ring, paper.Mail.Box.Today);
        using var mai = await paper.SignInAsync(Act.KeepKeys);
        var pasted = await mai.PostAsync(
            "/desk/letter-keys/publish",
            ("list", Encoding.ASCII.GetString(list.Text.Span))
        );
        Assert.Equal(303, pasted.Status);
        return ring;
    }

    private async Task<WebApplication> StartAsync(
        TestDatabase database,
        CallPaper call,
        OwnEditor editor,
        TimeProvider time,
        SisterLine? sisters = null
    )
    {
        var office = new PostOffice(folder.FullName)
        {
            IsOwnMachine = true,
            Sisters = sisters,
            Published = () => null,
            Publish = (_, _) => Task.FromResult(true),
            Forget = call.ForgetAsync,
            Slots = () => call.Slots,
            Read = call.Read,
            PutAnswer = (page, _) => Task.FromResult(outbox!.Add(page)),
        };
        await using (var open = database.Open())
        {
            var paper = await Pamphlet.Founding.FoundStarterPaper.RunAsync(open, TestDesk.Cancel);
            await OwnEditor.PrepareAsync(open, paper.Id, new DateOnly(2026, 11, 25), TestDesk.Cancel);
        }

        Assert.True(ListenAddress.TryParse("http://127.0.0.1:0", out var anywhere));
        var app = LocalDesk.Build(database.Address, office, editor, anywhere, time);
        await app.StartAsync(TestDesk.Cancel);
        return app;
    }

    private static List<string> Slots(TestDesk paper)
    {
        var page = new byte[LetterPage.SealedBytes];
        var slots = new List<string>();
        for (var slot = 0; slot < paper.Mail.Box.AnswerSlots; slot++)
        {
            paper.Mail.Box.ReadAnswer(slot, page);
            slots.Add(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(page)));
        }

        return slots;
    }

    private async Task<byte[]> ChallengeAsync(Uri at)
    {
        var given = await door.GetAsync(at, most: 256, TestDesk.Cancel);
        return Convert.FromBase64String(Encoding.ASCII.GetString(given.Content).Trim());
    }

    private async Task<int> StatusAsync(Uri at, byte[] call) =>
        (await door.PostAsync(at, call, most: 1L << 27, TestDesk.Cancel)).Status;
}

using Pamphlet.Desk;
using Pamphlet.Letters.Between;
using Pamphlet.Letters.Keys;
using Pamphlet.Onion;
using Pamphlet.Publications;
using Pamphlet.Seal;
using Pamphlet.Seal.Letters;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Letters;

/// <summary>A whole paper with keys for letters, and the correspondent who reads and writes them in a browser.</summary>
internal sealed class WritingPaper(TestDesk desk, DeskBrowser mai) : IAsyncDisposable
{
    private const string Passphrase = "seven herons left the harbour";

    public TestDesk Desk => desk;

    public DeskBrowser Mai => mai;

    public string Address => desk.Address.AbsoluteUri;

    public EpochKeys Keys => desk.Mail.Box.Keys.Read()!;

    public string Paper => Keys.Signer.Paper.ToString();

    public EpochKey Week => desk.Mail.Box.Keys.For(desk.Mail.Box.Today)!;

    public static async Task<WritingPaper> StartAsync(
        SisterLine line,
        TestDatabase? database = null,
        PaperOnion? onion = null
    )
    {
        var desk = await TestDesk.StartAsync(database, line, onion);
        await using (var open = desk.Database.Open())
        {
            var paper = await new PublicationStore(open).FirstAsync(TestDesk.Cancel);
            paper!.Home = desk.Address.AbsoluteUri;
            await open.SaveChangesAsync(TestDesk.Cancel);
        }

        var mai = await desk.SignInAsync(Act.Correspond, Act.KeepKeys);
        var started = new WritingPaper(desk, mai);
        await started.MakeKeysAsync();
        return started;
    }

    public async Task MakeKeysAsync()
    {
        var made = await mai.PostAsync("/desk/letter-keys/make", ("passphrase", Passphrase));
        Assert.Equal(303, made.Status);
        await UnlockAsync();
    }

    public Task<DeskAnswer> UnlockAsync() => mai.PostAsync("/desk/letters/unlock", ("ring-passphrase", Passphrase));

    /// <summary>What only this paper's correspondents have.</summary>
    public OpenKeyring OpenRing()
    {
        using var passphrase = SecretBytes.From(System.Text.Encoding.UTF8.GetBytes(Passphrase));
        return desk.Mail.Office.Keyring.Open(CheckRing.NameOf(mai.Editor!.Id), passphrase)!;
    }

    public Task<DeskAnswer> AskAsync(string address) => mai.PostAsync("/desk/letters/papers", ("address", address));

    /// <summary>Says on a page that asks «is this they?» what there is to say.</summary>
    public Task<DeskAnswer> DecideAsync(DeskAnswer question, string act) =>
        DecideAsync(question.Value("paper"), question.Value("name"), question.Value("address"), act);

    public Task<DeskAnswer> DecideAsync(string paper, string name, string address, string act) =>
        mai.PostAsync(
            "/desk/letters/papers/decide",
            ("paper", paper),
            ("name", name),
            ("address", address),
            ("do", act)
        );

    /// <summary>Knows another paper from now on.</summary>
    /// <returns>Where its thread is.</returns>
    public async Task<string> MeetAsync(WritingPaper other) =>
        (await DecideAsync(await AskAsync(other.Address), "accept")).Location!;

    public Task<DeskAnswer> WriteAsync(string thread, string words) =>
        mai.PostAsync(thread, ("answer", words), ("do", "answer"));

    /// <summary>The page behind a form that was taken, with what it says of it.</summary>
    public async Task<DeskAnswer> ThenAsync(Task<DeskAnswer> sent) => await mai.GetAsync((await sent).Location!);

    public Task<DeskAnswer> ListAsync(string more = "") => mai.GetAsync($"/desk/letters{more}");

    public async Task<IReadOnlyList<string>> ThreadsAsync(string more = "") =>
        [
            .. (await ListAsync(more))
                .Page.QuerySelectorAll("main a[href^='/desk/letters/from/']")
                .Select(link => link.GetAttribute("href")!),
        ];

    public async ValueTask DisposeAsync()
    {
        mai.Dispose();
        await desk.DisposeAsync();
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pamphlet.Copies;
using Pamphlet.Desk;
using Pamphlet.Editions;
using Pamphlet.Editions.Shelving;
using Pamphlet.Editors;
using Pamphlet.Founding;
using Pamphlet.Letters.Between;
using Pamphlet.Mentions;
using Pamphlet.Onion;
using Pamphlet.Publications;
using Pamphlet.Storage;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Letters;
using Pamphlet.Web;

namespace Pamphlet.Tests.Desk;

/// <summary>
/// The whole house over HTTP, with the starter paper in it and a clock that stands still: what a test of a desk page starts.
/// <c>await using var desk = await TestDesk.StartAsync(); var mai = await desk.SignInAsync(Act.Write);</c>
/// </summary>
internal sealed class TestDesk : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Press press;
    private readonly string folder;
    private readonly TestDatabase? owned;

    private TestDesk(WebApplication app, Press press, string folder, TestDatabase database, bool isOwner)
    {
        this.app = app;
        this.press = press;
        this.folder = folder;
        Database = database;
        owned = isOwner ? database : null;
    }

    public TestDatabase Database { get; }

    public required FakeTimeProvider Time { get; init; }

    public required TestMail Mail { get; init; }

    public required Publication Paper { get; init; }

    public Uri Address => new(app.Urls.First());

    public Press Press => press;

    /// <summary>The paper's data folder.</summary>
    public string Folder => folder;

    public OpenDesk Open => app.Services.GetRequiredService<OpenDesk>();

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="database">Null: an SQLite of its own.</param>
    /// <param name="sisters">The way to other papers; null: there is none.</param>
    /// <param name="onion">Where else it listens: for a tor that somebody else starts.</param>
    /// <param name="outward">Null: as the paper's own.</param>
    public static async Task<TestDesk> StartAsync(
        TestDatabase? database = null,
        SisterLine? sisters = null,
        PaperOnion? onion = null,
        Outward? outward = null
    )
    {
        var chosen = database ?? await TestDatabase.CreateAsync();
        Publication paper;
        await using (var open = chosen.Open())
        {
            paper =
                await new PublicationStore(open).FirstAsync(Cancel) ?? await FoundStarterPaper.RunAsync(open, Cancel);
        }

        var place = Directory.CreateTempSubdirectory("pamphlet-desk-").FullName;
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 9, 30, 0, TimeSpan.Zero));
        var shelf = EditionShelf.Open(Path.Combine(place, "shelf"));
        var printing = new Press(chosen.Address, shelf);
        Assert.True(ListenAddress.TryParse("http://127.0.0.1:0", out var anywhere));
        var mail = new TestMail(Path.Combine(place, "letters"), time) { Sisters = sisters };
        printing.TakesLetters = () => mail.Box.IsOpen;
        var house = Pamphlet.House.Build(
            chosen.Address,
            shelf,
            printing,
            _ => Task.CompletedTask,
            [anywhere, .. onion?.Listens ?? []],
            time,
            letters: mail.Box,
            office: mail.Office,
            copies: new CopyShelf(place),
            outward: outward
        );
        await house.StartAsync(Cancel);
        return new TestDesk(house, printing, place, chosen, isOwner: database is null)
        {
            Time = time,
            Paper = paper,
            Mail = mail,
        };
    }

    /// <summary>A browser that has not signed in.</summary>
    public DeskBrowser Browse() => new(this);

    /// <summary>An editor who may do these and nothing else, already in; their passphrase is <see cref="Passphrase"/>.</summary>
    public async Task<DeskBrowser> SignInAsync(params Act[] acts)
    {
        var browser = Browse();
        var editor = await AddEditorAsync($"editor {RowIds.New<EditorId>().Value:x}", acts);
        await using var open = Database.Open();
        var sessions = new SessionStore(open, new SessionPauses(Time), Time);
        browser.Hold(DeskCookie.Session, await sessions.BeginAsync(editor, Cancel));
        browser.Editor = editor;
        return browser;
    }

    public const string Passphrase = "kettle nobody warned the orchard";

    /// <summary>Made once a run: it costs what a thief's guess costs.</summary>
    private static readonly string Hashed = new PassphraseHash().HashPassword(null!, Passphrase);

    /// <summary>An editor who is not in yet.</summary>
    public async Task<Editor> AddEditorAsync(string name, params Act[] acts)
    {
        var editor = new Editor
        {
            Id = RowIds.New<EditorId>(),
            PublicationId = Paper.Id,
            UserName = name,
            NormalizedUserName = name.ToUpperInvariant(),
            PasswordHash = Hashed,
            SecurityStamp = "a stamp",
            Acts = Acts.Of(acts),
            JoinedOn = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime),
        };
        await using var open = Database.Open();
        open.Add(editor);
        await open.SaveChangesAsync(Cancel);
        return editor;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        press.Dispose();
        Mail.Dispose();
        Directory.Delete(folder, recursive: true);
        if (owned is not null)
        {
            await owned.DisposeAsync();
        }
    }
}

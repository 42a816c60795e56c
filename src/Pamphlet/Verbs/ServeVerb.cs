using System.CommandLine;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Pamphlet.Copies;
using Pamphlet.Editions;
using Pamphlet.Editions.Shelving;
using Pamphlet.Letters;
using Pamphlet.Mentions;
using Pamphlet.Onion;
using Pamphlet.Publications;
using Pamphlet.Signing;
using Pamphlet.Signing.Fetching;
using Pamphlet.Vault;
using Pamphlet.Web;

namespace Pamphlet.Verbs;

/// <summary><c>pamphlet serve</c>: the paper is up until somebody stops it.</summary>
internal static class ServeVerb
{
    public static Command Create()
    {
        var place = new PlaceOptions();
        var urls = new Option<string[]>("--urls")
        {
            Description = "Where to listen (default: http://localhost:8080); several may be named",
            HelpName = "URL",
            AllowMultipleArgumentsPerToken = true,
        };
        var home = new Option<string?>("--home")
        {
            Description =
                "Where the world finds the paper, for feeds and the sitemap: https://paper.example/ (it is remembered)",
            HelpName = "URL",
        };
        var copies = new Option<bool>("--copies")
        {
            Description =
                "Make copies for readers to take along (ZIP, EPUB, PDF …) when the paper has been quiet for a while",
        };
        var proxy = new Option<string?>("--proxy")
        {
            Description =
                "Ask other papers' hosts through a proxy: socks5://127.0.0.1:9050 for a tor of yours (with --onion they are asked through that)",
            HelpName = "URL",
        };
        var onion = new OnionOptions();
        var verb = new Command("serve", "Serve the paper; in an empty folder, found a starter paper first")
        {
            urls,
            home,
            copies,
            proxy,
        };
        onion.AddTo(verb);
        place.AddTo(verb);
        verb.SetAction(
            (parsed, stop) =>
                RunAsync(
                    place.In(parsed),
                    Addresses(parsed.GetValue(urls) ?? []),
                    HomeAddress(parsed.GetValue(home)),
                    (paper, vault, addresses) => onion.In(parsed, paper.Folder, vault, addresses),
                    parsed.GetValue(copies),
                    OpenCopy.ProxyAt(parsed.GetValue(proxy)),
                    stop
                )
        );
        return verb;
    }

    private static ListenAddress[] Addresses(string[] typed) =>
        typed.Length == 0 ? [ListenAddress.Default] : [.. typed.SelectMany(text => text.Split(';')).Select(Address)];

    private static Uri? HomeAddress(string? typed) =>
        typed is null ? null
        : Uri.TryCreate(typed.EndsWith('/') ? typed : $"{typed}/", UriKind.Absolute, out var home)
        && home.Scheme is "http" or "https"
            ? home
        : throw new OperatorMistake(
            $"{typed} is no address of a paper.",
            "Write one like --home https://paper.example/"
        );

    private static ListenAddress Address(string text) =>
        ListenAddress.TryParse(text, out var address)
            ? address
            : throw new OperatorMistake(
                $"{text} is not an address to listen at.",
                "Write one like --urls http://localhost:8080, or --urls http://unix:/run/pamphlet.sock"
            );

    private static async Task<int> RunAsync(
        PaperPlace place,
        ListenAddress[] addresses,
        Uri? home,
        Func<PaperPlace, KeyVault, ListenAddress[], PaperOnion?> prepareOnion,
        bool makesCopies,
        Uri? proxy,
        CancellationToken stop
    )
    {
        Guard();
        using var alone =
            FolderLock.TryTake(place.Folder)
            ?? throw new OperatorMistake(
                $"Another pamphlet is already serving {place.Folder}.",
                "Stop it first, or name another folder: --data DIR"
            );

        var shelf = EditionShelf.Open(Path.Combine(place.Folder, "shelf"));
        using var paper = OpenPaper.Run(place, home, shelf);
        if (paper.IsReadOnly)
        {
            SayReadOnly(place, shelf, paper);
        }

        var onion = prepareOnion(place, paper.Vault, addresses);
        using var letters = LetterBox.Open(Path.Combine(place.Folder, "letters"), TimeProvider.System);
        using var press = new Press(place.Database, shelf)
        {
            Enclosed = paper.Enclosed,
            TakesLetters = () => letters.IsOpen,
        };
        if (!paper.IsReadOnly && AnnouncedOnion.Set(place.Folder, onion?.Paper.Host))
        {
            press.Reissue();
        }

        if (shelf.Current is null)
        {
            // Nothing to read yet: the first edition is worth the wait. Otherwise readers get the last one at once, and the
            // database is looked at behind their backs.
            await PreparePaper.RunAsync(place, home, stop);
            await press.PublishAsync(stop);
        }

        var up = new TaskCompletionSource<string>();
        using var sisters = SisterDoor.Of(onion, proxy);
        await using var app = House.Build(
            place.Database,
            shelf,
            press,
            async cancel =>
            {
                var served = await PreparePaper.RunAsync(place, home, cancel);
                await ShowDesk.RunAsync(place, await up.Task.WaitAsync(cancel), cancel);
                SayHomeless(served);
            },
            addresses,
            onion: onion,
            paper: paper,
            letters: letters,
            office: Office(letters, sisters, onion, isDirect: onion is null && proxy is null),
            copies: new CopyShelf(place.Folder) { MakeWith = makesCopies ? Path.Combine(place.Folder, "log") : null },
            outward: new Outward(onion, proxy)
        );
        await StartAsync(app, addresses[0], stop);
        up.SetResult(SayUp(Bound(app) ?? addresses[0].Shown, onion));
        await app.WaitForShutdownAsync(stop);
        return ExitCode.Done;
    }

    private static PostOffice Office(LetterBox letters, CopyDoor sisters, PaperOnion? onion, bool isDirect) =>
        letters.Office() with
        {
            Sisters = SisterDoor.Line(sisters, onion is null ? null : $"http://{onion.Paper.Host}/", isDirect),
        };

    private static void Guard()
    {
        if (!ForbidDumps.Settle())
        {
            Terminal.Complain(
                "The kernel did not let core dumps be forbidden: a crash could write memory to the disk."
            );
        }
    }

    private static string SayUp(string address, PaperOnion? onion)
    {
        Terminal.Say($"The paper is up:  {address}");
        if (onion is not null)
        {
            Terminal.Say($"Its onion:        http://{onion.Paper.Host}/  (in a minute or two)");
        }

        return address;
    }

    private static async Task StartAsync(WebApplication app, ListenAddress first, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (Exception cause) when (cause is IOException or SocketException)
        {
            var (what, remedy) = WhyDeaf(cause);
            throw new OperatorMistake($"{first.Text} cannot be listened at: {what}.", remedy, cause);
        }
    }

    // What the system says is said in its language and names no remedy.
    private static (string What, string Remedy) WhyDeaf(Exception? cause) =>
        cause switch
        {
            AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } => (
                "another program does already",
                "Name another address: --urls http://localhost:8081"
            ),
            SocketException { SocketErrorCode: SocketError.AccessDenied } => (
                "this user may not, for ports below 1024 are the system's",
                "Name a higher one, --urls http://localhost:8080, and let a proxy or systemd stand before it: docs/operate.md"
            ),
            SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => (
                "this machine has no such address",
                "Name one that it has: --urls http://localhost:8080"
            ),
            { InnerException: { } inner } => WhyDeaf(inner),
            _ => ("the system refuses it", "Name another address: --urls http://localhost:8081"),
        };

    private static void SayHomeless(Publication paper)
    {
        // Whoever only tries it out needs no line about it.
        if (paper is { Home: null, IsStarter: false })
        {
            Terminal.Say(
                "No home yet:      feeds and the sitemap name no address. Say once where the world finds the paper: --home https://paper.example/"
            );
        }
    }

    private static void SayReadOnly(PaperPlace place, EditionShelf shelf, SignedPaper paper)
    {
        var (what, remedy) = OpenPaper.WhyLocked(paper.Vault.State);
        if (shelf.Current is null)
        {
            throw new OperatorMistake($"{place.Folder}: {what}", remedy);
        }

        Terminal.Say($"READ-ONLY: {what} Readers get the last edition, and no new one is made. {remedy}");
    }

    // Port 0 asks the system for a free one: only the server knows which it got.
    private static string? Bound(WebApplication app) =>
        app.Urls.FirstOrDefault() is { } url ? (url.EndsWith('/') ? url : $"{url}/") : null;
}

using System.CommandLine;
using System.Security.Cryptography;
using Pamphlet.Letters;
using Pamphlet.Letters.Calling;
using Pamphlet.Publications;
using Pamphlet.Seal.Letters;
using Pamphlet.Signing.Fetching;
using Pamphlet.Storage;
using Pamphlet.Web;

namespace Pamphlet.Verbs;

/// <summary><c>pamphlet desk SITE</c>: the desk of letters on a correspondent's own machine; the keys never leave it.</summary>
internal static class DeskVerb
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(30);

    public static Command Create()
    {
        var ring = new RingOptions();
        var site = new Argument<string>("SITE") { Description = "The paper's address, best its onion's" };
        var proxy = new Option<string?>("--proxy")
        {
            Description = "Ask through this proxy; tor's is socks5://127.0.0.1:9050",
            HelpName = "URL",
        };
        var urls = new Option<string>("--urls")
        {
            Description = "Where your own browser finds the desk: on this machine",
            HelpName = "URL",
            DefaultValueFactory = _ => "http://127.0.0.1:8099",
        };
        var verb = new Command(
            "desk",
            "Read and answer letters on this machine: fetches the mailbag, keeps the keys here"
        )
        {
            site,
            proxy,
            urls,
        };
        ring.AddTo(verb);
        verb.SetAction(
            (parsed, stop) =>
                RunAsync(
                    ring,
                    parsed,
                    Site(parsed.GetValue(site)!),
                    OpenCopy.ProxyAt(parsed.GetValue(proxy)),
                    parsed.GetValue(urls)!,
                    stop
                )
        );
        return verb;
    }

    private static Uri Site(string typed) =>
        Uri.TryCreate(typed.EndsWith('/') ? typed : $"{typed}/", UriKind.Absolute, out var site)
        && site.Scheme is "http" or "https"
            ? site
            : throw new OperatorMistake($"{typed} is no address of a paper.", "Write one like http://….onion/");

    private static ListenAddress Own(string typed) =>
        ListenAddress.TryParse(typed, out var address)
        && Uri.TryCreate(typed, UriKind.Absolute, out var uri)
        && uri.IsLoopback
            ? address
            : throw new OperatorMistake(
                $"{typed} is not on this machine.",
                "Others must not reach this desk: --urls http://127.0.0.1:8099"
            );

    private static async Task<int> RunAsync(
        RingOptions options,
        ParseResult parsed,
        Uri site,
        Uri? proxy,
        string typed,
        CancellationToken stop
    )
    {
        Prepare(site, proxy);
        var address = Own(typed);
        using var ring = options.Open(parsed);
        using var signing = LettersIdentity.FromSeed(ring.SigningSeed);
        using var door = new CopyDoor(proxy, Patience, TimeProvider.System);
        using var sisters = SisterDoor.Of(proxy, site);
        var folder = options.Folder(parsed);
        var outbox = Outbox.Open(Path.Combine(folder, "outbox"), ring, options.Ring(parsed).Recipients());
        var call = new CallPaper(site, door, signing, outbox);
        Terminal.Say($"Fetching the mailbag of {site.Host} …");
        if (await call.FetchAsync(stop) is { } wrong)
        {
            throw new OperatorMistake(wrong, "");
        }

        if (await call.BringAsync(stop) is { } late)
        {
            Terminal.Complain(late);
        }

        var own = new OwnEditor(ring);
        var rows = InMemory(folder);
        try
        {
            var database = DatabaseAddress.InFolder(rows);
            await PrepareAsync(new PaperPlace(rows, database), site, stop);
            await using var app = LocalDesk.Build(
                database,
                Office(folder, call, outbox) with
                {
                    Sisters = SisterDoor.Line(sisters, site.AbsoluteUri, isDirect: proxy is null),
                },
                own,
                address,
                TimeProvider.System
            );
            await app.StartAsync(stop);
            var at = app.Urls.First().TrimEnd('/');
            Terminal.Say($"Open in your browser:  {at}/desk/open/{own.Key}  (opens once, within half an hour)");
            await GoRoundAsync(call, own, stop);
            await app.StopAsync(CancellationToken.None);
        }
        finally
        {
            own.Close();
            Directory.Delete(rows, recursive: true);
        }

        return ExitCode.Done;
    }

    private static void Prepare(Uri site, Uri? proxy)
    {
        if (!ForbidDumps.Settle())
        {
            Terminal.Complain(
                "The kernel did not let core dumps be forbidden: a crash could write memory to the disk."
            );
        }

        if (site.Host.EndsWith(".onion", StringComparison.Ordinal) && proxy is null)
        {
            throw new OperatorMistake("An onion is reached through tor.", "--proxy socks5://127.0.0.1:9050");
        }
    }

    // The days of sessions and the paper's name are nobody's business on this disk.
    private static string InMemory(string folder)
    {
        const string Memory = "/dev/shm";
        var rows = Path.Combine(
            Directory.Exists(Memory) ? Memory : folder,
            $"pamphlet-desk-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}"
        );
        Directory.CreateDirectory(rows, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return rows;
    }

    private static PostOffice Office(string folder, CallPaper call, Outbox outbox)
    {
        var published = new PublishedKeys(folder);
        return new PostOffice(folder)
        {
            IsOwnMachine = true,
            Published = published.Read,
            Publish = async (keys, cancel) =>
            {
                published.Write(keys);
                return keys is null ? await call.CloseAsync(cancel) : await call.PublishAsync(keys, cancel);
            },
            Forget = call.ForgetAsync,
            Slots = () => call.Slots,
            Read = call.Read,
            PutAnswer = (page, _) => Task.FromResult(outbox.Add(page)),
        };
    }

    private static async Task PrepareAsync(PaperPlace place, Uri site, CancellationToken stop)
    {
        await PreparePaper.RunAsync(place, home: null, stop);
        await using var database = place.Database.Open();
        var paper =
            await new PublicationStore(database).FirstAsync(stop)
            ?? throw new InvalidOperationException("No paper was founded here.");
        paper.Name = site.Host;
        await database.SaveChangesAsync(stop);
        await OwnEditor.PrepareAsync(
            database,
            paper.Id,
            DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
            stop
        );
    }

    // At times that follow a clock and not the reader.
    private static async Task GoRoundAsync(CallPaper call, OwnEditor own, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Often, TimeProvider.System, stop);
                own.Close();
                if (await call.RoundAsync(stop) is { } wrong)
                {
                    Terminal.Complain(wrong);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Ctrl-C ends it.
        }
    }
}

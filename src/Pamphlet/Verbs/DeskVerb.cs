using System.CommandLine;
using Pamphlet.Letters;
using Pamphlet.Letters.Calling;
using Pamphlet.Publications;
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

        var address = Own(typed);
        using var ring = options.Open(parsed);
        using var door = new CopyDoor(proxy, Patience, TimeProvider.System);
        var call = new CallPaper(site, door, ring);
        Terminal.Say($"Fetching the mailbag of {site.Host} …");
        if (await call.FetchAsync(stop) is { } wrong)
        {
            throw new OperatorMistake(wrong, "");
        }

        var own = new OwnEditor(ring);
        var place = new PaperPlace(
            Path.Combine(options.Folder(parsed), "desk"),
            DatabaseAddress.InFolder(Path.Combine(options.Folder(parsed), "desk"))
        );
        await PrepareAsync(place, site, stop);
        await using var app = LocalDesk.Build(
            place.Database,
            Office(options, parsed, call),
            own,
            address,
            TimeProvider.System
        );
        await app.StartAsync(stop);
        var at = app.Urls.First().TrimEnd('/');
        Terminal.Say($"Open in your browser:  {at}/desk/open/{own.Key}  (opens once)");
        await FetchOftenAsync(call, stop);
        await app.StopAsync(CancellationToken.None);
        return ExitCode.Done;
    }

    private static PostOffice Office(RingOptions options, ParseResult parsed, CallPaper call)
    {
        var published = new PublishedKeys(options.Folder(parsed));
        return new PostOffice(options.Folder(parsed))
        {
            IsOwnMachine = true,
            Published = published.Read,
            Publish = async (keys, cancel) =>
            {
                published.Write(keys);
                return keys is null || await call.PublishAsync(keys, cancel);
            },
            Forget = call.ForgetAsync,
            Slots = () => call.Slots,
            Read = call.Read,
            PutAnswer = call.PutAnswerAsync,
        };
    }

    private static async Task PrepareAsync(PaperPlace place, Uri site, CancellationToken stop)
    {
        Directory.CreateDirectory(
            place.Folder,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
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
    private static async Task FetchOftenAsync(CallPaper call, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Often, TimeProvider.System, stop);
                if (await call.FetchAsync(stop) is { } wrong)
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

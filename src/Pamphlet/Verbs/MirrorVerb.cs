using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Pamphlet.Mirrors;
using Pamphlet.Onion;
using Pamphlet.Seal;
using Pamphlet.Signing;
using Pamphlet.Signing.Fetching;
using Pamphlet.Vault;
using Pamphlet.Web;

namespace Pamphlet.Verbs;

/// <summary><c>pamphlet mirror URL</c>: holds another paper, checks all of it, serves it, and vouches for it.</summary>
internal static class MirrorVerb
{
    // A head is half a kilobyte.
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Command Create()
    {
        var place = new PlaceOptions();
        var options = new MirrorOptions();
        var verb = new Command("mirror", "Hold a friend's paper: check it, serve it, and sign that you hold it")
        {
            options.Source,
            options.Key,
            options.Urls,
            options.Once,
            options.Proxy,
            options.NoMedia,
            options.MostBytes,
            options.MostFile,
            options.Refuse,
        };
        options.Onion.AddTo(verb);
        place.AddTo(verb);
        verb.SetAction((parsed, stop) => RunAsync(place.In(parsed), options, parsed, stop));
        return verb;
    }

    private static async Task<int> RunAsync(
        PaperPlace place,
        MirrorOptions options,
        ParseResult parsed,
        CancellationToken stop
    )
    {
        var source = Address(parsed.GetValue(options.Source)!);
        var folder = Path.Combine(place.Folder, "mirrors", NameOf(source));
        Directory.CreateDirectory(folder);
        using var alone =
            FolderLock.TryTake(folder)
            ?? throw new OperatorMistake($"Another pamphlet mirrors {source} here already.", "Stop it first.");
        var mirror =
            Mirror.Open(folder, options.Wishes(parsed, source, folder))
            ?? throw new OperatorMistake(
                "A mirror needs the paper's key, from somebody you trust.",
                $"pamphlet mirror {source} --key KEY; pamphlet verify {source} shows the one it brings along."
            );
        if (parsed.GetValue(options.Refuse) is { Length: 2 } refused && ContentHash.TryParse(refused[0], out var hash))
        {
            mirror.Refuse(hash, refused[1]);
        }

        using var vault = KeyVault.Open(place.Folder, OpenPaper.Secret(place));
        using var keys = PaperKeys.Open(vault, home: null);
        using var door = new CopyDoor(OpenCopy.ProxyAt(parsed.GetValue(options.Proxy)), Patience, TimeProvider.System);
        var witness = keys is null ? null : new WitnessPaper(mirror, keys.Witness, TimeProvider.System);
        if (witness is null)
        {
            Terminal.Say("The keys are locked: the paper is held and served, and not cosigned.");
        }

        var keep = new KeepMirror(mirror, door, witness, TimeProvider.System);
        var first = await keep.RoundAsync(Say, stop);
        Terminal.Say(FormattableString.Invariant($"{door.Received} bytes came in."));
        ListenAddress[] urls = [.. (parsed.GetValue(options.Urls) ?? []).Select(Listen)];
        if (parsed.GetValue(options.Once) || (urls.Length == 0 && !options.Onion.IsWanted(parsed)))
        {
            return first.IsGood ? ExitCode.Done : ExitCode.Refused;
        }

        var onion = options.Onion.In(parsed, folder, vault, urls, NameOf(source));
        await using var app = new ServeMirror(mirror, witness).Build(urls, onion);
        await app.StartAsync(stop);
        SayUp(urls.Length > 0 ? app.Urls.First() : null, onion);
        Terminal.Say(
            keys is null ? "" : $"Tell the paper's editors:  pamphlet sisters add ADDRESS {keys.Witness.Verifier}"
        );
        await LoopAsync(keep, stop);
        await app.StopAsync(CancellationToken.None);
        return ExitCode.Done;
    }

    private static void SayUp(string? address, PaperOnion? onion)
    {
        if (address is not null)
        {
            Terminal.Say($"The mirror is up:  {address}");
        }

        if (onion is not null)
        {
            Terminal.Say($"Its onion is up:   http://{onion.Paper.Host}/  (in a minute or two)");
        }
    }

    private static async Task LoopAsync(KeepMirror keep, CancellationToken stop)
    {
        var last = "";
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(Often, TimeProvider.System, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested)
            {
                return;
            }

            await keep.RoundAsync(
                (from, result) =>
                {
                    // Said once, not every five minutes.
                    var words = $"{from} {result.Words}";
                    if (
                        result.Finding != FollowFinding.Current
                        && !string.Equals(words, last, StringComparison.Ordinal)
                    )
                    {
                        last = words;
                        Say(from, result);
                    }
                },
                stop
            );
        }
    }

    private static void Say(Uri from, FollowResult result) =>
        Terminal.Say(
            result.IsGood
                ? $"{from}  {Terminal.Plain(result.Words)}"
                : $"WARNING {result.Finding}: {from}  {Terminal.Plain(result.Words)} The held edition goes on."
        );

    private static ListenAddress Listen(string text) =>
        ListenAddress.TryParse(text, out var address)
            ? address
            : throw new OperatorMistake(
                $"{text} is not an address to listen at.",
                "Write one like http://localhost:8090"
            );

    private static Uri Address(string text) =>
        Uri.TryCreate(text.EndsWith('/') ? text : $"{text}/", UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
            ? uri
            : throw new OperatorMistake($"{text} is no address of a paper.", "Write one like https://paper.example/");

    private static string NameOf(Uri source) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source.AbsoluteUri)))[..16];
}

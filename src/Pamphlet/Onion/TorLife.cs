using System.Globalization;
using System.Text.RegularExpressions;
using Pamphlet.Editions.Shelving;
using Pamphlet.Onion.Control;

namespace Pamphlet.Onion;

/// <summary>One run of tor, from its start to its end.</summary>
internal sealed partial class TorLife(PaperOnion onion, EditionShelf shelf, TimeProvider time)
{
    // How often the list of the desk's browsers is looked at.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    // How often we visit ourselves: often enough to learn within minutes that nobody gets through.
    private static readonly TimeSpan BetweenVisits = TimeSpan.FromMinutes(5);

    // A machine under load starts tor slowly; it makes its socket before it asks its network.
    private static readonly TimeSpan UntilSocket = TimeSpan.FromSeconds(30);

    private readonly OnionHealth health = onion.Health;

    /// <summary>Whether tor found its network.</summary>
    public bool WasReady { get; private set; }

    /// <summary>Returns or throws when tor ended.</summary>
    /// <exception cref="TorRefusedException">It will not, and says why.</exception>
    public async Task LiveAsync(CancellationToken cancel)
    {
        (health.Bootstrap, health.Uploads, health.LastVisit) = (0, 0, SelfVisit.None);
        var clients = Clients();
        using var child = onion.Program is null ? null : Start(clients);
        var address = onion.Run?.ControlSocket ?? onion.Control;
        await using var tor = await OpenAsync(address, child, cancel);
        await SafeCookie.AuthenticateAsync(tor, cancel);
        await TellAsync(tor, "SETEVENTS HS_DESC STATUS_CLIENT", cancel);
        if (child is not null)
        {
            await TellAsync(tor, "TAKEOWNERSHIP", cancel);
            await TellAsync(tor, "RESETCONF __OwningControllerProcess", cancel);
        }
        else
        {
            await AddAsync(tor, cancel);
        }

        var phase = (await tor.AskAsync("GETINFO status/bootstrap-phase", cancel)).MustBeGood();
        Hear(phase.Lines[0]);
        health.Fault = "";
        try
        {
            await WatchAsync(tor, clients, cancel);
        }
        finally
        {
            onion.Door = null;
        }

        health.Fault = child?.LastWarning ?? "";
    }

    private async Task WatchAsync(ControlConnection tor, IReadOnlyList<string> clients, CancellationToken cancel)
    {
        var door = new TorDoor(onion.Run?.Socks ?? await SocksAsync(tor, cancel));
        onion.Door = door;
        var nextVisit = time.GetUtcNow();
        while (!tor.Closed.IsCompleted)
        {
            if (onion.Run is not null && Clients() is var now && !now.SequenceEqual(clients, StringComparer.Ordinal))
            {
                clients = now;
                Prepare(clients);
                await TellAsync(tor, "SIGNAL RELOAD", cancel);
            }

            if (health.Uploads > 0 && time.GetUtcNow() >= nextVisit)
            {
                health.LastVisit = await VisitItself.RunAsync(door, onion.Paper.Host, shelf, cancel);
                var isWell = health.LastVisit == SelfVisit.Whole;
                health.Fault = isWell ? "" : $"Our own visit to the onion: {health.LastVisit}.";

                // What failed is tried again soon: descriptors take a while to be found.
                nextVisit = time.GetUtcNow() + (isWell ? BetweenVisits : Beat);
            }

#pragma warning disable VSTHRD003 // The connection's own constructor started it, on no context that could wait for us.
            await Task.WhenAny(tor.Closed, Task.Delay(Beat, time, cancel));
#pragma warning restore VSTHRD003
            cancel.ThrowIfCancellationRequested();
        }
    }

    // A list that cannot be read is no empty one: that would show the desk to everybody.
    private List<string> Clients() =>
        onion.Clients is null
            ? []
            :
            [
                .. (
                    onion.Clients.Read() ?? throw new TorRefusedException("The list of the desk's browsers is damaged.")
                ).Select(client => client.PublicKey),
            ];

    private TorChild Start(IReadOnlyList<string> clients)
    {
        Prepare(clients);
        return TorChild.Start(onion.Program!, onion.Run!);
    }

    private void Prepare(IReadOnlyList<string> clients)
    {
        var run = onion.Run!;
        List<ServedOnion> served = [new("paper", onion.Paper, run.WebSocket, [])];
        if (clients.Count > 0 && onion.Desk is { } desk)
        {
            // Without a list it would be open to everybody.
            served.Add(new("editors", desk, run.DeskSocket, clients));
        }

        served.ForEach(one => one.WriteTo(run));
        onion.HasPrivateDesk = clients.Count > 0;
        var lines = string.Concat(served.Select(one => one.Lines(run, onion.Program!.HasWork)));
        TorChild.WriteTorrc(run, onion.State, lines + onion.More);
    }

    private async Task<ControlConnection> OpenAsync(string address, TorChild? child, CancellationToken cancel)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            try
            {
                return await ControlConnection.OpenAsync(address, Hear, cancel);
            }
            catch (System.Net.Sockets.SocketException) when (child is { HasEnded: false })
            {
                if (time.GetElapsedTime(start) > UntilSocket)
                {
                    throw new TorRefusedException($"tor does not open its control socket. {child.LastWarning}");
                }

                await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancel);
            }
            catch (System.Net.Sockets.SocketException) when (child is not null)
            {
                throw new TorRefusedException($"tor does not start: {child.LastWarning}");
            }
            catch (System.Net.Sockets.SocketException)
            {
                throw new TorRefusedException(
                    $"Nobody listens at {address}. Start tor with ControlSocket or ControlPort in its torrc"
                );
            }
        }
    }

    private async Task AddAsync(ControlConnection tor, CancellationToken cancel)
    {
        var said = (await tor.AskAsync("GETINFO version", cancel)).MustBeGood().Value("version") ?? "";
        if (TorVersion.Parse(said) is { } version)
        {
            if (version.IsTooOld)
            {
                throw new TorRefusedException($"tor {version} is too old: at least {TorVersion.Least} is needed");
            }

            health.Warning = PaperOnion.WarningOf(version);
        }

        var key = Convert.ToBase64String(onion.Paper.Expand());
        var port = onion.Port.ToString(CultureInfo.InvariantCulture);
        var add =
            $"ADD_ONION ED25519-V3:{key} Flags=DiscardPK,MaxStreamsCloseCircuit MaxStreams={ServedOnion.MostStreams}";
        var answer = await tor.AskAsync($"{add} PoWDefensesEnabled=1 Port=80,127.0.0.1:{port}", cancel);

        // Before 0.4.9.2 it did not know this word.
        answer = answer.IsGood ? answer : await tor.AskAsync($"{add} Port=80,127.0.0.1:{port}", cancel);
        answer.MustBeGood();
    }

    private static async Task<string> SocksAsync(ControlConnection tor, CancellationToken cancel)
    {
        var said = (await tor.AskAsync("GETINFO net/listeners/socks", cancel)).MustBeGood();
        var first = said.Value("net/listeners/socks")?.Split(' ')[0].Trim('"') ?? "";
        return first.Length > 0
            ? first
            : throw new TorRefusedException(
                "It has no SOCKS port, so the onion cannot be looked after. Set SocksPort in its torrc"
            );
    }

    private static async Task TellAsync(ControlConnection tor, string command, CancellationToken cancel) =>
        (await tor.AskAsync(command, cancel)).MustBeGood();

    private void Hear(string line)
    {
        if (Progress().Match(line) is { Success: true } match)
        {
            health.Bootstrap = int.Parse(match.Groups["value"].ValueSpan, CultureInfo.InvariantCulture);
            WasReady |= health.Bootstrap == 100;
        }

        if (line.StartsWith($"HS_DESC UPLOADED {onion.Paper.Host[..^".onion".Length]}", StringComparison.Ordinal))
        {
            health.Uploads++;
        }
    }

    [GeneratedRegex(@"BOOTSTRAP PROGRESS=(?<value>\d+)", RegexOptions.None, 1000)]
    private static partial Regex Progress();
}

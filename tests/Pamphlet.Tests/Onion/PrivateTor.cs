using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Pamphlet.Onion;
using Pamphlet.Tests.Onion;

[assembly: AssemblyFixture(typeof(PrivateTor))]

namespace Pamphlet.Tests.Onion;

/// <summary>A whole Tor network on the loopback address: four directory authorities that relay too, and a reader's tor.</summary>
/// <remarks>One serves a whole run, from the first test that asks for it.</remarks>
public sealed class PrivateTor : IAsyncDisposable
{
    private const int Authorities = 4;
    private readonly Lazy<Task> started;
    private readonly ConcurrentBag<Process> running = [];
    private readonly string folder = Directory.CreateTempSubdirectory("pamphlet-tor-").FullName;
    private string authorities = "";

    /// <summary>Lines of a torrc with which a tor joins this network.</summary>
    public string Lines => $"TestingTorNetwork 1\n{authorities}";

    /// <summary>Where the reader's tor takes connections; those of different names share no circuit.</summary>
    public string Socks => Path.Combine(folder, "reader", "socks");

    /// <summary>The same for what knows no Unix sockets: browsers, and our own <c>--proxy</c>.</summary>
    public Uri Proxy { get; } = FreeProxy();

    public PrivateTor()
    {
        started = new(BeginAsync);
    }

    /// <summary>Where another reader's tor may take connections.</summary>
    public static Uri FreeProxy() => new($"socks5://127.0.0.1:{FreePorts(1)[0]}");

    /// <summary>Returns when its reader found it; where there is no tor, the test is skipped.</summary>
    public Task UpAsync()
    {
        Assert.SkipUnless(
            IsThere("tor") && IsThere("tor-gencert"),
            "tor is absent: run ./test, which installs it where it may."
        );
        return started.Value;
    }

    /// <summary>Reads a page as its reader does.</summary>
    /// <param name="session">Those of different names share no circuit.</param>
    /// <param name="socks">Where another reader's tor takes connections; null: its own.</param>
    public async Task<string> ReadAsync(string session, string host, string path, string? socks = null)
    {
        // A descriptor that was uploaded a moment ago is not found by everybody yet, and one of before may lead nowhere: asked again,
        // as a reader would.
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (true)
        {
            try
            {
                using var client = new HttpClient(new TorDoor(socks ?? Socks).Handler(session));
                client.Timeout = TimeSpan.FromSeconds(20);
                return await client.GetStringAsync(new Uri($"http://{host}{path}"), late.Token);
            }
            catch (Exception lost)
                when (lost is HttpRequestException or OperationCanceledException && !late.IsCancellationRequested)
            {
                await pause.WaitForNextTickAsync(late.Token);
            }
        }
    }

    private async Task BeginAsync()
    {
        var ports = FreePorts(2 * Authorities);
        for (var i = 0; i < Authorities; i++)
        {
            authorities += await MakeAuthorityAsync($"authority{i}", ports[2 * i], ports[(2 * i) + 1]);
        }

        foreach (var i in Enumerable.Range(0, Authorities))
        {
            await File.AppendAllTextAsync(Path.Combine(folder, $"authority{i}", "torrc"), authorities);
            Start("tor", ["-f", Path.Combine(folder, $"authority{i}", "torrc")]);
        }

        await JoinAsync("reader", $"SocksPort {Proxy.Authority}\n");
    }

    /// <summary>Starts a reader's tor and returns where it takes connections, once it found the network.</summary>
    public async Task<string> JoinAsync(string name, string more)
    {
        var state = MakeFolder(name);
        var socks = Path.Combine(state, "socks");
        var torrc = Path.Combine(state, "torrc");
        await File.WriteAllTextAsync(
            torrc,
            $"{Lines}DataDirectory {state}\nSocksPort unix:{socks}\nLog notice stdout\n{more}"
        );
        var tor = Start("tor", ["-f", torrc]);
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (await tor.StandardOutput.ReadLineAsync(late.Token) is { } line)
        {
            if (line.Contains("Bootstrapped 100%", StringComparison.Ordinal))
            {
                _ = tor.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return socks;
            }
        }

        throw new InvalidOperationException("A tor of the private network ended.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in running)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task<string> MakeAuthorityAsync(string name, int relay, int directory)
    {
        var state = MakeFolder(name);
        var keys = MakeFolder($"{name}/keys");
        var certificate = Path.Combine(keys, "authority_certificate");
        string[] gencert =
        [
            "--create-identity-key",
            "--passphrase-fd",
            "0",
            "-m",
            "12",
            "-a",
            $"127.0.0.1:{directory}",
            "-i",
            Path.Combine(keys, "authority_identity_key"),
            "-s",
            Path.Combine(keys, "authority_signing_key"),
            "-c",
            certificate,
        ];
        await AskAsync("tor-gencert", gencert, "password\n");
        var torrc = Path.Combine(state, "torrc");
        await File.WriteAllTextAsync(torrc, AuthorityLines(name, state, relay, directory));
        var nobody = $"x orport=1 v3ident={new string('A', 40)} 127.0.0.1:1 {new string('B', 40)}";
        var said = await AskAsync("tor", ["--list-fingerprint", "-f", torrc, "--DirAuthority", nobody], "");
        var fingerprint = string.Concat(said.Trim().Split('\n')[^1].Split(' ')[1..]);
        var identity = (await File.ReadAllLinesAsync(certificate))
            .First(line => line.StartsWith("fingerprint ", StringComparison.Ordinal))
            .Split(' ')[1];
        return $"DirAuthority {name} orport={relay} v3ident={identity} 127.0.0.1:{directory} {fingerprint}\n";
    }

    private static string AuthorityLines(string name, string state, int relay, int directory) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            TestingTorNetwork 1
            DataDirectory {state}
            Nickname {name}
            Address 127.0.0.1
            ORPort {relay}
            DirPort {directory}
            SocksPort 0
            AuthoritativeDirectory 1
            V3AuthoritativeDirectory 1
            ContactInfo {name}@test.invalid
            ExitPolicy reject *:*
            AssumeReachable 1
            PathsNeededToBuildCircuits 0.67
            TestingDirAuthVoteExit *
            TestingDirAuthVoteHSDir *
            TestingDirAuthVoteGuard *
            TestingV3AuthInitialVotingInterval 5
            TestingV3AuthInitialVoteDelay 2
            TestingV3AuthInitialDistDelay 2
            V3AuthVotingInterval 10
            V3AuthVoteDelay 2
            V3AuthDistDelay 2
            Log err stdout

            """
        );

    private Process Start(string program, string[] arguments)
    {
        var process = Process.Start(Quiet(program, arguments))!;
        process.StandardInput.Close();
        running.Add(process);
        return process;
    }

    private static async Task<string> AskAsync(string program, string[] arguments, string input)
    {
        using var process = Process.Start(Quiet(program, arguments))!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return said;
    }

    private static ProcessStartInfo Quiet(string program, string[] arguments) =>
        new(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }

    private string MakeFolder(string name) =>
        Directory
            .CreateDirectory(
                Path.Combine(folder, name),
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            )
            .FullName;

    private static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':')
            .Any(place => File.Exists(Path.Combine(place, program)));
}

using System.Diagnostics;
using System.Text.RegularExpressions;
using Pamphlet.Tests.Onion;

namespace Pamphlet.Tests.Mirrors;

/// <summary>The program itself, as often as there are machines: each has a data folder of its own.</summary>
/// <param name="network">Through which onions are read; null: there are none.</param>
internal sealed partial class RunningPapers(PrivateTor? network = null) : IAsyncDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("pamphlet-three-").FullName;
    private readonly List<Process> running = [];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    public string FolderOf(string who) => Path.Combine(home, who);

    public async Task<string> LogKeyAsync(string who) => LogKey().Match(await RunAsync(who, 0, "keys", "show")).Value;

    public async Task<string> WitnessKeyAsync(string who) =>
        WitnessKey().Match(await RunAsync(who, 0, "keys", "show")).Value;

    /// <summary>Its address on the onion network.</summary>
    public async Task<string> OnionAsync(string who) => OnionAddress().Match(await RunAsync(who, 0, "onion")).Value;

    /// <returns>The file with which a tor of its own joins the private network.</returns>
    public async Task<string> WriteTorrcAsync()
    {
        var torrc = Path.Combine(home, "torrc");
        await File.WriteAllTextAsync(torrc, network!.Lines, Now);
        return torrc;
    }

    /// <summary>All that it had is gone.</summary>
    public void Seize(string who) => Directory.Delete(FolderOf(who), recursive: true);

    public async ValueTask DisposeAsync()
    {
        foreach (var process in running.Where(process => !process.HasExited).ToList())
        {
            await EndAsync(process);
        }

        Directory.Delete(home, recursive: true);
    }

    // Without warning: nothing is tidied up.
    public static async Task EndAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync(Now);
    }

    /// <returns>The address that it prints when it is up.</returns>
    public async Task<(Process Process, string Address)> StartAsync(string who, params string[] words)
    {
        var process = Launch(who, words);
        running.Add(process);
        while (await process.StandardOutput.ReadLineAsync(Now) is { } line)
        {
            if (Up().Match(line) is { Success: true } up)
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
                return (process, $"{up.Groups["address"].Value.TrimEnd('/')}/");
            }
        }

        throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(Now));
    }

    public async Task<string> RunAsync(string who, int exit, params string[] words)
    {
        using var process = Launch(who, words);
        var complaints = process.StandardError.ReadToEndAsync(Now);
        var said = await process.StandardOutput.ReadToEndAsync(Now);
        await process.WaitForExitAsync(Now);
        Assert.True(process.ExitCode == exit, $"{string.Join(' ', words)}: {said}{await complaints}");
        return said;
    }

    /// <summary>As a reader does whose tor finds no way yet: again, a few times.</summary>
    public async Task<string> RunUntilDoneAsync(string who, params string[] words)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromSeconds(3));
        for (var left = 10; left > 0; left--)
        {
            using var process = Launch(who, words);
            _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
            var said = await process.StandardOutput.ReadToEndAsync(Now);
            await process.WaitForExitAsync(Now);
            if (process.ExitCode == 0)
            {
                return said;
            }

            await pause.WaitForNextTickAsync(Now);
        }

        return await RunAsync(who, 0, words);
    }

    private Process Launch(string who, string[] words)
    {
        var start = new ProcessStartInfo(RunningMirror.Program, words)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PAMPHLET_DATA"] = FolderOf(who);
        start.Environment.Remove("PAMPHLET_DATABASE");
        return Process.Start(start)!;
    }

    public async Task UntilItNamesAsync(string address, string mirror)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(300));
        while (!(await ReadAsync(address, "copies.html")).Contains(mirror, StringComparison.Ordinal))
        {
            await pause.WaitForNextTickAsync(Now);
        }
    }

    public async Task<string> ReadAsync(string address, string file)
    {
        if (
            network is not null
            && new Uri(address).Host is var host
            && host.EndsWith(".onion", StringComparison.Ordinal)
        )
        {
            return await network.ReadAsync("reader", host, $"/{file}");
        }

        using var client = new HttpClient(new SocketsHttpHandler());
        return await client.GetStringAsync(new Uri(new Uri(address), file), Now);
    }

    [GeneratedRegex(@"is up:\s+(?<address>http://\S+)", RegexOptions.None, 1000)]
    private static partial Regex Up();

    [GeneratedRegex(@"http://[a-z2-7]{56}\.onion/", RegexOptions.None, 1000)]
    private static partial Regex OnionAddress();

    [GeneratedRegex(@"\S+/editions\+\S+", RegexOptions.None, 1000)]
    private static partial Regex LogKey();

    [GeneratedRegex(@"\S+/witness\+\S+", RegexOptions.None, 1000)]
    private static partial Regex WitnessKey();
}

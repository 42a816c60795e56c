using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Pamphlet.Tests.Mirrors;

/// <summary>
/// The program itself, three times: one publishes, a friend mirrors it with consent, another mirrors it too; the first is seized,
/// and its readers read on, and check what they read.
/// </summary>
public sealed partial class ThreePapersTests : IAsyncDisposable
{
    private const string Nowhere = "http://127.0.0.1:0";

    private readonly string home = Directory.CreateTempSubdirectory("pamphlet-three-").FullName;
    private readonly List<Process> running = [];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task When_the_paper_is_seized_its_mirrors_carry_it_on_and_readers_check_them()
    {
        var (paper, address) = await StartAsync("a", "serve", "--urls", Nowhere, "--home", "https://paper.example/");
        var key = LogKey().Match(await RunAsync("a", 0, "keys", "show")).Value;

        // The friend mirrors it, and the editors consent.
        var (friend, first) = await StartAsync("b", "mirror", address, "--key", key, "--urls", Nowhere);
        var witness = WitnessKey().Match(await RunAsync("b", 0, "keys", "show")).Value;
        await RunAsync("a", 0, "sisters", "add", first, witness);
        await UntilItNamesAsync(address, first);
        await RunAsync("c", 0, "mirror", address, "--key", key, "--once");

        // One more edition, which only the friend sees before the paper is gone.
        var second = "https://second.example/";
        await RunAsync("a", 0, "sisters", "add", second, witness);
        await UntilItNamesAsync(address, second);
        await EndAsync(friend);
        var (_, carried) = await StartAsync("b", "mirror", address, "--key", key, "--urls", first.TrimEnd('/'));
        await EndAsync(paper);
        Directory.Delete(Path.Combine(home, "a"), recursive: true);

        // The other one finds the friend in the edition that it holds.
        var followed = await RunAsync("c", 0, "mirror", address, "--key", key, "--once");
        var (_, other) = await StartAsync("c", "mirror", address, "--key", key, "--urls", Nowhere);
        Assert.Equal(first, carried);
        Assert.Contains(
            witness.Split('+')[0],
            await ReadAsync(carried, ".well-known/edition/checkpoint"),
            StringComparison.Ordinal
        );
        Assert.Contains("WARNING Unreachable", followed, StringComparison.Ordinal);
        Assert.Contains("is held", followed, StringComparison.Ordinal);
        foreach (var mirror in new[] { first, other })
        {
            var said = await RunAsync("reader", 0, "verify", mirror, "--key", key);
            Assert.Contains("IT HOLDS.", said, StringComparison.Ordinal);
            Assert.Contains(second, await ReadAsync(mirror, "copies.html"), StringComparison.Ordinal);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in running.Where(process => !process.HasExited).ToList())
        {
            await EndAsync(process);
        }

        Directory.Delete(home, recursive: true);
    }

    // Without warning: nothing is tidied up.
    private static async Task EndAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync(Now);
    }

    /// <returns>The address that it prints when it is up.</returns>
    private async Task<(Process Process, string Address)> StartAsync(string who, params string[] words)
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

    private async Task<string> RunAsync(string who, int exit, params string[] words)
    {
        using var process = Launch(who, words);
        var complaints = process.StandardError.ReadToEndAsync(Now);
        var said = await process.StandardOutput.ReadToEndAsync(Now);
        await process.WaitForExitAsync(Now);
        Assert.True(process.ExitCode == exit, $"{string.Join(' ', words)}: {said}{await complaints}");
        return said;
    }

    private Process Launch(string who, string[] words)
    {
        var start = new ProcessStartInfo(RunningMirror.Program, words)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PAMPHLET_DATA"] = Path.Combine(home, who);
        start.Environment.Remove("PAMPHLET_DATABASE");
        return Process.Start(start)!;
    }

    private static async Task UntilItNamesAsync(string address, string mirror)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(300));
        while (!(await ReadAsync(address, "copies.html")).Contains(mirror, StringComparison.Ordinal))
        {
            await pause.WaitForNextTickAsync(Now);
        }
    }

    private static async Task<string> ReadAsync(string address, string file)
    {
        using var client = new HttpClient(new SocketsHttpHandler());
        return await client.GetStringAsync(new Uri(new Uri(address), file), Now);
    }

    [GeneratedRegex(@"is up:\s+(?<address>http://\S+)", RegexOptions.None, 1000)]
    private static partial Regex Up();

    [GeneratedRegex(@"\S+/editions\+\S+", RegexOptions.None, 1000)]
    private static partial Regex LogKey();

    [GeneratedRegex(@"\S+/witness\+\S+", RegexOptions.None, 1000)]
    private static partial Regex WitnessKey();
}

using System.Diagnostics;
using System.Net;
using Pamphlet.Onion;
using Pamphlet.Storage;

namespace Pamphlet.Tests.Onion;

/// <summary>The onion on a real, private Tor network, read by a tor of the reader's.</summary>
public sealed class OnionStoryTests(PrivateTor network) : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("pamphlet-onion-").FullName;

    [Fact]
    public async Task A_page_comes_through_and_circuits_are_told_apart()
    {
        await network.UpAsync();
        await using var paper = await ServedByTor.StartAsync(data, network.Lines);
        var host = paper.Onion.Paper.Host;

        var page = await network.ReadAsync("one", host, "/");
        var one = await network.ReadAsync("one", host, "/circuit");
        var again = await network.ReadAsync("one", host, "/circuit");
        var other = await network.ReadAsync("other", host, "/circuit");
        await UntilAsync(() => paper.Onion.Health.LastVisit == SelfVisit.Whole);

        Assert.Equal(ServedByTor.Page, page);
        Assert.NotEmpty(one);
        Assert.Equal(one, again);
        Assert.NotEqual(one, other);
        Assert.Equal(
            host,
            (
                await File.ReadAllTextAsync(
                    paper.Onion.Run!.At("paper/hostname"),
                    TestContext.Current.CancellationToken
                )
            ).Trim()
        );
        Assert.True(paper.Onion.Health.Uploads > 0);
    }

    [Fact]
    public async Task A_killed_tor_comes_back_with_the_same_address_and_no_key_on_the_disk()
    {
        await network.UpAsync();
        await using var paper = await ServedByTor.StartAsync(data, network.Lines);
        var host = paper.Onion.Paper.Host;
        _ = await network.ReadAsync("before", host, "/");

        KillTorOf(paper.Onion.Run!);
        await UntilAsync(() => paper.Onion.Health is { Restarts: 1, Uploads: > 0 });
        var page = await network.ReadAsync("after", host, "/");

        Assert.Equal(ServedByTor.Page, page);
        var key = paper.Onion.Paper.Expand();
        var held = Directory
            .EnumerateFiles(data, "*", SearchOption.AllDirectories)
            // Empty, and locked by tor.
            .Where(file => new FileInfo(file).Length > 0)
            .Where(file => File.ReadAllBytes(file).AsSpan().IndexOf(key.AsSpan(0, 32)) >= 0);
        Assert.Empty(held);
    }

    [Fact]
    public async Task The_desk_is_found_by_whom_the_editors_let_in_and_by_nobody_else()
    {
        await network.UpAsync();
        await using var paper = await ServedByTor.StartAsync(data, network.Lines);
        var (host, desk) = (paper.Onion.Paper.Host, paper.Onion.Desk!.Host);
        Assert.Equal("the desk", await network.ReadAsync("before", host, "/desk"));

        var key = paper.Onion.Clients!.Let("mai")!;
        await UntilAsync(() => paper.Onion.HasPrivateDesk);
        var keys = Directory.CreateDirectory(
            Path.Combine(data, "browser"),
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
        await File.WriteAllTextAsync(
            Path.Combine(keys.FullName, "desk.auth_private"),
            $"{desk[..^".onion".Length]}:descriptor:x25519:{key}\n",
            TestContext.Current.CancellationToken
        );
        var editor = await network.JoinAsync("editor", $"ClientOnionAuthDir {keys.FullName}\n");

        Assert.Equal("the desk", await network.ReadAsync("editor", desk, "/desk", editor));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(network.Socks, "public", host, "/desk"));
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => StatusAsync(network.Socks, "stranger", desk, "/desk"));
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private static async Task<HttpStatusCode> StatusAsync(string socks, string session, string host, string path)
    {
        using var client = new HttpClient(new TorDoor(socks).Handler(session));
        using var answer = await client.GetAsync(
            new Uri($"http://{host}{path}"),
            TestContext.Current.CancellationToken
        );
        return answer.StatusCode;
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!isSo())
        {
            await pause.WaitForNextTickAsync(late.Token);
        }
    }

    private static void KillTorOf(RunFolder run)
    {
        var tor = Process
            .GetProcessesByName("tor")
            .Single(process =>
                File.ReadAllText($"/proc/{process.Id}/cmdline").Contains(run.Torrc, StringComparison.Ordinal)
            );
        tor.Kill();
        tor.WaitForExit();
    }
}

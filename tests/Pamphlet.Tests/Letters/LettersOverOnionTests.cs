using Microsoft.Extensions.Logging.Abstractions;
using Pamphlet.Onion;
using Pamphlet.Signing.Fetching;
using Pamphlet.Tests.Desk;
using Pamphlet.Tests.Editions;
using Pamphlet.Tests.Onion;
using Pamphlet.Vault;
using Pamphlet.Verbs;

namespace Pamphlet.Tests.Letters;

/// <summary>Two papers, each behind its own tor of a private network, that know nothing of each other but their onions.</summary>
public sealed class LettersOverOnionTests(PrivateTor network) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pamphlet-sisters-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Papers_write_to_each_other_through_their_own_tors()
    {
        await network.UpAsync();
        await using var rung = await OnionPaper.StartAsync(network, folder.CreateSubdirectory("rung").FullName);
        await using var bien = await OnionPaper.StartAsync(network, folder.CreateSubdirectory("bien").FullName);

        var question = await rung.FindAsync(bien.Address);
        var there = (await rung.Paper.DecideAsync(question, "accept")).Location!;
        var sent = await rung.Paper.ThenAsync(rung.Paper.WriteAsync(there, "Đường qua Tor có thông không?"));
        var here = (await bien.Paper.ThreadsAsync()).Single();
        var read = await bien.Paper.Mai.GetAsync(here);
        _ = await bien.FindAsync(rung.Address);
        _ = await bien.Paper.DecideAsync(read, "accept");
        var answered = await bien.Paper.ThenAsync(bien.Paper.WriteAsync(here, "Thông."));
        var back = await rung.Paper.Mai.GetAsync(there);

        Assert.Contains("The other paper took the letter", sent.Text, StringComparison.Ordinal);
        Assert.Equal(rung.Address, read.Value("address"));
        Assert.Contains("The other paper took the letter", answered.Text, StringComparison.Ordinal);
        Assert.Contains("Thông.", back.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_tor_is_not_up_nothing_goes_another_way()
    {
        await network.UpAsync();
        var data = folder.CreateSubdirectory("alone").FullName;
        Assert.Null(
            PaperOnion.WithOwnTor(
                data,
                KeyVault.Open(data, secret: null),
                Environment.GetEnvironmentVariable,
                network.Lines,
                mirrored: null,
                out var onion
            )
        );
        using var door = SisterDoor.Of(onion);
        await using var strange = await StrangeSister.StartAsync(_ => throw new InvalidOperationException("Reached."));

        var came = await door.GetAsync(new Uri(strange.Address), most: 64, TestDesk.Cancel);

        Assert.Equal(FetchFault.Unreachable, came.Fault);
        onion!.Run!.Remove();
    }

    [Fact]
    public async Task Without_tor_no_address_leads_into_the_operators_own_network()
    {
        using var door = SisterDoor.Of(onion: null);
        await using var strange = await StrangeSister.StartAsync(_ => throw new InvalidOperationException("Reached."));

        var came = await door.GetAsync(new Uri(strange.Address), most: 64, TestDesk.Cancel);

        Assert.Equal(FetchFault.Unreachable, came.Fault);
    }
}

/// <summary>A paper that writes and is written to through tor alone.</summary>
internal sealed class OnionPaper(WritingPaper paper, CopyDoor door, KeepOnion keep, TestShelf shelf, string host)
    : IAsyncDisposable
{
    public WritingPaper Paper => paper;

    public string Address => $"http://{host}/";

    public static async Task<OnionPaper> StartAsync(PrivateTor network, string data)
    {
        var vault = KeyVault.Open(data, secret: null);
        Assert.Null(
            PaperOnion.WithOwnTor(
                data,
                vault,
                Environment.GetEnvironmentVariable,
                network.Lines,
                mirrored: null,
                out var onion
            )
        );
        var door = SisterDoor.Of(onion);
        var host = onion!.Paper.Host;
        var paper = await WritingPaper.StartAsync(
            SisterDoor.Line(door, $"http://{host}/", isDirect: false),
            onion: onion
        );
        var shelf = new TestShelf();
        var keep = new KeepOnion(onion, shelf.Shelf, TimeProvider.System, NullLogger<KeepOnion>.Instance);
        await keep.StartAsync(TestDesk.Cancel);
        return new OnionPaper(paper, door, keep, shelf, host);
    }

    /// <summary>Asks until the other's descriptor is found, as an editor would press the button again.</summary>
    public async Task<DeskAnswer> FindAsync(string address)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (true)
        {
            var answer = await paper.AskAsync(address);
            if (answer.Status != 400)
            {
                return answer;
            }

            await pause.WaitForNextTickAsync(late.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await keep.StopAsync(CancellationToken.None);
        keep.Dispose();
        await paper.DisposeAsync();
        door.Dispose();
        shelf.Dispose();
    }
}

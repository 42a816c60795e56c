using Pamphlet.Tests.Onion;

namespace Pamphlet.Tests.Mirrors;

/// <summary>The same as <see cref="ThreePapersTests"/> where nobody has a domain: paper, mirror and readers meet on the onion network alone.</summary>
public sealed class ThreeOnionsTests(PrivateTor network) : IAsyncDisposable
{
    private readonly RunningPapers papers = new(network);

    [Fact]
    public async Task When_the_paper_is_seized_its_mirror_s_onion_carries_it_on_and_readers_check_it()
    {
        await network.UpAsync();
        var torrc = await papers.WriteTorrcAsync();
        string[] onion = ["--onion", "--torrc", torrc];
        string[] through = ["--proxy", network.Proxy.OriginalString];
        var (paper, web) = await papers.StartAsync("a", ["serve", "--urls", "http://127.0.0.1:0", .. onion]);
        var address = await papers.OnionAsync("a");
        var key = await papers.LogKeyAsync("a");
        string[] mirror = ["mirror", address, "--key", key, .. through];

        // A friend holds it on an onion of their own, and nowhere else; the editors consent.
        await papers.ReadAsync(address, "copies.html");
        var (friend, first) = await papers.StartAsync("b", [.. mirror, .. onion]);
        var witness = await papers.WitnessKeyAsync("b");
        await papers.RunAsync("a", 0, "sisters", "add", first, witness);
        await papers.UntilItNamesAsync(web, first);
        await papers.RunUntilDoneAsync("c", [.. mirror, "--once"]);

        // One more edition, which only the friend sees before the paper is gone.
        var second = "https://second.example/";
        await papers.RunAsync("a", 0, "sisters", "add", second, witness);
        await papers.UntilItNamesAsync(web, second);
        await RunningPapers.EndAsync(friend);
        var (_, carried) = await papers.StartAsync("b", [.. mirror, .. onion]);
        await papers.ReadAsync(carried, "copies.html");
        await RunningPapers.EndAsync(paper);
        papers.Seize("a");
        var followed = await papers.RunUntilDoneAsync("c", [.. mirror, "--once"]);
        var said = await papers.RunUntilDoneAsync("reader", ["verify", first, "--key", key, .. through]);

        Assert.EndsWith(".onion/", first, StringComparison.Ordinal);
        Assert.NotEqual(address, first);
        Assert.Equal(first, carried);
        Assert.Contains("WARNING", followed, StringComparison.Ordinal);
        Assert.Contains("is held", followed, StringComparison.Ordinal);
        Assert.Contains("IT HOLDS.", said, StringComparison.Ordinal);
        Assert.Contains(second, await papers.ReadAsync(first, "copies.html"), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => papers.DisposeAsync();
}

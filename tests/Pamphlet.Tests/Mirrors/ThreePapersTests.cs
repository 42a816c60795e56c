namespace Pamphlet.Tests.Mirrors;

/// <summary>
/// The program itself, three times: one publishes, a friend mirrors it with consent, another mirrors it too; the first is seized,
/// and its readers read on, and check what they read.
/// </summary>
public sealed class ThreePapersTests : IAsyncDisposable
{
    private const string Nowhere = "http://127.0.0.1:0";

    private readonly RunningPapers papers = new();

    [Fact]
    public async Task When_the_paper_is_seized_its_mirrors_carry_it_on_and_readers_check_them()
    {
        var (paper, address) = await papers.StartAsync(
            "a",
            "serve",
            "--urls",
            Nowhere,
            "--home",
            "https://paper.example/"
        );
        var key = await papers.LogKeyAsync("a");

        // The friend mirrors it, and the editors consent.
        var (friend, first) = await papers.StartAsync("b", "mirror", address, "--key", key, "--urls", Nowhere);
        var witness = await papers.WitnessKeyAsync("b");
        await papers.RunAsync("a", 0, "sisters", "add", first, witness);
        await papers.UntilItNamesAsync(address, first);
        await papers.RunAsync("c", 0, "mirror", address, "--key", key, "--once");

        // One more edition, which only the friend sees before the paper is gone.
        var second = "https://second.example/";
        await papers.RunAsync("a", 0, "sisters", "add", second, witness);
        await papers.UntilItNamesAsync(address, second);
        await RunningPapers.EndAsync(friend);
        var (_, carried) = await papers.StartAsync("b", "mirror", address, "--key", key, "--urls", first.TrimEnd('/'));
        await RunningPapers.EndAsync(paper);
        papers.Seize("a");

        // The other one finds the friend in the edition that it holds.
        var followed = await papers.RunAsync("c", 0, "mirror", address, "--key", key, "--once");
        var (_, other) = await papers.StartAsync("c", "mirror", address, "--key", key, "--urls", Nowhere);
        Assert.Equal(first, carried);
        Assert.Contains(
            witness.Split('+')[0],
            await papers.ReadAsync(carried, ".well-known/edition/checkpoint"),
            StringComparison.Ordinal
        );
        Assert.Contains("WARNING Unreachable", followed, StringComparison.Ordinal);
        Assert.Contains("is held", followed, StringComparison.Ordinal);
        foreach (var mirror in new[] { first, other })
        {
            var said = await papers.RunAsync("reader", 0, "verify", mirror, "--key", key);
            Assert.Contains("IT HOLDS.", said, StringComparison.Ordinal);
            Assert.Contains(second, await papers.ReadAsync(mirror, "copies.html"), StringComparison.Ordinal);
        }
    }

    public ValueTask DisposeAsync() => papers.DisposeAsync();
}

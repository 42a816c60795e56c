using System.Globalization;
using System.Security.Cryptography;

namespace Pamphlet.Tests.Editions.Serving;

public sealed class SwitchTests
{
    private const int Switches = 200;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Readers_during_two_hundred_switches_see_only_whole_editions(bool isFast)
    {
        using var shelf = new TestShelf();
        shelf.Whole(Edition(0));
        await using var server = await ServedShelf.StartAsync(isFast, shelf);
        using var done = new CancellationTokenSource();

        SemaphoreSlim[] turns = [new(0), new(0), new(0), new(0)];
        var readers = turns.Select(turn => ReadAsync(server, turn, done.Token)).ToArray();
        for (var number = 1; number <= Switches; number++)
        {
            // What the readers may just be reading is overwritten with zeros at once.
            shelf.Publish(isWhole: number % 10 == 0, forget: true, Edition(number));
            await shelf.Shelf.SweepAsync(TestContext.Current.CancellationToken);
            if (number % 50 == 0)
            {
                shelf.Shelf.Compact();
            }

            if (number % 10 == 0)
            {
                await EachReadsAsync(readers, turns);
            }
        }

        await done.CancelAsync();
        var seen = await Task.WhenAll(readers);
        Assert.All(
            seen,
            editions => Assert.True(editions >= Switches / 10, "A reader saw no switch: the test tested nothing.")
        );
    }

    // However slow the machine: no reader is left behind until the switches are over.
    private static async Task EachReadsAsync(Task<int>[] readers, SemaphoreSlim[] turns)
    {
        foreach (var (reader, turn) in readers.Zip(turns))
        {
            while (await turn.WaitAsync(TimeSpan.Zero)) { }

            // What is being read just now may have been asked for before the switch: the next was not.
            for (var reads = 0; reads < 2; reads++)
            {
                var read = turn.WaitAsync(TestContext.Current.CancellationToken);
                if (await Task.WhenAny(reader, read) == reader)
                {
                    await reader;
                }
            }
        }
    }

    private static (string, string)[] Edition(int number)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"edition {number};");
        return [("data/index.html", string.Concat(Enumerable.Repeat(text, 2000))), ("data/b.html", text)];
    }

    private static async Task<int> ReadAsync(ServedShelf server, SemaphoreSlim turn, CancellationToken done)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var last = 0;
        await using var client = await server.ConnectAsync();
        while (!done.IsCancellationRequested)
        {
            await client.SendAsync("GET / HTTP/1.1\r\nHost: paper\r\n\r\n");
            var answer = (await client.ReadAsync())!;
            var said = answer.Text.Split(';')[0] + ';';
            var number = int.Parse(said["edition ".Length..^1], CultureInfo.InvariantCulture);
            var hash = Convert.ToBase64String(SHA256.HashData(answer.Body).AsSpan(0, 16));

            Assert.Equal(string.Concat(Enumerable.Repeat(said, 2000)), answer.Text);
            Assert.Equal($"\"{hash.TrimEnd('=').Replace('+', '-').Replace('/', '_')}\"", answer["ETag"]);
            Assert.True(number >= last, "An older edition came back.");
            last = number;
            seen.Add(said);
            turn.Release();
        }

        return seen.Count;
    }
}

using System.Globalization;
using Pamphlet.Editions.Shelving;
using Pamphlet.Mirrors;
using Pamphlet.Seal;
using Pamphlet.Signing;

namespace Pamphlet.Tests.Mirrors;

/// <summary>A mirror that the system kills while it fetches, checks, takes and signs. <c>PAMPHLET_KILLS=1000</c> does it a thousand times.</summary>
public sealed class KilledMirrorTests
{
    private const int Pages = 12;

    private static int Rounds =>
        int.TryParse(
            Environment.GetEnvironmentVariable("PAMPHLET_KILLS"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var wanted
        )
            ? wanted
            : 3;

    [Fact]
    public async Task Whenever_it_is_killed_what_it_holds_is_whole_and_the_next_run_has_all()
    {
        await using var test = await MirrorTest.StartAsync();
        var data = Path.Combine(test.Folders, "killed");
        var (killed, last) = (0, -1L);
        for (var round = 0; round < Rounds; round++)
        {
            test.Paper.Publish(
                isWhole: false,
                [.. Enumerable.Range(0, Pages).Select(page => ($"data/{page}.html", $"page {page} of round {round}"))]
            );
            killed += await KillAsync(test, data, round) ? 1 : 0;

            var held = HeldIn(data);
            Assert.True(held >= last, $"Round {round}: it held {last} and now {held}.");
            last = held;
        }

        using var whole = RunningMirror.Start(test, data);
        var said = await whole.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await whole.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(whole.ExitCode == 0, said);
        Assert.Equal(test.Paper.Verified().Record.Number, HeldIn(data));
        Assert.True(killed > Rounds / 2, $"Only {killed} of {Rounds} were killed.");
    }

    // Every other time at one of its requests; otherwise when it begins to write the files that come after the last request.
    private static async Task<bool> KillAsync(MirrorTest test, string data, int round)
    {
        using var process = RunningMirror.Start(test, data);
        var asked = 0;
        test.Server.Lie =
            round % 2 != 0
                ? null
                : _ =>
                {
                    if (Interlocked.Increment(ref asked) == 1 + (round / 2 % (Pages + 3)))
                    {
                        process.Kill();
                    }

                    return Task.FromResult(false);
                };
        if (round % 2 != 0)
        {
            var before = Writing(data);
            while (!process.HasExited && string.Equals(before, Writing(data), StringComparison.Ordinal))
            {
                await Task.Yield();
            }

            process.Kill();
        }

        // What it said is read to its end, or it could wait for a reader.
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        test.Server.Lie = null;
        return process.ExitCode > 128;
    }

    // What is there of shelf, log, seals and lists: by turns another of them.
    private static string Writing(string data) =>
        RunningMirror.FolderIn(data) is not { } folder
            ? ""
            : string.Join(
                '\n',
                new[] { "shelf", "log", "log/seals", "manifests" }
                    .Select(part => Path.Combine(folder, part))
                    .Where(Directory.Exists)
                    .SelectMany(Directory.EnumerateFiles)
                    .Where(file => !file.EndsWith("lock", StringComparison.Ordinal))
            );

    /// <returns>The number of the edition that is held whole, or −1: none yet.</returns>
    private static long HeldIn(string data)
    {
        if (RunningMirror.FolderIn(data) is not { } folder)
        {
            return -1;
        }

        var mirror = Mirror.Open(folder, wishes: null);
        if (mirror?.Shelf.Current is not { } edition)
        {
            return -1;
        }

        Assert.Equal(ShelfDamage.None, mirror.Shelf.Damage);
        var seal = ReadSeal.Of(mirror.Log, edition)!;
        Assert.True(seal.Holds());
        Assert.Equal(seal.Record.Manifest, ManifestOf.Edition(edition, before: null).Hash);
        foreach (var file in edition.Files())
        {
            Assert.Equal(file.Entry.Hash, ContentHash.Of(edition.Bytes(file.Entry.Forms.Identity)));
        }

        return seal.Record.Number;
    }
}

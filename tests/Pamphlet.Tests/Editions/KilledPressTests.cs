using System.Diagnostics;
using Pamphlet.Editions;
using Pamphlet.Editions.Shelving;
using Pamphlet.Storage;
using Pamphlet.Verbs;

namespace Pamphlet.Tests.Editions;

/// <summary>The program itself, killed by the system while it publishes: nothing is modelled.</summary>
public sealed class KilledPressTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pamphlet-killed-").FullName;

    private string Shelf => Path.Combine(folder, "shelf");

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whenever_it_is_killed_the_shelf_opens_whole_and_the_next_edition_lacks_nothing()
    {
        await RunAsync("make", "--posts", "30");
        await RunAsync("print");

        for (var round = 0; round < 5; round++)
        {
            await KillAsync(afterLines: round * 3);

            var shelf = EditionShelf.Open(Shelf);
            Assert.Equal(ShelfDamage.None, shelf.Damage);
            Assert.True(await new CheckEdition(shelf, TimeProvider.System).RunAsync(Now));
            using var paper = OpenPaper.Run(
                new PaperPlace(folder, DatabaseAddress.InFolder(folder)),
                home: null,
                shelf
            );
            using var press = new Press(DatabaseAddress.InFolder(folder), shelf) { Enclosed = paper.Enclosed };
            await press.PublishAsync(Now);
            using var anew = new TestShelf();
            using var other = new Press(DatabaseAddress.InFolder(folder), anew.Shelf) { Enclosed = paper.Enclosed };
            await other.PublishAsync(Now);
            Assert.Equal(TestShelf.Read(anew.Shelf.Current), TestShelf.Read(shelf.Current));
        }
    }

    public void Dispose()
    {
        using var pooled = new Microsoft.Data.Sqlite.SqliteConnection(
            DatabaseAddress.InFolder(folder).ConnectionString
        );
        Microsoft.Data.Sqlite.SqliteConnection.ClearPool(pooled);
        Directory.Delete(folder, recursive: true);
    }

    // It says a line after each post: what it is doing when the last of them is read is chance.
    private async Task KillAsync(int afterLines)
    {
        using var process = Start("publish", "--times", "100000");
        for (var line = 0; line <= afterLines; line++)
        {
            Assert.NotNull(await process.StandardOutput.ReadLineAsync(Now));
        }

        process.Kill();
        await process.WaitForExitAsync(Now);
        Assert.NotEqual(0, process.ExitCode);
    }

    private async Task RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        _ = await process.StandardOutput.ReadToEndAsync(Now);
        await process.WaitForExitAsync(Now);
        Assert.Equal(0, process.ExitCode);
    }

    private Process Start(params string[] arguments) =>
        Process.Start(
            new ProcessStartInfo(
                Path.Combine(AppContext.BaseDirectory, "Pamphlet"),
                ["bench-data", .. arguments, "--data", folder]
            )
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
}

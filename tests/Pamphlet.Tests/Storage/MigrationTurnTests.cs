using Microsoft.EntityFrameworkCore;
using Pamphlet.Storage;

namespace Pamphlet.Tests.Storage;

public sealed class MigrationTurnTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pamphlet-turn-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_killed_start_left_keeps_no_later_one_waiting()
    {
        var address = DatabaseAddress.InFolder(folder);
        await using (var killed = address.Open())
        {
            // The table and the row that Entity Framework writes before the first migration.
            await killed.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-29 06:57:00');
                """,
                Cancelled
            );
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        Assert.Null(await MigrateDatabase.RunAsync(address, patience.Token));

        await using var open = address.Open();
        Assert.Empty(await open.Database.GetPendingMigrationsAsync(Cancelled));
    }

    [Fact]
    public async Task A_start_with_nothing_to_do_takes_no_turn_and_writes_no_time()
    {
        var address = DatabaseAddress.InFolder(folder);
        Assert.Null(await MigrateDatabase.RunAsync(address, Cancelled));
        await using (var open = address.Open())
        {
            await open.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """, Cancelled);
        }

        Assert.Null(await MigrateDatabase.RunAsync(address, Cancelled));

        await using var after = address.Open();
        Assert.Equal(
            0,
            await after
                .Database.SqlQueryRaw<int>(
                    """SELECT COUNT(*) AS "Value" FROM sqlite_master WHERE name = '__EFMigrationsLock'"""
                )
                .SingleAsync(Cancelled)
        );
    }

    [Fact]
    public async Task Of_two_who_start_at_once_both_find_the_tables()
    {
        var address = DatabaseAddress.InFolder(folder);

        var said = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => MigrateDatabase.RunAsync(address, Cancelled), Cancelled))
        );

        Assert.All(said, Assert.Null);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}

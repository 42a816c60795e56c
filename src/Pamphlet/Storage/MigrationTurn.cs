using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Pamphlet.Storage;

/// <summary>Brings tables up to date, one process at a time.</summary>
/// <remarks>
/// On SQLite Entity Framework keeps the turn as a row of the database. Killed in that moment a program leaves it there, and every later
/// start would wait for ever. Here the turn is a lock on a file, which goes with its process, and a row that is found then is nobody's.
/// On PostgreSQL it is a lock of the connection, and goes with that.
/// </remarks>
internal static class MigrationTurn
{
    // Beside the database; empty, and left there.
    private const string Ending = "-migrating";

    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(100);

    /// <param name="last">Only as far as this; null: all.</param>
    /// <exception cref="SqliteException">The file is no database, or cannot be written.</exception>
    public static async Task TakeAsync(Database database, CancellationToken cancellationToken, string? last = null)
    {
        if (!database.Database.IsSqlite())
        {
            await MigrateAsync(database, last, cancellationToken);
            return;
        }

        if (!(await database.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            return;
        }

        await using var turn = await WaitAsync(database, cancellationToken);
        await database.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellationToken);
        await MigrateAsync(database, last, cancellationToken);
    }

    private static Task MigrateAsync(Database database, string? last, CancellationToken cancellationToken) =>
        database.GetService<IMigrator>().MigrateAsync(last, cancellationToken);

    private static async Task<FileStream> WaitAsync(Database database, CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder(database.Database.GetConnectionString()).DataSource;
        var path = file + Ending;
        using var beat = new PeriodicTimer(Again);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                _ = await beat.WaitForNextTickAsync(cancellationToken);
            }
        }
    }
}

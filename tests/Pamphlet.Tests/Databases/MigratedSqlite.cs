using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Storage;

namespace Pamphlet.Tests.Databases;

/// <summary>The file that all migrations leave behind, made once a run: a copy costs a hundredth of a migration.</summary>
internal static class MigratedSqlite
{
    public static Lazy<Task<byte[]>> Bytes { get; } = new(MigrateAsync);

    private static async Task<byte[]> MigrateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("pamphlet-test-").FullName;
        var address = DatabaseAddress.InFolder(folder);
        await using (var database = address.Open())
        {
            await database.Database.MigrateAsync();
        }

        // Closing the last connection folds the write-ahead log into the file.
        await using (var pooled = new SqliteConnection(address.ConnectionString))
        {
            SqliteConnection.ClearPool(pooled);
        }

        var bytes = await File.ReadAllBytesAsync(
            new SqliteConnectionStringBuilder(address.ConnectionString).DataSource
        );
        Directory.Delete(folder, recursive: true);
        return bytes;
    }
}

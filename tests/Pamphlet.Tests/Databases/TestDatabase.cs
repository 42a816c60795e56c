using Microsoft.Data.Sqlite;
using Npgsql;
using Pamphlet.Storage;

namespace Pamphlet.Tests.Databases;

/// <summary>A migrated, empty database for one test. It is gone when it is disposed of.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<ValueTask> destroy;

    private TestDatabase(DatabaseAddress address, Func<ValueTask> destroy)
    {
        Address = address;
        this.destroy = destroy;
    }

    internal DatabaseAddress Address { get; }

    /// <summary>For a test whose subject is not the database: any will do, and this one is always there.</summary>
    public static async Task<TestDatabase> CreateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("pamphlet-test-").FullName;
        var address = DatabaseAddress.InFolder(folder);
        var file = new SqliteConnectionStringBuilder(address.ConnectionString).DataSource;
        await File.WriteAllBytesAsync(file, await MigratedSqlite.Bytes.Value);

        return new TestDatabase(
            address,
            () =>
            {
                using var pooled = new SqliteConnection(address.ConnectionString);
                SqliteConnection.ClearPool(pooled);
                Directory.Delete(folder, recursive: true);
                return ValueTask.CompletedTask;
            }
        );
    }

    /// <exception cref="InvalidOperationException">No PostgreSQL is named: ask <see cref="TestPostgres.Absence"/> first.</exception>
    public static async Task<TestDatabase> CreatePostgresAsync()
    {
        var connectionString = await TestPostgres.CopyAsync();

        return new TestDatabase(
            DatabaseAddress.Postgres(connectionString),
            async () =>
            {
                await using var pooled = new NpgsqlConnection(connectionString);
                NpgsqlConnection.ClearPool(pooled);
                await TestPostgres.DropAsync(connectionString);
            }
        );
    }

    /// <summary>Opens the database for one piece of work, as the program would.</summary>
    internal Database Open() => Address.Open();

    public override string ToString() => Address.IsPostgres ? "PostgreSQL" : "SQLite";

    public ValueTask DisposeAsync() => destroy();
}

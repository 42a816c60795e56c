using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Pamphlet.Storage;

/// <summary>Where the database is: a file inside the data folder, or a PostgreSQL that the operator named.</summary>
internal sealed record DatabaseAddress(string ConnectionString, bool IsPostgres)
{
    public static DatabaseAddress InFolder(string folder) =>
        new(
            new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(folder, "pamphlet.db"),
                ForeignKeys = true,
                Pooling = true,
                DefaultTimeout = 30,
            }.ConnectionString,
            IsPostgres: false
        );

    public static DatabaseAddress Postgres(string connectionString) => new(connectionString, IsPostgres: true);

    /// <summary>Opens the database. The caller disposes of it after one piece of work.</summary>
    public Database Open() =>
        IsPostgres
            ? new PostgresDatabase(new DbContextOptionsBuilder<PostgresDatabase>().UseNpgsql(ConnectionString).Options)
            : new SqliteDatabase(
                new DbContextOptionsBuilder<SqliteDatabase>()
                    .UseSqlite(ConnectionString)
                    .AddInterceptors(SqliteHabits.Instance)
                    .Options
            );
}

/// <summary>What every SQLite connection promises before its first statement.</summary>
internal sealed class SqliteHabits : DbConnectionInterceptor
{
    // secure_delete: what a reader withdrew must not lie in a free page of a seized disk.
    // temp_store: a sort of posts must not leave them in a temporary file.
    private const string Habits =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;";

    public static SqliteHabits Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Habits;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        var command = connection.CreateCommand();
        await using (command)
        {
            command.CommandText = Habits;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}

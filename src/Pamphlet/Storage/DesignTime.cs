using Microsoft.EntityFrameworkCore.Design;

namespace Pamphlet.Storage;

/// <summary>For <c>dotnet ef migrations add NAME --context SqliteDatabase</c>, and the same for PostgreSQL: no server is asked.</summary>
internal sealed class DesignTimeSqlite : IDesignTimeDbContextFactory<SqliteDatabase>
{
    public SqliteDatabase CreateDbContext(string[] args) =>
        (SqliteDatabase)DatabaseAddress.InFolder(Path.GetTempPath()).Open();
}

internal sealed class DesignTimePostgres : IDesignTimeDbContextFactory<PostgresDatabase>
{
    public PostgresDatabase CreateDbContext(string[] args) =>
        (PostgresDatabase)DatabaseAddress.Postgres("Host=localhost;Database=pamphlet").Open();
}

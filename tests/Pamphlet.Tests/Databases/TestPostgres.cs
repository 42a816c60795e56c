using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Pamphlet.Storage;
using Pamphlet.Tests.Databases;

[assembly: AssemblyFixture(typeof(TestPostgres))]

namespace Pamphlet.Tests.Databases;

/// <summary>
/// The server that <c>./test</c> starts for the run, or one that a developer names. It holds one migrated template a run; a
/// test's database is a copy of it.
/// </summary>
public sealed class TestPostgres : IAsyncDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("PAMPHLET_TEST_POSTGRES");
    private static readonly Lazy<Task<string>> Template = new(MigrateAsync);

    /// <summary>Why there is no PostgreSQL to test on, or null: there is one.</summary>
    public static string? Absence =>
        string.IsNullOrEmpty(Server)
            ? "PostgreSQL is absent: run ./test, which starts one, or name one in PAMPHLET_TEST_POSTGRES."
            : null;

    public static async Task<string> CopyAsync()
    {
        var template = DatabaseOf(await Template.Value);
        var copy = Named("test");
        await TellServerAsync($"CREATE DATABASE \"{DatabaseOf(copy)}\" TEMPLATE \"{template}\"");
        return copy;
    }

    public static Task DropAsync(string connectionString) =>
        TellServerAsync($"DROP DATABASE \"{DatabaseOf(connectionString)}\" WITH (FORCE)");

    public async ValueTask DisposeAsync()
    {
        if (Template.IsValueCreated)
        {
            await DropAsync(await Template.Value);
        }
    }

    private static async Task<string> MigrateAsync()
    {
        var template = Named("template");
        await TellServerAsync($"CREATE DATABASE \"{DatabaseOf(template)}\" TEMPLATE template0 ENCODING 'UTF8'");

        // A pooled connection would stay open, and PostgreSQL copies no database that somebody is connected to.
        var unpooled = new NpgsqlConnectionStringBuilder(template) { Pooling = false }.ConnectionString;
        await using var database = DatabaseAddress.Postgres(unpooled).Open();
        await database.Database.MigrateAsync();
        return template;
    }

    private static async Task TellServerAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(Server ?? throw new InvalidOperationException(Absence));
        await connection.OpenAsync();
#pragma warning disable CA2100 // The names in it were drawn above; PostgreSQL takes no parameter here.
        await using var command = new NpgsqlCommand(statement, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static string Named(string purpose) =>
        new NpgsqlConnectionStringBuilder(Server)
        {
            Database = $"pamphlet_{purpose}_{RandomNumberGenerator.GetHexString(12, lowercase: true)}",
        }.ConnectionString;

    private static string DatabaseOf(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString).Database!;
}

using Microsoft.EntityFrameworkCore;

namespace Pamphlet.Tests.Databases;

public sealed class DatabaseTests
{
    [Theory, EachDatabase]
    public async Task Migrations_make_the_tables_that_the_program_expects(TestDatabase database)
    {
        await using var open = database.Open();

        Assert.False(open.Database.HasPendingModelChanges());
        Assert.Empty(await open.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        foreach (var table in open.Model.GetEntityTypes().Select(entity => entity.GetSchemaQualifiedTableName()))
        {
#pragma warning disable EF1002 // The name comes from the model.
            await open.Database.ExecuteSqlRawAsync(
                $"SELECT COUNT(*) FROM \"{table}\"",
                TestContext.Current.CancellationToken
            );
#pragma warning restore EF1002
        }
    }

    [Fact]
    public async Task Sqlite_overwrites_what_was_deleted()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var open = database.Open();

        var secureDelete = await open
            .Database.SqlQueryRaw<long>("SELECT secure_delete AS \"Value\" FROM pragma_secure_delete")
            .SingleAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, secureDelete);
    }
}

using Microsoft.EntityFrameworkCore;

namespace Pamphlet.Storage;

/// <summary>
/// The database. It knows no room: each room describes its own tables (<see cref="IEntityTypeConfiguration{TEntity}"/>), and
/// each reads them through <see cref="DbContext.Set{TEntity}()"/>.
/// </summary>
internal abstract class Database(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(Database).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MomentConverter>();
        configurationBuilder.Properties<DateOnly>().HaveConversion<DayConverter>();
        configurationBuilder.Properties<Rendering.Language>().HaveConversion<LanguageConverter>().HaveMaxLength(35);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);

        foreach (var id in typeof(Database).Assembly.GetTypes().Where(IsRowId))
        {
            configurationBuilder.Properties(id).HaveConversion(typeof(RowIdConverter<>).MakeGenericType(id));
        }
    }

    /// <summary>
    /// Folds SQLite's write-ahead log into the file and empties it: until then what was deleted still lies in the log.
    /// </summary>
    public Task CheckpointAsync(CancellationToken cancellationToken) =>
        this is SqliteDatabase
            ? Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken)
            : Task.CompletedTask;

    private static bool IsRowId(Type type) =>
        type.IsValueType
        && Array.Exists(
            type.GetInterfaces(),
            offered => offered.IsGenericType && offered.GetGenericTypeDefinition() == typeof(IRowId<>)
        );
}

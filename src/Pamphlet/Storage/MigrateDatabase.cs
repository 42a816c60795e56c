using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Pamphlet.Storage;

/// <summary>Brings the tables up to this version of the program.</summary>
internal static class MigrateDatabase
{
    /// <returns>Null, or one line that says what is wrong and what mends it: the operator's to mend.</returns>
    public static async Task<string?> RunAsync(DatabaseAddress address, CancellationToken cancellationToken)
    {
        try
        {
            await using var database = address.Open();
            var known = database.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
            var applied = await database.Database.GetAppliedMigrationsAsync(cancellationToken);
            if (!applied.All(known.Contains))
            {
                return "The database was written by a newer Pamphlet. Install that version again, or restore a backup.";
            }

            await MigrationTurn.TakeAsync(database, cancellationToken);
            return null;
        }
        catch (SqliteException broken)
        {
            return $"The database cannot be opened ({broken.Message}). Restore a backup, or name another folder: --data DIR";
        }
        catch (NpgsqlException refused)
        {
            return $"PostgreSQL does not answer ({refused.Message}). Check --database \"Host=…;Database=…;Username=…\"";
        }
    }
}

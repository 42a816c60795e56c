using Microsoft.EntityFrameworkCore;
using Pamphlet.Storage;

namespace Pamphlet.Backup;

/// <summary>Lets rows come in any order: who is answered may come after the answer. All bonds are checked at the end.</summary>
internal static class ForeignKeys
{
    /// <returns>The statements that tie them again.</returns>
    public static async Task<IReadOnlyList<string>> LoosenAsync(Database database, CancellationToken cancel)
    {
        if (database is SqliteDatabase)
        {
            await database.Database.ExecuteSqlAsync($"PRAGMA defer_foreign_keys=ON", cancel);
            return [];
        }

        var bonds = await database
            .Database.SqlQueryRaw<string>(
                """
                SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS "Value"
                FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
                """
            )
            .ToListAsync(cancel);
        var cuts = await database
            .Database.SqlQueryRaw<string>(
                """
                SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS "Value"
                FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
                """
            )
            .ToListAsync(cancel);
        await TellAsync(database, cuts, cancel);
        return bonds;
    }

    public static async Task TellAsync(Database database, IEnumerable<string> statements, CancellationToken cancel)
    {
        foreach (var statement in statements)
        {
#pragma warning disable EF1002 // The database itself wrote them.
            await database.Database.ExecuteSqlRawAsync(
                statement.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal),
                cancel
            );
#pragma warning restore EF1002
        }
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Storage;

namespace Pamphlet.Backup;

/// <summary>The numbers that tables have given out. A journal that was emptied and counts from 1 again would hide its new entries.</summary>
internal static class Sequences
{
    public static async Task<Dictionary<string, long>> ReadAsync(Database database, CancellationToken cancel)
    {
        var rows =
            database is SqliteDatabase
                ? database.Database.SqlQueryRaw<Given>("SELECT name AS \"Name\", seq AS \"Last\" FROM sqlite_sequence")
                : database.Database.SqlQueryRaw<Given>(
                    """
                    SELECT c.table_name AS "Name", coalesce(s.last_value, 0) AS "Last"
                    FROM information_schema.columns c
                    JOIN pg_sequences s
                      ON quote_ident(s.schemaname) || '.' || quote_ident(s.sequencename)
                       = pg_get_serial_sequence(quote_ident(c.table_name), c.column_name)
                    WHERE c.is_identity = 'YES' AND c.table_schema = current_schema()
                    """
                );
        return (await rows.ToListAsync(cancel)).ToDictionary(row => row.Name, row => row.Last, StringComparer.Ordinal);
    }

    public static async Task WriteAsync(
        Database database,
        IReadOnlyDictionary<string, long> sequences,
        CancellationToken cancel
    )
    {
        foreach (var (table, last) in sequences.Where(pair => pair.Value > 0))
        {
            if (database is SqliteDatabase)
            {
                await database.Database.ExecuteSqlAsync($"DELETE FROM sqlite_sequence WHERE name = {table}", cancel);
                await database.Database.ExecuteSqlAsync(
                    $"INSERT INTO sqlite_sequence (name, seq) VALUES ({table}, {last})",
                    cancel
                );
            }
            else
            {
                var number = last.ToString(CultureInfo.InvariantCulture);
                await database.Database.ExecuteSqlAsync(
                    $"""
                    SELECT setval(pg_get_serial_sequence(quote_ident(c.table_name), c.column_name), {number}::bigint)
                    FROM information_schema.columns c
                    WHERE c.is_identity = 'YES' AND c.table_schema = current_schema() AND c.table_name = {table}
                    """,
                    cancel
                );
            }
        }
    }

#pragma warning disable CA1812 // The query makes it.
    private sealed record Given(string Name, long Last);
#pragma warning restore CA1812
}

using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Database = Pamphlet.Storage.Database;

namespace Pamphlet.Backup;

/// <summary>The tables of a database, read and filled without knowing what they mean.</summary>
/// <remarks>The index of the search is not among them: it is made anew with the first edition.</remarks>
internal sealed class DatabaseRows(Database database)
{
    // Rows are handed on in pieces of about this size; one row may be larger.
    private const int PieceSize = 4 * 1024 * 1024;

    private DbConnection Connection => database.Database.GetDbConnection();

    private bool IsSqlite => Connection is SqliteConnection;

    public IReadOnlyList<string> Tables { get; } =
    [
        .. database
            .Model.GetEntityTypes()
            .Select(entity => entity.GetTableName())
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A table's rows, in pieces, each of which can be read by itself.</summary>
    public async IAsyncEnumerable<byte[]> PiecesAsync(
        string table,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel
    )
    {
        await using var command = Command($"SELECT * FROM \"{table}\"");
        await using var rows = await command.ExecuteReaderAsync(cancel);
        string[] columns = [.. Enumerable.Range(0, rows.FieldCount).Select(rows.GetName)];
        using var piece = new MemoryStream();
        await using var writer = new BinaryWriter(piece);
        RowCoding.WriteColumns(writer, columns);
        var start = piece.Length;
        while (await rows.ReadAsync(cancel))
        {
            RowCoding.WriteRow(writer, rows);
            if (piece.Length > PieceSize)
            {
                yield return piece.ToArray();
                piece.SetLength(start);
            }
        }

        if (piece.Length > start)
        {
            yield return piece.ToArray();
        }
    }

    /// <summary>Puts a piece's rows into a table.</summary>
    public async Task PutAsync(string table, byte[] piece, CancellationToken cancel)
    {
        if (!Tables.Contains(table, StringComparer.Ordinal))
        {
            throw new BackupRefusedException(BackupRefusal.Damaged);
        }

        using var reader = new BinaryReader(new MemoryStream(piece));
        var columns = RowCoding.ReadColumns(reader);
        var types = await TypesAsync(table, columns, cancel);
        var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        var places = string.Join(", ", columns.Select((_, place) => $"@p{place}"));
        await using var command = Command($"INSERT INTO \"{table}\" ({names}) VALUES ({places})");
        foreach (var place in Enumerable.Range(0, columns.Length))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"p{place}";
            command.Parameters.Add(parameter);
        }

        while (RowCoding.ReadRow(reader, columns.Length) is { } row)
        {
            for (var place = 0; place < row.Length; place++)
            {
                command.Parameters[place].Value = As(types[place], row[place]);
            }

            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    public async Task<bool> IsEmptyAsync(CancellationToken cancel)
    {
        foreach (var table in Tables)
        {
            await using var command = Command($"SELECT 1 FROM \"{table}\" LIMIT 1");
            if (await command.ExecuteScalarAsync(cancel) is not null)
            {
                return false;
            }
        }

        return true;
    }

    // The columns that the table has, and what each holds: a database may have other kinds than the one that was written down.
    private async Task<Type[]> TypesAsync(string table, string[] columns, CancellationToken cancel)
    {
        await using var command = Command($"SELECT * FROM \"{table}\" LIMIT 0");
        await using var none = await command.ExecuteReaderAsync(cancel);
        var known = Enumerable
            .Range(0, none.FieldCount)
            .ToDictionary(none.GetName, none.GetFieldType, StringComparer.Ordinal);
        return columns.All(known.ContainsKey)
            ? [.. columns.Select(column => known[column])]
            : throw new BackupRefusedException(BackupRefusal.Damaged);
    }

    private object As(Type type, object? value) =>
        value switch
        {
            null => DBNull.Value,
            // SQLite says of a column what its first row holds, and there is none yet: it takes everything as it is.
            _ when IsSqlite => value is bool truth ? (truth ? 1L : 0L) : value,
            long number when type == typeof(bool) => number != 0,
            long number when type == typeof(int) => checked((int)number),
            long number when type == typeof(short) => checked((short)number),
            _ => value,
        };

#pragma warning disable CA2100 // Tables and columns are named by our own model, not by anybody's text.
    private DbCommand Command(string text)
    {
        var command = Connection.CreateCommand();
        command.CommandText = text;
        command.Transaction = database.Database.CurrentTransaction is { } transaction
            ? Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(transaction)
            : null;
        return command;
    }
#pragma warning restore CA2100
}

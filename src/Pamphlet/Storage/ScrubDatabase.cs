using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Pamphlet.Storage;

/// <summary>Takes what was deleted out of the files too, as far as each database can.</summary>
/// <remarks>
/// SQLite overwrites freed cells and pages (<c>secure_delete</c>); what is left lies in the write-ahead log, which is folded in
/// and cut to nothing. PostgreSQL keeps old rows until their table is written anew, and its log until a segment goes: both are
/// asked for. It removes files and overwrites none, so blocks below the file system may keep them, as may archives and
/// replicas: <c>docs/operate.md</c>.
/// </remarks>
internal sealed class ScrubDatabase(Database database)
{
    private const int Tries = 5;
    private static readonly SemaphoreSlim Turn = new(1, 1);

    /// <param name="tables">Whose rows were deleted.</param>
    /// <returns>False: somebody was reading all the time, or the server forbids it; the next one tries again.</returns>
    public async Task<bool> RunAsync(IReadOnlyCollection<Type> tables, CancellationToken cancellationToken)
    {
        await Turn.WaitAsync(cancellationToken);
        try
        {
            return database is SqliteDatabase
                ? await FoldLogAsync(cancellationToken)
                : await RewriteAsync(tables, cancellationToken);
        }
        finally
        {
            Turn.Release();
        }
    }

    private async Task<bool> FoldLogAsync(CancellationToken cancellationToken)
    {
        for (var again = 0; again < Tries; again++)
        {
            if (!await IsKeptWaitingAsync(cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> IsKeptWaitingAsync(CancellationToken cancellationToken)
    {
        await database.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var ask = database.Database.GetDbConnection().CreateCommand();
            await using (ask)
            {
                // Its first column says whether a reader kept it from finishing; it waits for one as long as a statement may.
                ask.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
                return await ask.ExecuteScalarAsync(cancellationToken) is not 0L;
            }
        }
        finally
        {
            await database.Database.CloseConnectionAsync();
        }
    }

    private async Task<bool> RewriteAsync(IReadOnlyCollection<Type> tables, CancellationToken cancellationToken)
    {
        foreach (var table in tables)
        {
            var name = database.Model.FindEntityType(table)!.GetTableName();
#pragma warning disable EF1002 // A table of ours: a name cannot be a parameter.
            await database.Database.ExecuteSqlRawAsync($"VACUUM FULL \"{name}\"", cancellationToken);
#pragma warning restore EF1002
        }

        try
        {
            await database.Database.ExecuteSqlRawAsync("SELECT pg_switch_wal()", cancellationToken);
            await database.Database.ExecuteSqlRawAsync("CHECKPOINT", cancellationToken);
            return true;
        }
        catch (PostgresException refused)
            when (string.Equals(refused.SqlState, PostgresErrorCodes.InsufficientPrivilege, StringComparison.Ordinal))
        {
            // An operator may not have given us pg_checkpoint; the segments go with the server's next checkpoints.
            return false;
        }
    }
}

using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Storage;

namespace Pamphlet.Editions.Building;

/// <summary>One view of the database for a whole edition: what is saved meanwhile belongs to the next one.</summary>
internal static class ReadMoment
{
    public static async Task<IAsyncDisposable> BeginAsync(Database database, CancellationToken cancellationToken)
    {
        await database.Database.OpenConnectionAsync(cancellationToken);
        var connection = database.Database.GetDbConnection();

        // A SQLite transaction would begin by locking out everybody who writes; a deferred one only reads.
#pragma warning disable CA1849 // Only the synchronous method can defer, and SQLite never waits here.
        DbTransaction transaction = connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
#pragma warning restore CA1849
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await database.Database.UseTransactionAsync(transaction, cancellationToken);
        return transaction;
    }
}

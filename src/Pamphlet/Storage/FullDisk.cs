using Microsoft.Data.Sqlite;
using Npgsql;

namespace Pamphlet.Storage;

/// <summary>Tells a disk with no room left from every other fault: an operator mends it, and nobody else can.</summary>
internal static class FullDisk
{
    // ENOSPC and EDQUOT, which .NET hands on as they are.
    private const int NoSpace = 28;
    private const int OverQuota = 122;
    private const int SqliteFull = 13;
    private const string PostgresFull = PostgresErrorCodes.DiskFull;

    public static bool Is(Exception fault) =>
        fault
            is IOException { HResult: NoSpace or OverQuota }
                or SqliteException { SqliteErrorCode: SqliteFull }
                or PostgresException { SqlState: PostgresFull }
        || (fault.InnerException is { } cause && Is(cause));
}

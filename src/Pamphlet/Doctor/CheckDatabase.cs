using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Storage;

namespace Pamphlet.Doctor;

/// <summary>Whether the database answers, is whole, and is of this program's version; of a PostgreSQL also what it writes down.</summary>
internal static class CheckDatabase
{
    private const string Subject = "database";
    private const string Restore = "pamphlet restore paper.backup.age NEWDIR --key editor.key";

    // What of a server's settings would keep drafts, or what was deleted: docs/operate.md, «Data».
    private static readonly (string Setting, string Wanted, string Harm)[] Quiet =
    [
        ("log_statement", "none", "your drafts stand in its log"),
        ("log_min_duration_statement", "-1", "your drafts stand in its log"),
        ("wal_recycle", "off", "what was deleted stays in old log under new names"),
    ];

    public static async Task<IReadOnlyList<Finding>> RunAsync(Patient patient, CancellationToken cancellationToken)
    {
        if (!patient.IsFounded)
        {
            return [Finding.Warn(Subject, $"There is no paper in {patient.Folder} yet.", "pamphlet serve")];
        }

        try
        {
            await using var database = patient.Database.Open();
            await database.Database.OpenConnectionAsync(cancellationToken);
            return
            [
                await VersionAsync(database, cancellationToken),
                patient.Database.IsPostgres
                    ? await QuietAsync(database, cancellationToken)
                    : await WholeAsync(database, cancellationToken),
            ];
        }
        // Npgsql wraps what it takes for a passing fault.
        catch (Exception fault) when ((fault as DbException ?? fault.InnerException) is DbException broken)
        {
            return
            [
                Finding.Wrong(
                    Subject,
                    $"It cannot be opened: {broken.Message.ReplaceLineEndings(" ")}",
                    patient.Database.IsPostgres ? "pg_isready    (and look at --database)" : Restore
                ),
            ];
        }
    }

    private static async Task<Finding> VersionAsync(Database database, CancellationToken cancellationToken)
    {
        var known = database.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await database.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        return !applied.TrueForAll(known.Contains)
                ? Finding.Wrong(
                    Subject,
                    "A newer Pamphlet wrote it.",
                    "Install that version again, or restore a backup."
                )
            : applied.Count < known.Count
                ? Finding.Warn(
                    Subject,
                    "Its tables are an older version's; the next start changes them.",
                    "pamphlet backup before.age --to age1…    (before that start)"
                )
            : Finding.Good(Subject, "It answers, and its tables are of this version.");
    }

    private static async Task<Finding> WholeAsync(Database database, CancellationToken cancellationToken)
    {
        var said = await AskAsync(database, "PRAGMA quick_check(1)", cancellationToken);
        return string.Equals(said, "ok", StringComparison.Ordinal)
            ? Finding.Good(Subject, "Every page of it is whole.")
            : Finding.Wrong(Subject, $"It is damaged: {said}", Restore);
    }

    private static async Task<Finding> QuietAsync(Database database, CancellationToken cancellationToken)
    {
        foreach (var (setting, wanted, harm) in Quiet)
        {
            var value = await AskAsync(database, $"SHOW {setting}", cancellationToken);
            if (!string.Equals(value, wanted, StringComparison.Ordinal))
            {
                return Finding.Warn(
                    Subject,
                    $"PostgreSQL has {setting} = {value}: {harm}.",
                    $"psql -c \"ALTER SYSTEM SET {setting} = '{wanted}'\" -c \"SELECT pg_reload_conf()\""
                );
            }
        }

        return Finding.Good(Subject, "PostgreSQL writes no statement down.");
    }

    private static async Task<string> AskAsync(Database database, string question, CancellationToken cancellationToken)
    {
        var command = database.Database.GetDbConnection().CreateCommand();
        await using (command)
        {
#pragma warning disable CA2100 // Our own words, and the names of settings from the list above.
            command.CommandText = question;
#pragma warning restore CA2100
            return $"{await command.ExecuteScalarAsync(cancellationToken)}";
        }
    }
}

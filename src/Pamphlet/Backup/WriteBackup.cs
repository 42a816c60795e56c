using System.Formats.Tar;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Editions.Building;
using Pamphlet.Storage;

namespace Pamphlet.Backup;

/// <summary>Everything of a paper as one stream, while it is being served: what the database says at one moment, the shelf, and all else of the data folder.</summary>
/// <remarks>Nothing is written anywhere but into the stream, which the caller seals.</remarks>
internal static class WriteBackup
{
    // tor finds its network again by itself; a lock is this process's; the database is read as rows; what lies in «moving» is an export
    // that somebody is about to import, sealed with a key that is not on the disk.
    private static readonly string[] LeftOut = ["lock", "tor", "moving", ShelfFiles.Folder];

    // Of letters only what signs. Were a week's key in a backup too, destroying it would destroy nothing; and without it the letters,
    // and the list that asks readers for more of them, would mislead.
    private static readonly string[] KeptOfLetters =
    [
        "letters",
        "letters/keys",
        "letters/keys/holders",
        "letters/keys/signing.age",
    ];

    /// <param name="data">The paper's folder.</param>
    public static async Task<BackupCount> RunAsync(
        string data,
        DatabaseAddress address,
        Stream output,
        CancellationToken cancel
    )
    {
        await using var tar = new TarWriter(output, TarEntryFormat.Pax, leaveOpen: true);
        await using var database = address.Open();
        var applied = await database.Database.GetAppliedMigrationsAsync(cancel);
        var count = new BackupCount();

        // Editions first: the database may then be newer, and what it says more is printed after a restore.
        var files = new TarFiles(tar, count, cancel);
        var sequences = await Sequences.ReadAsync(database, cancel);
        var head = new BackupHead([.. applied.Select(BackupHead.NameOf)], sequences);
        await files.AddAsync(BackupHead.Name, head.ToBytes());
        await ShelfFiles.HandAsync(
            Path.Combine(data, ShelfFiles.Folder),
            (name, path) => files.AddFileAsync($"data/{ShelfFiles.Folder}/{name}", path),
            record => files.AddAsync($"data/{ShelfFiles.Folder}/current", record)
        );
        await AddRowsAsync(database, files, count, cancel);
        foreach (var path in Others(data, new DirectoryInfo(data)))
        {
            await files.AddFileAsync($"data/{Path.GetRelativePath(data, path)}", path);
        }

        await files.AddAsync(BackupHead.EndName, Encoding.ASCII.GetBytes($"{count.Files} {count.Pieces}\n"));
        return count;
    }

    private static async Task AddRowsAsync(
        Database database,
        TarFiles files,
        BackupCount count,
        CancellationToken cancel
    )
    {
        var moment = await ReadMoment.BeginAsync(database, cancel);
        await using (moment)
        {
            var rows = new DatabaseRows(database);
            foreach (var table in rows.Tables)
            {
                await foreach (var piece in rows.PiecesAsync(table, cancel))
                {
                    await files.AddAsync($"rows/{table}/{++count.Pieces:D6}", piece);
                }
            }

            await database.Database.UseTransactionAsync(null, cancel);
        }
    }

    private static IEnumerable<string> Others(string data, DirectoryInfo folder) =>
        folder
            .EnumerateFileSystemInfos()
            .Where(inner => inner.LinkTarget is null && !IsLeftOut(data, inner))
            .OrderBy(inner => inner.Name, StringComparer.Ordinal)
            .SelectMany(inner => inner is DirectoryInfo deeper ? Others(data, deeper) : [inner.FullName]);

    private static bool IsLeftOut(string data, FileSystemInfo file) =>
        Path.GetRelativePath(data, file.FullName) is var name
        && (
            LeftOut.Contains(name, StringComparer.Ordinal)
            || name.StartsWith("pamphlet.db", StringComparison.Ordinal)
            || name.EndsWith(".next", StringComparison.Ordinal)
            || (name.StartsWith("mirrors/", StringComparison.Ordinal) && file.Name is "lock" or "tor")
            || (
                name.StartsWith("letters/", StringComparison.Ordinal)
                && !name.StartsWith("letters/keys/holders/", StringComparison.Ordinal)
                && !KeptOfLetters.Contains(name, StringComparer.Ordinal)
            )
        );
}

/// <summary>What a backup holds.</summary>
internal sealed class BackupCount
{
    public int Files { get; set; }

    public int Pieces { get; set; }
}

using Npgsql;
using Pamphlet.Storage;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Letters;

/// <summary>Everything that somebody gets who takes the machine away: looked through byte by byte.</summary>
internal sealed class SeizedDisk(IReadOnlyList<string> folders)
{
    public int Files { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>The folders, and of PostgreSQL the database's files and the cluster's write-ahead log.</summary>
    public static async Task<SeizedDisk> OfAsync(TestDatabase database, params string[] folders)
    {
        if (!database.Address.IsPostgres)
        {
            return new SeizedDisk(folders);
        }

        await using var connection = new NpgsqlConnection(database.Address.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText =
            "CHECKPOINT; SELECT current_setting('data_directory'), oid::text FROM pg_database WHERE datname = current_database()";
        await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        Assert.True(await row.ReadAsync(TestContext.Current.CancellationToken));
        var cluster = row.GetString(0);
        string[] all = [.. folders, Path.Combine(cluster, "base", row.GetString(1)), Path.Combine(cluster, "pg_wal")];
        return new SeizedDisk(all);
    }

    /// <summary>Where which of the words stand, as they are, in the letters of .NET's memory, and as forms send them.</summary>
    public IReadOnlyList<string> Find(IEnumerable<string> words)
    {
        var needles = new Needles(words);
        var found = new List<string>();
        foreach (
            var file in folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        )
        {
            var name = Path.GetFileName(file);
            found.AddRange(
                needles
                    .Words.Where(word => name.Contains(word, StringComparison.Ordinal))
                    .Select(word => $"{word} names {file}")
            );
            Look(file, needles, found);
        }

        return found;
    }

    private void Look(string file, Needles needles, List<string> found)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (FileNotFoundException)
        {
            // PostgreSQL took it away meanwhile.
            return;
        }

        using (stream)
        {
            Files++;
            Bytes += needles.Look(into => stream.Read(into), word => found.Add($"{word} in {file}"));
        }
    }
}

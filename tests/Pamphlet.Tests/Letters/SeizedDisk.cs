using System.Text;
using Npgsql;
using Pamphlet.Storage;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Letters;

/// <summary>Everything that somebody gets who takes the machine away: looked through byte by byte.</summary>
internal sealed class SeizedDisk(IReadOnlyList<string> folders)
{
    private const int Window = 4 << 20;

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
        var needles = words.SelectMany(Spellings).ToList();
        var longest = needles.Max(needle => needle.Bytes.Length);
        var found = new List<string>();
        foreach (
            var file in folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        )
        {
            var name = Path.GetFileName(file);
            found.AddRange(
                needles
                    .Where(needle => name.Contains(needle.Word, StringComparison.Ordinal))
                    .Select(needle => $"{needle.Word} names {file}")
            );
            Look(file, needles, longest, found);
        }

        return found;
    }

    private static IEnumerable<(string Word, byte[] Bytes)> Spellings(string word) =>
        new[]
        {
            Encoding.UTF8.GetBytes(word),
            Encoding.Unicode.GetBytes(word),
            Encoding.ASCII.GetBytes(Uri.EscapeDataString(word)),
            Encoding.ASCII.GetBytes(Uri.EscapeDataString(word).Replace("%20", "+", StringComparison.Ordinal)),
        }
            .DistinctBy(Convert.ToHexString)
            .Select(bytes => (word, bytes));

    private void Look(string file, List<(string Word, byte[] Bytes)> needles, int longest, List<string> found)
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
            var held = new byte[Window + longest];
            var kept = 0;
            while (stream.Read(held.AsSpan(kept)) is > 0 and var count)
            {
                Bytes += count;
                var seen = held.AsSpan(0, kept + count);
                foreach (var needle in needles)
                {
                    if (seen.IndexOf(needle.Bytes) >= 0)
                    {
                        found.Add($"{needle.Word} in {file}");
                    }
                }

                kept = Math.Min(longest, seen.Length);
                seen[^kept..].CopyTo(held);
            }
        }
    }
}

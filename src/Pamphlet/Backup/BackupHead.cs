using System.Text;

namespace Pamphlet.Backup;

/// <summary>The first entry of a backup: what follows.</summary>
/// <param name="Migrations">The names of the database's migrations, without the time at which they were drawn: they are the same for both databases.</param>
/// <param name="Sequences">The last number that each counting table gave out: numbers must not begin anew.</param>
internal sealed record BackupHead(IReadOnlyList<string> Migrations, IReadOnlyDictionary<string, long> Sequences)
{
    public const string Name = "pamphlet-backup";
    public const string EndName = "pamphlet-backup-end";
    private const string Title = "pamphlet backup 1";

    /// <param name="migration"><c>20261123010831_Initial</c></param>
    public static string NameOf(string migration) =>
        migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];

    public byte[] ToBytes()
    {
        var text = new StringBuilder(Title).Append('\n');
        foreach (var migration in Migrations)
        {
            text.Append("migration ").Append(migration).Append('\n');
        }

        foreach (var (table, number) in Sequences.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"sequence {table} {number}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <exception cref="BackupRefusedException">It is none.</exception>
    public static BackupHead Parse(ReadOnlySpan<byte> bytes)
    {
        var lines = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines is not [Title, .. var rest])
        {
            throw new BackupRefusedException(BackupRefusal.Foreign);
        }

        var words = rest.Select(line => line.Split(' ')).ToList();
        return new BackupHead(
            [.. words.Where(line => line is ["migration", _]).Select(line => line[1])],
            words
                .Where(line => line is ["sequence", _, _])
                .ToDictionary(
                    line => line[1],
                    line => long.Parse(line[2], System.Globalization.CultureInfo.InvariantCulture),
                    StringComparer.Ordinal
                )
        );
    }
}

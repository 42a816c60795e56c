namespace Pamphlet.Backup;

/// <summary>The files of a shelf that is being written to: read so that they belong together.</summary>
internal static class ShelfFiles
{
    public const string Folder = "shelf";

    // A paper that publishes every second while it is backed up would never let go.
    private const int MostRounds = 20;

    /// <summary>Hands on every file of the shelf, and last the record that names them.</summary>
    /// <param name="hand">Gets the file's name and its whole path.</param>
    /// <returns>Whether it settled; otherwise the shelf is left out and built anew from the database.</returns>
    public static async Task<bool> HandAsync(string shelf, Func<string, string, Task> hand, Func<byte[], Task> current)
    {
        var record = Path.Combine(shelf, "current");
        var handed = new HashSet<string>(StringComparer.Ordinal);
        for (var round = 0; round < MostRounds && File.Exists(record); round++)
        {
            var before = await File.ReadAllBytesAsync(record);
            foreach (var file in Directory.EnumerateFiles(shelf).Where(IsContent).Order(StringComparer.Ordinal))
            {
                if (handed.Add(file) && File.Exists(file))
                {
                    await hand(Path.GetFileName(file), file);
                }
            }

            // Packs and indexes are never added to once they are named: what the record names now was read whole.
            if ((await File.ReadAllBytesAsync(record)).AsSpan().SequenceEqual(before))
            {
                await current(before);
                return true;
            }
        }

        return false;
    }

    private static bool IsContent(string file) =>
        file.EndsWith(".pack", StringComparison.Ordinal) || file.EndsWith(".index", StringComparison.Ordinal);
}

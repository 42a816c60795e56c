using System.IO.Compression;

namespace Pamphlet.Imports.Files;

/// <summary>The files of a zip that somebody else made, opened as streams when they are needed.</summary>
internal static class ReadZip
{
    /// <param name="packed">The length of the zip itself, in bytes.</param>
    /// <exception cref="ExportRefusedException">A name climbs out of the archive, or it grows out of all proportion.</exception>
    public static IEnumerable<ExportFile> Files(ZipArchive archive, long packed)
    {
        if (archive.Entries.Count > ExportLimits.Files)
        {
            throw TooLarge($"it lists {archive.Entries.Count} files");
        }

        // Summed over all entries: a bomb may hide its growth in many, or let them overlap.
        var claimed = 0L;
        foreach (var entry in archive.Entries)
        {
            claimed = long.CreateSaturating((Int128)claimed + entry.Length);
        }

        if (claimed > ExportLimits.RatioFrom && claimed / Math.Max(1, packed) > ExportLimits.Ratio)
        {
            throw TooLarge($"{packed} bytes claim to hold {claimed}");
        }

        return archive
            .Entries.Where(entry => entry.FullName.Length > 0 && !entry.FullName.EndsWith('/'))
            .Where(entry => !ExportMarks.IsNoise(entry.FullName))
            .Select(entry => new ExportFile(Checked(entry.FullName), entry.Length, () => Open(entry))
            {
                Modified = new DateTimeOffset(entry.LastWriteTime.DateTime, TimeSpan.Zero),
            })
            .ToList();
    }

    private static BoundedStream Open(ZipArchiveEntry entry) =>
        new(entry.Open(), Math.Min(entry.Length, ExportLimits.Feed), entry.FullName);

    private static string Checked(string name) =>
        name.StartsWith('/')
        || name.Contains('\\', StringComparison.Ordinal)
        || name.Contains(':', StringComparison.Ordinal) && IsDrive(name)
        || name.Split('/').Contains("..", StringComparer.Ordinal)
            ? throw new ExportRefusedException(
                ImportRefusal.Hostile,
                $"The zip holds a file named «{name}», which would lie outside of it: no export does that."
            )
            : name;

    private static bool IsDrive(string name) => name is [var letter, ':', ..] && char.IsAsciiLetter(letter);

    private static ExportRefusedException TooLarge(string how) =>
        new(ImportRefusal.TooLarge, $"The zip is not what it seems: {how}.");
}

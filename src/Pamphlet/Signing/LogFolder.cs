using System.Globalization;

namespace Pamphlet.Signing;

/// <summary>Where the files of a log lie: the only place that knows their names.</summary>
internal sealed class LogFolder(string folder)
{
    public string Folder { get; } = folder;

    /// <summary>The head that was signed last.</summary>
    public string Checkpoint => Path.Combine(Folder, "checkpoint");

    /// <summary>A head with what witnesses added to it.</summary>
    public string Cosigned => Path.Combine(Folder, "cosigned");

    /// <param name="level">Counted in tiles.</param>
    public string Hashes(int level, long tile) => Path.Combine(Folder, "hashes", Name(level), Name(tile));

    public string Entries(long tile) => Path.Combine(Folder, "entries", Name(tile));

    /// <param name="edition">The shelf's number.</param>
    public string Seal(long edition) => Path.Combine(Folder, "seals", Name(edition));

    /// <summary>What changed up to an edition, named by the log's numbers of the edition before and itself.</summary>
    public string Delta(long from, long to) => Path.Combine(Folder, "deltas", $"{Name(from)}-{Name(to)}");

    public IEnumerable<(long From, long To)> Deltas() =>
        !Directory.Exists(Path.Combine(Folder, "deltas"))
            ? []
            : Directory
                .EnumerateFiles(Path.Combine(Folder, "deltas"))
                .Select(file => Path.GetFileName(file).Split('-'))
                .Where(parts => parts.Length == 2)
                .Select(parts => (Number(parts[0]), Number(parts[1])));

    public IEnumerable<long> Seals() =>
        !Directory.Exists(Path.Combine(Folder, "seals"))
            ? []
            : Directory
                .EnumerateFiles(Path.Combine(Folder, "seals"))
                .Select(Path.GetFileName)
                .Where(name => !name!.Contains('.', StringComparison.Ordinal))
                .Select(name => Number(name!));

    private static string Name(long number) => number.ToString("D6", CultureInfo.InvariantCulture);

    private static long Number(string name) => long.Parse(name, CultureInfo.InvariantCulture);
}

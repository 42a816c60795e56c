using System.Globalization;

namespace Pamphlet.Editions.Shelving;

/// <summary>Where the files of a shelf lie: the only place that knows their names.</summary>
internal sealed class ShelfLayout(string folder)
{
    public string Folder { get; } = folder;

    /// <summary>Names the editions that are kept; replaced by a rename, last of all.</summary>
    public string Current => Path.Combine(Folder, "current");

    /// <summary>What will become <see cref="Current"/>; worthless until it is renamed.</summary>
    public string NextCurrent => Path.Combine(Folder, "current.next");

    public string Pack(uint number) => Path.Combine(Folder, Named(number, "pack"));

    public string Index(uint number) => Path.Combine(Folder, Named(number, "index"));

    /// <summary>The packs and indexes that lie here, listed by <see cref="Current"/> or not.</summary>
    public IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Folder, "*.pack").Concat(Directory.EnumerateFiles(Folder, "*.index"));

    private static string Named(uint number, string kind) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:D10}.{kind}");
}

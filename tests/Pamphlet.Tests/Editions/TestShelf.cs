using System.Text;
using Pamphlet.Editions.Shelving;
using Pamphlet.Seal;

namespace Pamphlet.Tests.Editions;

/// <summary>A shelf in a folder of its own, and short words for what the tests do with it.</summary>
internal sealed class TestShelf : IDisposable
{
    public const string Build = "b1";
    private const string Memory = "/dev/shm";

    public TestShelf()
    {
        // In memory where there is such a folder: the tests flush hundreds of times, and no power is cut.
        Folder = Directory.Exists(Memory)
            ? Path.Combine(Memory, Path.GetRandomFileName())
            : Directory.CreateTempSubdirectory("pamphlet-shelf-").FullName;
        Shelf = EditionShelf.Open(Folder);
    }

    public string Folder { get; }

    public EditionShelf Shelf { get; private set; }

    public Edition Whole(params (string Path, string Text)[] files) => Publish(isWhole: true, forget: false, files);

    /// <summary>An empty text drops the file.</summary>
    public Edition Change(params (string Path, string Text)[] files) => Publish(isWhole: false, forget: false, files);

    public Edition Publish(bool isWhole, bool forget, params (string Path, string Text)[] files)
    {
        using var draft = Shelf.Begin(isWhole);
        foreach (var (path, text) in files)
        {
            if (text.Length == 0)
            {
                draft.Drop(SitePath.From(path));
            }
            else
            {
                draft.Put(SitePath.From(path), Encoding.UTF8.GetBytes(text));
            }
        }

        return Shelf.Publish(draft, Shelf.Shows with { UpTo = Shelf.Shows.UpTo + 1 }, Build, forget);
    }

    public void Reopen() => Shelf = EditionShelf.Open(Folder);

    public static Dictionary<string, string> Read(Edition? edition) =>
        edition is null
            ? []
            : edition
                .Files()
                .ToDictionary(
                    file => Encoding.UTF8.GetString(file.Path),
                    file => Encoding.UTF8.GetString(edition.Bytes(file.Entry.Forms.Identity)),
                    StringComparer.Ordinal
                );

    /// <summary>Flips a bit in the middle of the first place where some bytes lie.</summary>
    public void Flip(ReadOnlySpan<byte> bytes)
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*.pack"))
        {
            var content = File.ReadAllBytes(file);
            var at = content.AsSpan().IndexOf(bytes);
            if (at >= 0)
            {
                using var pack = File.OpenHandle(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
                RandomAccess.Write(pack, [(byte)(content[at + (bytes.Length / 2)] ^ 4)], at + (bytes.Length / 2));
                return;
            }
        }

        throw new InvalidOperationException("No pack holds these bytes.");
    }

    /// <summary>Whether some bytes lie in any file of the shelf.</summary>
    public bool Holds(string text) => HoldsIn(Folder, text);

    public static bool HoldsIn(string folder, string text) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    /// <summary>A text that gzip shortens, with a word to look for that no compression hides from a search of its identity form.</summary>
    public static string Long(string word) => word + string.Concat(Enumerable.Repeat(" the same again", 100));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Pamphlet.Seal;

/// <summary>What a log remembers of an edition: one of its leaves.</summary>
/// <param name="Origin">The log's name.</param>
/// <param name="Number">Its place in the log, from 0.</param>
/// <param name="Time">In seconds since 1970, rounded to the hour by whoever writes it.</param>
/// <param name="Pages">Lines of the manifest.</param>
/// <param name="PageRoot">Of the tree over them.</param>
/// <param name="Manifest">SHA-256 of <c>manifest-sha256.txt</c>.</param>
/// <param name="ManifestLength">In bytes.</param>
/// <param name="Keys">SHA-256 of the newest key set that the edition carries, or null: it carries none.</param>
public sealed record EditionRecord(
    string Origin,
    long Number,
    long Time,
    long Pages,
    ContentHash PageRoot,
    ContentHash Manifest,
    long ManifestLength,
    ContentHash? Keys
)
{
    /// <summary>The first line; no log may be named so.</summary>
    public const string Title = "edition/v1";

    /// <summary>The longest record, in bytes: entry bundles count with 16 bits.</summary>
    public const int MaxBytes = 65_535;

    /// <summary>The leaf of the log's tree.</summary>
    public ContentHash LeafHash => TreeHash.Leaf(ToBytes());

    /// <summary>Reads a record that a stranger may have written.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out EditionRecord? record)
    {
        record = null;
        if (bytes.Length > MaxBytes || !ExactText.TryLines(bytes, out var text))
        {
            return false;
        }

        var lines = ExactText.Lines(text);
        if (
            lines.Length is not (6 or 7)
            || !ExactText.Same(lines[0], Title)
            || !ExactText.TryAfter(lines[1], "origin", out var origin)
            || !VerifierKey.IsName(origin)
            || !TryNumber(lines[2], "number", out var number)
            || !TryNumber(lines[3], "time", out var time)
            || !TryPages(lines[4], out var pages, out var root)
            || !TryManifest(lines[5], out var manifest, out var length)
            || !TryKeys(lines, out var keys)
        )
        {
            return false;
        }

        record = new EditionRecord(origin, number, time, pages, root, manifest, length, keys);
        return true;
    }

    /// <summary>The leaf's bytes.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Title}\norigin {Origin}\nnumber {Number}\ntime {Time}\npages {Pages} {SixBits.Of(PageRoot)}\nmanifest {Manifest} {ManifestLength}\n"
        ) + (Keys is { } keys ? $"keys {keys}\n" : "");

    private static bool TryNumber(string line, string word, out long number)
    {
        number = 0;
        return ExactText.TryAfter(line, word, out var rest) && ExactText.TryCount(rest, out number);
    }

    private static bool TryPages(string line, out long pages, out ContentHash root)
    {
        (pages, root) = (0, default);
        var parts = ExactText.TryAfter(line, "pages", out var rest) ? rest.Split(' ') : [];
        return parts.Length == 2
            && ExactText.TryCount(parts[0], out pages)
            && SixBits.TryDecodeHash(parts[1], out root);
    }

    private static bool TryManifest(string line, out ContentHash manifest, out long length)
    {
        (manifest, length) = (default, 0);
        var parts = ExactText.TryAfter(line, "manifest", out var rest) ? rest.Split(' ') : [];
        return parts.Length == 2
            && ContentHash.TryParse(parts[0], out manifest)
            && ExactText.TryCount(parts[1], out length);
    }

    private static bool TryKeys(string[] lines, out ContentHash? keys)
    {
        keys = null;
        if (lines.Length == 6)
        {
            return true;
        }

        if (!ExactText.TryAfter(lines[6], "keys", out var rest) || !ContentHash.TryParse(rest, out var hash))
        {
            return false;
        }

        keys = hash;
        return true;
    }
}

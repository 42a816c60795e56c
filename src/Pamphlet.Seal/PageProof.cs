using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Pamphlet.Seal;

/// <summary>
/// Proves what an edition has under one path, or that it has nothing there: then by the two lines between which it would stand. About a
/// kilobyte, where the whole manifest may be megabytes.
/// </summary>
/// <param name="Path">Of which it speaks.</param>
/// <param name="Lines">The line itself; or its neighbours, one or none at the edges.</param>
public sealed record PageProof(SitePath Path, IReadOnlyList<ProvenLine> Lines)
{
    private const string Title = "edition-page/v1";

    /// <summary>The line, where the proof says that the page is there.</summary>
    public ManifestLine? Page => Lines.Count == 1 && Lines[0].Line.Path == Path ? Lines[0].Line : null;

    /// <summary>Proves what a manifest says about a path.</summary>
    /// <param name="tree">Over the manifest's lines.</param>
    public static PageProof Of(EditionManifest manifest, PageTree tree, SitePath path)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(tree);
        var (low, high) = (0, manifest.Lines.Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var order = manifest.Lines[middle].Path.CompareTo(path);
            if (order == 0)
            {
                return new PageProof(path, [Line(middle)]);
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle);
        }

        var neighbours = new[] { low - 1, low }.Where(at => at >= 0 && at < manifest.Lines.Count);
        return new PageProof(path, [.. neighbours.Select(Line)]);

        ProvenLine Line(int at) => new(manifest.Lines[at], at, tree.Inclusion(at));
    }

    /// <summary>Whether the record's edition says so.</summary>
    public bool Holds(EditionRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (!Lines.All(line => line.Holds(record)))
        {
            return false;
        }

        return Page is not null || IsGap(record);
    }

    /// <summary>Reads a proof that a stranger sent.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out PageProof? proof)
    {
        proof = null;
        if (!ExactText.TryLines(bytes, out var text))
        {
            return false;
        }

        var lines = ExactText.Lines(text);
        if (
            lines.Length < 2
            || !ExactText.Same(lines[0], Title)
            || !ExactText.TryAfter(lines[1], "path", out var named)
            || !SitePath.TryParse(named, out var path)
        )
        {
            return false;
        }

        var proven = new List<ProvenLine>();
        var at = 2;
        while (at < lines.Length)
        {
            if (proven.Count == 2 || !TryLine(lines, ref at, out var line))
            {
                return false;
            }

            proven.Add(line);
        }

        proof = new PageProof(path, proven);
        return true;
    }

    /// <summary>The proof's bytes.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder(Title).Append(CultureInfo.InvariantCulture, $"\npath {Path}\n");
        foreach (var (line, index, hashes) in Lines)
        {
            text.Append(CultureInfo.InvariantCulture, $"line {index} {line.Hash}  {line.Path}\n")
                .Append(HashLines.Print(hashes));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static bool TryLine(string[] lines, ref int at, [NotNullWhen(true)] out ProvenLine? proven)
    {
        proven = null;
        if (!ExactText.TryAfter(lines[at], "line", out var rest))
        {
            return false;
        }

        var space = rest.IndexOf(' ', StringComparison.Ordinal);
        var end = at + 1;
        while (end < lines.Length && !lines[end].StartsWith("line ", StringComparison.Ordinal))
        {
            end++;
        }

        if (
            space < 0
            || !ExactText.TryCount(rest.AsSpan(0, space), out var index)
            || index > int.MaxValue
            || !EditionManifest.TryParse(Encoding.UTF8.GetBytes(rest[(space + 1)..] + "\n"), out var one, out _)
            || end - at - 1 > TreeProof.MostHashes
            || !HashLines.TryParse(lines.AsSpan(at + 1, end - at - 1), out var hashes)
        )
        {
            return false;
        }

        at = end;
        proven = new ProvenLine(one.Lines[0], (int)index, hashes);
        return true;
    }

    private bool IsGap(EditionRecord record) =>
        Lines.Count switch
        {
            0 => record.Pages == 0,
            1 => Lines[0].Line.Path.CompareTo(Path) < 0
                ? Lines[0].Index == record.Pages - 1
                : Lines[0].Index == 0 && Lines[0].Line.Path != Path,
            2 => Lines[0].Index + 1 == Lines[1].Index
                && Lines[0].Line.Path.CompareTo(Path) < 0
                && Lines[1].Line.Path.CompareTo(Path) > 0,
            _ => false,
        };
}

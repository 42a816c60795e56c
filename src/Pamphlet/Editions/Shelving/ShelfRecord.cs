using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Pamphlet.Seal;

namespace Pamphlet.Editions.Shelving;

/// <summary>An index file and what it must hash to.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct IndexName(uint Number, ContentHash Hash);

/// <summary>One edition as the shelf remembers it.</summary>
/// <param name="Number">Rising by one with each edition.</param>
/// <param name="Whole">Lists every file, but those that <paramref name="Overlay"/> lists anew or drops.</param>
/// <param name="Build">Which program rendered it: another may write other bytes for the same text.</param>
internal sealed record KeptEdition(long Number, string Build, IndexName Whole, IndexName? Overlay)
{
    public IEnumerable<uint> Indexes => Overlay is { } overlay ? [Whole.Number, overlay.Number] : [Whole.Number];
}

/// <summary>The file <c>current</c>: a few lines that decide what is served. It is replaced whole, by a rename.</summary>
/// <param name="LastFile">The highest number that a pack or index got.</param>
/// <param name="Shows">Which changes of the database's journal the served edition shows.</param>
/// <param name="Kept">The served edition first.</param>
/// <param name="Going">No longer served or kept; what only these list is still to be destroyed.</param>
internal sealed record ShelfRecord(
    uint LastFile,
    Shown Shows,
    IReadOnlyList<KeptEdition> Kept,
    IReadOnlyList<KeptEdition> Going
)
{
    private const string Title = "pamphlet shelf 1";

    public static ShelfRecord Empty { get; } = new(0, Shown.Nothing, [], []);

    /// <returns>Null where one bit is not as it was written.</returns>
    public static ShelfRecord? Parse(ReadOnlySpan<byte> bytes)
    {
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        try
        {
            var record = new ShelfRecord(
                uint.Parse(lines[1].Split(' ')[1], CultureInfo.InvariantCulture),
                ParseShown(lines[2]),
                [.. lines.Where(line => line.StartsWith("kept ", StringComparison.Ordinal)).Select(ParseEdition)],
                [.. lines.Where(line => line.StartsWith("going ", StringComparison.Ordinal)).Select(ParseEdition)]
            );
            return bytes.SequenceEqual(record.ToBytes()) ? record : null;
        }
        catch (Exception damage) when (damage is FormatException or OverflowException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    public byte[] ToBytes()
    {
        var text = new StringBuilder(Title)
            .Append('\n')
            .Append(CultureInfo.InvariantCulture, $"files {LastFile}\nshows {Shows.UpTo}");
        foreach (var missed in Shows.Missed)
        {
            text.Append(CultureInfo.InvariantCulture, $" -{missed}");
        }

        text.Append('\n');
        foreach (var edition in Kept)
        {
            Print(text.Append("kept "), edition);
        }

        foreach (var edition in Going)
        {
            Print(text.Append("going "), edition);
        }

        var check = ContentHash.Of(Encoding.UTF8.GetBytes(text.ToString()));
        return Encoding.UTF8.GetBytes(text.Append(CultureInfo.InvariantCulture, $"end {check}\n").ToString());
    }

    private static void Print(StringBuilder text, KeptEdition edition)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"{edition.Number} {edition.Build} {edition.Whole.Number} {edition.Whole.Hash}"
        );
        if (edition.Overlay is { } overlay)
        {
            text.Append(CultureInfo.InvariantCulture, $" {overlay.Number} {overlay.Hash}");
        }

        text.Append('\n');
    }

    // shows 17 -12 -15
    private static Shown ParseShown(string line)
    {
        var numbers = line.Split(' ')[1..].Select(word => long.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        return new Shown(numbers[0], [.. numbers[1..].Select(missed => -missed)]);
    }

    private static KeptEdition ParseEdition(string line)
    {
        var words = line.Split(' ');
        return new KeptEdition(
            long.Parse(words[1], CultureInfo.InvariantCulture),
            words[2],
            ParseIndex(words[3], words[4]),
            words.Length > 5 ? ParseIndex(words[5], words[6]) : null
        );
    }

    private static IndexName ParseIndex(string number, string hash) =>
        ContentHash.TryParse(hash, out var parsed)
            ? new IndexName(uint.Parse(number, CultureInfo.InvariantCulture), parsed)
            : throw new FormatException(hash);
}

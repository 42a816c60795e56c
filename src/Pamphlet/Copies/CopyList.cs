using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pamphlet.Editions.Shelving;
using Pamphlet.Reading;
using Pamphlet.Seal;

namespace Pamphlet.Copies;

/// <summary>Which copies lie ready, in a form that machines read and that is signed with every edition: a mirror can hold them too.</summary>
/// <remarks>A line: <c>copy &lt;kind&gt; &lt;edition&gt; &lt;bytes&gt; &lt;SHA-256&gt; &lt;name&gt;</c>; it lies at <c>copies/&lt;16 digits of the hash&gt;/&lt;name&gt;</c>.</remarks>
internal static partial class CopyList
{
    /// <summary>In every edition.</summary>
    public static SitePath Path { get; } = SitePath.From("edition/copies.txt");

    private const string Beginning = "copy ";
    private const int Named = 16;
    private const int Most = 100;

    public static byte[] Print(IEnumerable<CopyFact> copies) =>
        Encoding.UTF8.GetBytes(string.Concat(copies.Select(copy => $"{Beginning}{Line(copy)}\n")));

    /// <summary>What a held edition names; a line that could lead out of the folder of copies is none.</summary>
    public static IReadOnlyList<CopyFact> In(Edition edition) =>
        edition.TryFind(Encoding.UTF8.GetBytes(Path.Value), out var entry)
            ?
            [
                .. Encoding
                    .UTF8.GetString(edition.Bytes(entry.Forms.Identity))
                    .Split('\n')
                    .Where(line => line.StartsWith(Beginning, StringComparison.Ordinal))
                    .Select(line => Parse(line[Beginning.Length..]))
                    .OfType<CopyFact>()
                    .Take(Most),
            ]
            : [];

    /// <summary>Where a copy lies, from the site's root.</summary>
    public static string PathOf(string hash, string name) => $"copies/{hash[..Named]}/{name}";

    public static string Line(CopyFact copy) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{copy.Kind} {copy.Edition} {copy.Size} {copy.Hash} {System.IO.Path.GetFileName(copy.Path)}"
        );

    /// <returns>Null: it is none.</returns>
    public static CopyFact? Parse(string line) =>
        line.Split(' ') is [var kind, var edition, var size, var hash, var name]
        && Enum.TryParse<CopyKind>(kind, out var known)
        && Enum.IsDefined(known)
        && long.TryParse(edition, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
        && ContentHash.TryParse(hash, out _)
        && Name().IsMatch(name)
            ? new CopyFact(known, PathOf(hash, name), bytes, hash, number)
            : null;

    [GeneratedRegex(@"^[a-z0-9-]{1,64}\.(zip|epub|pdf|torrent|zim)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}

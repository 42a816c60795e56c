using System.Globalization;
using System.Text;
using Pamphlet.Editions.Shelving;
using Pamphlet.Seal;
using Pamphlet.Signing;

namespace Pamphlet.Mirrors;

/// <summary>The mirrors that the editors consented to: signed with every edition, so that any one copy leads to the others.</summary>
/// <remarks>A line: <c>mirror &lt;address&gt; &lt;witness key&gt; since &lt;day&gt;</c>. The mirror's own consent is its cosignature.</remarks>
internal sealed class SisterList(string dataFolder)
{
    /// <summary>In every edition.</summary>
    public static SitePath Path { get; } = SitePath.From("edition/mirrors.txt");

    private const int Most = 200;

    private string ListFile => System.IO.Path.Combine(dataFolder, "mirrors.txt");

    public IReadOnlyList<Sister> All() => File.Exists(ListFile) ? Parse(File.ReadAllBytes(ListFile)) : [];

    /// <summary>Adds a mirror, or takes its place.</summary>
    public void Add(Sister sister) => Write(All().Where(other => other.Address != sister.Address).Append(sister));

    /// <returns>Whether it was there.</returns>
    public bool Remove(Uri address)
    {
        var all = All();
        Write(all.Where(other => other.Address != address));
        return all.Any(other => other.Address == address);
    }

    public byte[] ToBytes() => Print(All());

    /// <summary>What a held edition names.</summary>
    public static IReadOnlyList<Sister> In(EditionShelf shelf)
    {
        if (shelf.HoldCurrent() is not { } edition)
        {
            return [];
        }

        try
        {
            return edition.TryFind(Encoding.UTF8.GetBytes(Path.Value), out var entry)
                ? Parse(edition.Bytes(entry.Forms.Identity))
                : [];
        }
        finally
        {
            edition.LetGo();
        }
    }

    private void Write(IEnumerable<Sister> sisters) => GrowingFile.Replace(ListFile, Print(sisters));

    private static byte[] Print(IEnumerable<Sister> sisters) =>
        Encoding.UTF8.GetBytes(
            string.Concat(
                sisters.Select(sister =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"mirror {sister.Address} {sister.Key} since {sister.Since:yyyy-MM-dd}\n"
                    )
                )
            )
        );

    private static List<Sister> Parse(ReadOnlySpan<byte> bytes)
    {
        var sisters = new List<Sister>();
        foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n'))
        {
            if (
                line.Split(' ') is ["mirror", var address, var key, "since", var day]
                && Uri.TryCreate(address, UriKind.Absolute, out var uri)
                && uri.Scheme is "http" or "https"
                && VerifierKey.TryParse(key, out var parsed)
                && DateOnly.TryParseExact(
                    day,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var since
                )
                && sisters.Count < Most
            )
            {
                sisters.Add(new Sister(uri, parsed, since));
            }
        }

        return sisters;
    }
}

/// <param name="Address">Where the copy is served; ends with a slash.</param>
/// <param name="Key">With which it cosigns.</param>
internal sealed record Sister(Uri Address, VerifierKey Key, DateOnly Since);

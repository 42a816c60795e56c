using System.Text.RegularExpressions;
using Pamphlet.Imports.Files;
using Pamphlet.Imports.Text.Albums;

namespace Pamphlet.Imports.Text;

/// <summary>
/// The pictures that lie in an export's own folder (<c>wp-content/uploads</c>, <c>content/images</c>, beside a text), found by the
/// end of an address's path. Where two files fit equally well, neither is taken.
/// </summary>
internal sealed partial class PictureFolder
{
    private readonly ILookup<string, ExportFile> byName;

    private PictureFolder(ILookup<string, ExportFile> byName)
    {
        this.byName = byName;
    }

    public static PictureFolder None { get; } = Of([]);

    public static PictureFolder Of(IEnumerable<ExportFile> files) =>
        new(
            files
                .Where(file => AlbumName.IsPicture(file.Name))
                .ToLookup(file => file.Name, StringComparer.OrdinalIgnoreCase)
        );

    /// <param name="path">From the old site's root, decoded: <c>/wp-content/uploads/2013/06/a-300x200.jpg</c>.</param>
    public ExportFile? Find(string path) =>
        path.Length is 0 or > 1000 ? null : Spellings(path).Select(Best).FirstOrDefault(file => file is not null);

    private static IEnumerable<string> Spellings(string path)
    {
        yield return path;
        // The systems show a smaller copy, and the folder often holds only the picture itself.
        var whole = GhostSize().Replace(path, "/");
        if (!whole.Equals(path, StringComparison.Ordinal))
        {
            yield return whole;
        }

        var unsized = WordPressSize().Replace(whole, "${ending}");
        if (!unsized.Equals(whole, StringComparison.Ordinal))
        {
            yield return unsized;
        }
    }

    private ExportFile? Best(string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
        {
            return null;
        }

        var fitting = byName[parts[^1]]
            .Select(file => (File: file, Shared: SharedEnd(file.Path.Split('/'), parts)))
            .OrderByDescending(pair => pair.Shared)
            .Take(2)
            .ToList();
        return fitting switch
        {
            [var only] => only.File,
            [var first, var second] when first.Shared > second.Shared => first.File,
            _ => null,
        };
    }

    private static int SharedEnd(string[] file, string[] address)
    {
        var shared = 0;
        while (
            shared < file.Length
            && shared < address.Length
            && file[^(shared + 1)].Equals(address[^(shared + 1)], StringComparison.OrdinalIgnoreCase)
        )
        {
            shared++;
        }

        return shared;
    }

    [GeneratedRegex(
        @"(-scaled|-[0-9]{1,5}x[0-9]{1,5}|_o)(?<ending>\.[A-Za-z]{3,4})$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex WordPressSize();

    [GeneratedRegex(
        "/size/w[0-9]{1,5}(h[0-9]{1,5})?/(format/[a-z]{3,4}/)?",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex GhostSize();
}

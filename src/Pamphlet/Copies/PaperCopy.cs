using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Pamphlet.Editions.Shelving;
using Pamphlet.Rendering;
using Pamphlet.Seal;

namespace Pamphlet.Copies;

/// <summary>An edition as copies are made of it: only its own bytes, so that a mirror makes the same copies as the paper.</summary>
/// <remarks>Whoever makes one holds the edition meanwhile.</remarks>
internal sealed class PaperCopy
{
    private const string Site = "data/";
    private readonly Edition edition;

    private PaperCopy(Edition edition, string name, Language language, string? home)
    {
        this.edition = edition;
        (Name, Language, Home) = (name, language, home);
    }

    public string Name { get; }

    public Language Language { get; }

    /// <summary>Where the world finds the paper, with a slash at its end, or null.</summary>
    public string? Home { get; }

    public long Number => edition.Number;

    /// <returns>Null: the edition has no front page.</returns>
    public static PaperCopy? Of(Edition edition)
    {
        var unnamed = new PaperCopy(edition, "", Language.English, null);
        if (unnamed.Page("index.html") is not { } front)
        {
            return null;
        }

        var name = front.QuerySelector(".masthead .name bdi");
        _ = Language.TryParse(name?.GetAttribute("lang"), out var language);
        var home = front.QuerySelector("link[rel=canonical]")?.GetAttribute("href");
        return new PaperCopy(
            edition,
            name?.TextContent.Trim() ?? "",
            language,
            home?.EndsWith("index.html", StringComparison.Ordinal) == true ? home[..^"index.html".Length] : home
        );
    }

    /// <param name="path">From the site's root.</param>
    public byte[]? Read(string path) =>
        edition.TryFind(Encoding.UTF8.GetBytes(Site + path), out var entry) && entry.State == EntryState.Listed
            ? edition.Bytes(entry.Forms.Identity).ToArray()
            : null;

    public IHtmlDocument? Page(string path) =>
        Read(path) is { } bytes ? new HtmlParser().ParseDocument(Encoding.UTF8.GetString(bytes)) : null;

    /// <returns>Null: there is no such text.</returns>
    public CopiedText? Text(string path) =>
        SitePath.TryParse(path, out var site) && Page(path) is { } page ? CopiedText.Of(site, page) : null;

    /// <summary>Every text, oldest first; a page of lists, subjects or search is none.</summary>
    public IEnumerable<CopiedText> Texts() =>
        Paths()
            .Select(Text)
            .OfType<CopiedText>()
            .OrderBy(text => text.Date, StringComparer.Ordinal)
            .ThenBy(text => text.Path);

    /// <summary>The last texts that stand in time, oldest first; of the others nothing is read but their day.</summary>
    public IReadOnlyList<CopiedText> Newest(int most) =>
        [
            .. Paths()
                .Select(path => (Path: path, Day: DayOf(path)))
                .Where(text => text.Day.Length > 0)
                .OrderByDescending(text => text.Day, StringComparer.Ordinal)
                .ThenBy(text => text.Path, StringComparer.Ordinal)
                .Take(most)
                .Reverse()
                .Select(text => Text(text.Path))
                .OfType<CopiedText>(),
        ];

    /// <summary>The texts of a series, in its order.</summary>
    public IReadOnlyList<CopiedText> Series(string slug, out string title)
    {
        var path = $"series/{slug}.html";
        var page = Page(path);
        title = page?.QuerySelector("h1")?.TextContent.Trim() ?? "";
        return page is null
            ? []
            :
            [
                .. page.QuerySelectorAll("ol.parts > li > a")
                    .Select(link => InSite(path, link.GetAttribute("href") ?? ""))
                    .OfType<string>()
                    .Select(Text)
                    .OfType<CopiedText>(),
            ];
    }

    /// <summary>Where a document-relative link leads, from the site's root; null: elsewhere.</summary>
    /// <param name="from">The page it stands on.</param>
    public static string? InSite(string from, string href)
    {
        var mark = href.IndexOfAny(['#', '?']);
        var path = mark < 0 ? href : href[..mark];
        if (path.Length == 0 || path.Contains(':', StringComparison.Ordinal) || path.StartsWith('/'))
        {
            return null;
        }

        var parts = new List<string>(from.Split('/')[..^1]);
        foreach (var part in path.Split('/'))
        {
            if (part is not "..")
            {
                parts.Add(part);
            }
            else if (parts.Count == 0)
            {
                return null;
            }
            else
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }

        return Uri.UnescapeDataString(string.Join('/', parts));
    }

    private string DayOf(string path)
    {
        var page = Read(path).AsSpan();
        var mark = "class=\"dt-published\" datetime=\""u8;
        var at = page.IndexOf(mark);
        return at < 0 ? "" : Encoding.UTF8.GetString(page.Slice(at + mark.Length, 10));
    }

    private IEnumerable<string> Paths() =>
        edition
            .Files()
            .Where(file => file.Entry.State == EntryState.Listed)
            .Select(file => Encoding.UTF8.GetString(file.Path))
            .Where(path =>
                path.StartsWith(Site, StringComparison.Ordinal) && path.EndsWith(".html", StringComparison.Ordinal)
            )
            .Where(path =>
                edition.TryFind(Encoding.UTF8.GetBytes(path), out var entry)
                && edition.Bytes(entry.Forms.Identity).IndexOf("class=\"post h-entry\""u8) >= 0
            )
            .Select(path => path[Site.Length..]);
}

using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Pamphlet.Tests.Stories;

/// <summary>
/// Follows every link of a folder without a server: what leads to a file and a place in it works on the web, under any
/// mirror's path, from a USB stick and in an archive alike.
/// </summary>
internal static class Links
{
    // The root of a USB stick or of somebody's mirror; a link that climbs above it shows.
    private static readonly Uri Root = new("file:///of/somebody/paper/");

    private const string NotFound = "404.html";

    private static readonly (string Selector, string Attribute)[] Carriers =
    [
        ("a[href], area[href], link[href]", "href"),
        ("img[src], source[src], audio[src], video[src], track[src], iframe[src], embed[src], script[src]", "src"),
        ("blockquote[cite], q[cite], ins[cite], del[cite]", "cite"),
        ("object[data]", "data"),
        ("video[poster]", "poster"),
    ];

    public static IReadOnlyList<string> Faults(string folder)
    {
        var parser = new HtmlParser();
        var pages = Directory
            .EnumerateFiles(folder, "*.html", SearchOption.AllDirectories)
            .ToDictionary(
                file => Path.GetRelativePath(folder, file),
                file => parser.ParseDocument(File.ReadAllText(file)),
                StringComparer.Ordinal
            );

        return
        [
            .. from page in pages
            from link in LinksOf(page.Value)
            let fault = FaultOf(folder, pages, page.Key, link)
            where fault is not null
            select $"{page.Key}: {link.Written}: {fault}",
        ];
    }

    private static IEnumerable<(IElement Element, string Written)> LinksOf(IParentNode page) =>
        Carriers
            .SelectMany(carrier =>
                page.QuerySelectorAll(carrier.Selector)
                    .Select(element => (element, element.GetAttribute(carrier.Attribute)!))
            )
            .Concat(
                page.QuerySelectorAll("[srcset]")
                    .SelectMany(element =>
                        element.GetAttribute("srcset")!.Split(',').Select(one => (element, one.Trim().Split(' ')[0]))
                    )
            );

    private static string? FaultOf(
        string folder,
        Dictionary<string, AngleSharp.Html.Dom.IHtmlDocument> pages,
        string page,
        (IElement Element, string Written) link
    )
    {
        var (element, written) = link;
        var from = new Uri(Root, string.Join('/', page.Split('/').Select(Uri.EscapeDataString)));
        if (!Uri.TryCreate(from, written, out var target))
        {
            return "is no address";
        }

        if (target.Scheme != Root.Scheme)
        {
            // A reader may choose to go elsewhere; a page may not load from there.
            return Goes(element) ? null : "is loaded from elsewhere";
        }

        // A web server answers with it at any address, so it can only count from the host's root. Nothing links to it.
        if (page == NotFound && written.StartsWith('/'))
        {
            return null;
        }

        if (written.StartsWith('/') || written.StartsWith("file:", StringComparison.Ordinal))
        {
            return "leads to the root of the host, not of the paper";
        }

        if (!target.AbsolutePath.StartsWith(Root.AbsolutePath, StringComparison.Ordinal))
        {
            return "leads out of the paper";
        }

        var file = Uri.UnescapeDataString(target.AbsolutePath[Root.AbsolutePath.Length..]);
        if (!File.Exists(Path.Combine(folder, file)))
        {
            return "leads to no file";
        }

        var place = Uri.UnescapeDataString(target.Fragment.TrimStart('#'));
        return place.Length > 0 && pages.TryGetValue(file, out var there) && there.GetElementById(place) is null
            ? "leads to no place on that page"
            : null;
    }

    private static bool Goes(IElement element) =>
        element.LocalName is "a" or "area" or "blockquote" or "q" or "ins" or "del"
        || (element.LocalName == "link" && element.GetAttribute("rel") is "canonical" or "alternate" or "license");
}

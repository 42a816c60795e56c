using AngleSharp.Dom;
using Pamphlet.Reading;

namespace Pamphlet.Copies;

/// <summary>What a printed copy leads back to: addresses of the paper and the key by which it is known, read from the edition itself.</summary>
internal static class Whereabouts
{
    // More would make a code that old cameras do not read.
    private const int MostMirrors = 2;

    /// <returns>A line each; none for an edition that nobody signed.</returns>
    public static IReadOnlyList<string> Of(PaperCopy paper)
    {
        if (paper.Page(Files.Verify.Value) is not { } page)
        {
            return [];
        }

        var mirrors = page.QuerySelectorAll("article.post li > a[href^='http']")
            .Select(link => link.GetAttribute("href")!)
            .Take(MostMirrors);
        var onion = paper
            .Page(Files.Copies.Value)
            ?.QuerySelectorAll("article.post bdi.long")
            .Select(address => address.TextContent.Trim())
            .FirstOrDefault();
        return
        [
            .. new[] { paper.Home, onion }.Concat(mirrors).OfType<string>(),
            page.QuerySelector("article.post pre code")?.TextContent.Trim() ?? "",
        ];
    }
}

using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Pamphlet.Rendering;

namespace Pamphlet.Mentions;

/// <summary>What a stranger's page says of a text of ours: whether it links it, and in whose words.</summary>
internal static class FindLink
{
    private const int LongestTitle = 150;
    private const int LongestExcerpt = 400;
    private const int LongestName = 40;

    // Beyond it a tree is a trap: what is nested deeper is no text.
    private const int MostElements = 50_000;

    /// <returns>Null: it does not link it.</returns>
    public static Mention? In(AskedPage page, Uri target)
    {
        var document = new HtmlParser().ParseDocument(page.Html);
        var from = page.Address!;
        var link = document
            .All.Take(MostElements)
            .FirstOrDefault(element => Named(element) is { } named && Leads(from, named, target));
        if (link is null)
        {
            return null;
        }

        var entry = link.Closest(".h-entry");
        var title = Words(entry?.QuerySelector(".p-name")?.TextContent ?? document.Title ?? "", LongestTitle);
        var author = Words(
            (entry?.QuerySelector(".p-author .p-name") ?? entry?.QuerySelector(".p-author"))?.TextContent ?? "",
            LongestName
        );
        var around = link.Closest("p, li, blockquote, td, dd, figcaption")?.TextContent;
        var said = Words(entry?.QuerySelector(".p-summary")?.TextContent ?? around ?? "", LongestExcerpt);
        return new Mention(title, author, said);
    }

    private static string? Named(IElement element) =>
        element.LocalName switch
        {
            "a" or "area" => element.GetAttribute("href"),
            "blockquote" or "q" => element.GetAttribute("cite"),
            _ => null,
        };

    // A place within a text is the text.
    private static bool Leads(Uri from, string named, Uri target) =>
        Uri.TryCreate(from, named, out var led)
        && led.Scheme is "http" or "https"
        && string.Equals(
            led.GetLeftPart(UriPartial.Query),
            target.GetLeftPart(UriPartial.Query),
            StringComparison.Ordinal
        );

    private static string Words(string text, int most)
    {
        var words = string.Join(' ', ReadersText.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= most
            ? words
            : $"{words[..(char.IsHighSurrogate(words[most - 2]) ? most - 2 : most - 1)]}…";
    }
}

/// <summary>A stranger's few words; each may be <c>""</c>.</summary>
internal sealed record Mention(string Title, string Author, string Said);

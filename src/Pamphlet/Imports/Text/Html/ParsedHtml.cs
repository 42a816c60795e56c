using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Pamphlet.Imports.Text.Flow;

namespace Pamphlet.Imports.Text.Html;

/// <summary>A stranger's HTML as a tree, as a browser without scripts reads it. Nothing is loaded.</summary>
internal static class ParsedHtml
{
    /// <summary>In characters. Ten times the longest book; pictures within a text count.</summary>
    private const int MostCharacters = 32 * 1024 * 1024;

    private static readonly HtmlParserOptions Options = new() { IsScripting = false, IsEmbedded = false };

    public static IElement Body(string html, DroppedCounts dropped)
    {
        if (html.Length > MostCharacters)
        {
            html = html[..MostCharacters];
            dropped.Add("text beyond 32 million characters");
        }

        html = OpenElements.Bound(html, out var taken);
        if (taken > 0)
        {
            dropped.Add("tag too deep", taken);
        }

        var document = new HtmlParser(Options).ParseDocument(html);

        // What a text begins with may be moved to the head: a script, a style.
        foreach (var element in document.Head?.Children.ToArray() ?? [])
        {
            DroppedElements.Takes(element, dropped);
        }

        return document.Body!;
    }
}

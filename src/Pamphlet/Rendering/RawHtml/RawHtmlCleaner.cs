using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using Pamphlet.Rendering.Tree;

namespace Pamphlet.Rendering.RawHtml;

/// <summary>Makes one safe tree of a text that mixes Markdown with HTML.</summary>
internal static class RawHtmlCleaner
{
    // Where HTML is nested as none may be, a parser mends it otherwise the second time: a browser would show, and our list would
    // have judged, two different trees. Honest HTML is the same after one round.
    private const int MostRounds = 4;

    private static readonly HtmlSanitizer SecondWall = AllowedHtml.CreateSanitizer();

    /// <returns>The tree, and what it no longer holds.</returns>
    /// <exception cref="TooMuchException">HTML that no browser would take well either: the text's fault.</exception>
    public static (HtmlElement Tree, IReadOnlyDictionary<string, int> Dropped) Clean(
        HtmlElement body,
        string source,
        TreeBuilder builder
    )
    {
        var printer = new MarkedPrinter(source);
        var html = printer.Print(body);
        if (RawHtmlGate.IsTooMuch(html))
        {
            throw new TooMuchException();
        }

        var dropped = new DroppedHtml();
        var filter = new RawHtmlFilter(printer, dropped, builder.Words);
        var clean = Filtered(html, filter);
        for (var round = 0; round < MostRounds; round++)
        {
            var written = clean.InnerHtml;
            clean = Filtered(written, filter);
            if (string.Equals(clean.InnerHtml, written, StringComparison.Ordinal))
            {
                return (new RawHtmlReader(printer, dropped, builder).Read(clean), dropped.Counts);
            }
        }

        throw new TooMuchException();
    }

    private static IElement Filtered(string html, RawHtmlFilter filter)
    {
        // With its type named: without one, a parser reads by the rules of twenty years ago.
        var parser = new HtmlParser();
        var document = parser.ParseDocument("<!doctype html><body></body>");
        var body = document.Body!;
        body.Append([.. parser.ParseFragment(html, body)]);
        filter.Filter(body);
        SecondWall.SanitizeDom(document, body);
        return body;
    }
}

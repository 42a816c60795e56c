using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using Pamphlet.Rendering.Tree;

namespace Pamphlet.Rendering.RawHtml;

/// <summary>Makes one safe tree of a text that mixes Markdown with HTML.</summary>
internal static class RawHtmlCleaner
{
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
        var parser = new HtmlParser();
        var document = parser.ParseDocument("<body></body>");
        document.Body!.Append([.. parser.ParseFragment(html, document.Body)]);
        new RawHtmlFilter(printer, dropped, builder.Words).Filter(document.Body);
        SecondWall.SanitizeDom(document, document.Body);
        return (new RawHtmlReader(printer, dropped, builder).Read(document.Body), dropped.Counts);
    }
}

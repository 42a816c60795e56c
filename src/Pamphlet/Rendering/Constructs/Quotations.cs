using Markdig.Syntax;
using Pamphlet.Rendering.Dialect;
using Pamphlet.Rendering.Tree;

namespace Pamphlet.Rendering.Constructs;

/// <summary>Somebody else's words, and where they come from.</summary>
internal static class Quotations
{
    public static HtmlElement Build(QuoteBlock source, TreeBuilder tree)
    {
        var from = SourceLine.Take(source);
        var quotation = new HtmlElement("blockquote");
        tree.AddQuoted(source, quotation);
        return from is null ? quotation : Captioned("quotation", quotation, from, tree);
    }

    public static HtmlElement BuildEpigraph(FenceBlock source, TreeBuilder tree)
    {
        var from = SourceLine.Take(source);
        var quotation = new HtmlElement("blockquote");
        if (source is [QuoteBlock inner])
        {
            from ??= SourceLine.Take(inner);
            tree.AddQuoted(inner, quotation);
        }
        else
        {
            tree.AddQuoted(source, quotation);
        }

        return Captioned("epigraph", quotation, from, tree);
    }

    private static HtmlElement Captioned(string className, HtmlElement quotation, SourceLine? from, TreeBuilder tree)
    {
        var figure = new HtmlElement("figure").With("class", className).Add(quotation);
        return from is null ? figure : figure.Add(tree.AddSourceWords(from, new HtmlElement("figcaption")));
    }
}

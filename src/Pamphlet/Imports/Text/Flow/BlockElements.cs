using AngleSharp.Dom;
using Pamphlet.Imports.Text.Html;
using Pamphlet.Imports.Text.Tree;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>Elements that are a block of their own.</summary>
internal static class BlockElements
{
    /// <returns>False for a paragraph or a mere division.</returns>
    public static bool TryRead(IElement element, RunStyle style, Conversion conversion, out IReadOnlyList<Block> read)
    {
        if (conversion.Notes.Bodies.TryGetValue(element, out var label))
        {
            read = [new Note(label, FlowReader.Read(element, style, conversion))];
            return true;
        }

        if (IsVerse(element))
        {
            read = VerseReader.Read(element, style, conversion);
            return true;
        }

        switch (element.LocalName)
        {
            case ['h', >= '1' and <= '6']:
                read = HeadingReader.Read(element, style, conversion);
                return true;
            case "hr":
                read = [new Rule()];
                return true;
            case "blockquote" or "quote":
                read = QuotationReader.Read(element, style, conversion);
                return true;
            case "ul" or "menu" or "dir" or "ol":
                read = ListReader.Read(element, conversion);
                return true;
            case "dl":
                read = DefinitionReader.Read(element, style, conversion);
                return true;
            case "pre" or "listing" or "xmp" or "plaintext":
                read = CodeReader.Read(element);
                return true;
            case "table":
                read = TableReader.Read(element, style, conversion);
                return true;
            case "figure":
                read = FigureReader.Read(element, style, conversion);
                return true;
            case "div" or "dl" when element.ClassList.Contains("wp-caption"):
                read = FigureReader.Read(element, style, conversion);
                return true;
            case "iframe" or "embed" or "object" or "video" or "audio" or "applet":
                read = EmbedReader.Read(element, conversion);
                return true;
            case "details":
                read = DetailsReader.Read(element, style, conversion);
                return true;
            default:
                read = [];
                return false;
        }
    }

    private static bool IsVerse(IElement element) =>
        element.LocalName is "div" or "p" or "pre" or "blockquote"
        && element.ClassList.Any(name => name is "poem" or "verse" or "poetry" or "wp-block-verse");
}

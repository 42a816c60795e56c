using AngleSharp.Dom;
using Pamphlet.Imports.Text.Tree;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>A part that the reader opens.</summary>
internal static class DetailsReader
{
    public static IReadOnlyList<Block> Read(IElement element, RunStyle style, Conversion conversion)
    {
        var summary = element.Children.FirstOrDefault(child => child.LocalName is "summary");
        var words = string.Join(
            ' ',
            CleanText.Of(summary?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        summary?.Remove();
        var blocks = FlowReader.Read(element, style, conversion);
        return words.Length == 0 ? blocks : [new Details(words, blocks)];
    }
}

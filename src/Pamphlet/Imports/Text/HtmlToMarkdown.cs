using Pamphlet.Imports.Text.Flow;
using Pamphlet.Imports.Text.Html;
using Pamphlet.Imports.Text.Printing;
using Pamphlet.Imports.Text.Tree;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Text;

/// <summary>The HTML of a text from elsewhere to this paper's Markdown. Pure; bounded; never throws for what a stranger wrote.</summary>
internal static class HtmlToMarkdown
{
    public static ConvertedText Convert(string html, HtmlToMarkdownOptions options)
    {
        var dropped = new DroppedCounts();
        var body = ParsedHtml.Body(html, dropped);
        var conversion = new Conversion(body, options, dropped) { Language = options.Language };
        var reader = new FlowReader(conversion, isWholeText: true);
        reader.ReadChildren(body, RunStyle.Plain);
        var markdown = new BlockPrinter().PrintText(reader.Finish());
        return new ConvertedText(
            CleanText.Of(markdown),
            conversion.Pictures.Shown,
            conversion.Pictures.Missing,
            dropped.Counts,
            conversion.HasCut
        );
    }
}

using Pamphlet.Imports.Text.Flow;
using Pamphlet.Imports.Text.Html;
using Pamphlet.Imports.Text.Printing;
using Pamphlet.Imports.Text.Tree;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Text;

/// <summary>A comment's HTML to the strict Markdown of comments: paragraphs, quotations, lists, emphasis, code and links.</summary>
/// <remarks>Newer comments end their lines with line feeds, older ones with <c>BR</c>: both count, and a comment that has both has a line once.</remarks>
internal static class CommentHtmlToMarkdown
{
    /// <returns><c>""</c> where nothing that can be read is left.</returns>
    /// <param name="rewrite">Gives an address of a text of the old site as the paper's own; others back as they were.</param>
    public static string Convert(string html, Func<string, string>? rewrite = null)
    {
        var dropped = new DroppedCounts();
        var body = ParsedHtml.Body(OneLineEnd(html), dropped);
        var conversion = new Conversion(
            body,
            new HtmlToMarkdownOptions(Language.English)
            {
                LinesAreParagraphs = true,
                RewriteAddress = rewrite ?? (address => address),
            },
            dropped
        );
        var reader = new FlowReader(conversion);
        reader.ReadChildren(body, RunStyle.Plain);
        return CleanText.Of(new BlockPrinter(allowsHtml: false).PrintText(PlainBlocks.Of(reader.Finish())));
    }

    private static string OneLineEnd(string html)
    {
        html = html.ReplaceLineEndings("\n");
        foreach (var end in (string[])["<br>", "<br/>", "<br />"])
        {
            html = html.Replace(end + "\n", end, StringComparison.OrdinalIgnoreCase);
        }

        return html;
    }
}

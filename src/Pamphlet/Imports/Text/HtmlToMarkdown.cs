namespace Pamphlet.Imports.Text;

/// <summary>The HTML of a text from elsewhere to this paper's Markdown. Pure; bounded; never throws for what a stranger wrote.</summary>
internal static class HtmlToMarkdown
{
    public static ConvertedText Convert(string html, HtmlToMarkdownOptions options) =>
        throw new NotSupportedException();
}

namespace Pamphlet.Imports.Text;

/// <summary>A comment's HTML to the strict Markdown of comments: paragraphs, quotations, lists, emphasis, code and links.</summary>
internal static class CommentHtmlToMarkdown
{
    /// <returns><c>""</c> where nothing that can be read is left.</returns>
    public static string Convert(string html) => throw new NotSupportedException();
}

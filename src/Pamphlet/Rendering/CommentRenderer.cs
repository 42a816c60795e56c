namespace Pamphlet.Rendering;

/// <summary>A reader's strict Markdown to HTML: paragraphs, quotations, lists, emphasis, code and links, nothing else.</summary>
internal static class CommentRenderer
{
    public static SafeHtml Render(string markdown) => throw new NotSupportedException();

    /// <summary>The words alone, for feeds' titles and snippets.</summary>
    public static string Plain(string markdown) => throw new NotSupportedException();
}

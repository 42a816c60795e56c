using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Markdown;

/// <summary>
/// The HTML of Markdown from elsewhere, in the dialects that the usual systems read together. It is not shown: the same converter that
/// reads HTML of strangers reads it next.
/// </summary>
internal static class MarkdownHtml
{
    /// <summary>How deep blocks may nest.</summary>
    private const int MaximumDepth = 64;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder
    {
        MaximumNestingDepth = MaximumDepth,
    }
        .UsePipeTables()
        .UseGridTables()
        .UseDefinitionLists()
        .UseFootnotes()
        .UseEmphasisExtras()
        .UseAutoLinks()
        .UseTaskLists()
        .UseFigures()
        .UseGenericAttributes()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .Build();

    /// <returns>Text that no parser should read comes back as one preformatted passage.</returns>
    public static string Of(string markdown)
    {
        if (markdown.Length == 0)
        {
            return "";
        }

        if (MarkdownBomb.IsLikely(markdown))
        {
            return Preformatted(markdown);
        }

        try
        {
            return Markdig.Markdown.ToHtml(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // So the parser says that a text nests deeper than it reads.
            return Preformatted(markdown);
        }
    }

    private static string Preformatted(string text) => $"<pre>{System.Net.WebUtility.HtmlEncode(text)}</pre>";
}

using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace Pamphlet.Rendering.Dialect;

/// <summary>
/// The little Markdown that readers may write. Every parser is named: a list of what is switched off would miss what the library
/// adds tomorrow.
/// </summary>
internal static class ReadersMarkdown
{
    /// <summary>How deep quotations and lists may nest.</summary>
    public const int MaximumDepth = 16;

    private static readonly MarkdownPipeline Pipeline = Build();

    public static MarkdownDocument Parse(string text) => Markdown.Parse(text, Pipeline);

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = MaximumDepth };
        builder.BlockParsers.Clear();
        builder.BlockParsers.AddRange([
            new QuoteBlockParser(),
            new ListBlockParser(),
            new FencedCodeBlockParser(),
            new PlainParagraphParser { ParseSetextHeadings = false },
        ]);
        builder.InlineParsers.Clear();
        builder.InlineParsers.AddRange([
            new LinkInlineParser(),
            new EscapeInlineParser(),
            new EmphasisInlineParser(),
            new CodeInlineParser(),
            new LineBreakInlineParser(),
        ]);
        builder.InlineParsers.Insert(0, new AutoLinkParser(new AutoLinkOptions { UseHttpsForWWWLinks = true }));
        return builder.Build();
    }
}

/// <summary>
/// Paragraphs that define nothing: <c>[a]: (2,000 characters)</c> and <c>[a]</c> over and over made 171 MB of 64 kB.
/// </summary>
internal sealed class PlainParagraphParser : ParagraphBlockParser
{
    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is ParagraphBlock paragraph)
        {
            var lines = paragraph.Lines.Lines;
            var count = paragraph.Lines.Count;
            for (var i = 0; i < count; i++)
            {
                lines[i].Slice.TrimStart();
            }

            if (count > 0)
            {
                lines[count - 1].Slice.TrimEnd();
            }

            return count > 0;
        }

        return true;
    }
}

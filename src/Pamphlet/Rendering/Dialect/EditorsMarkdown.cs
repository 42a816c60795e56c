using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace Pamphlet.Rendering.Dialect;

/// <summary>The dialect of <c>docs/writing.md</c>, built once and frozen.</summary>
internal static class EditorsMarkdown
{
    /// <summary>How deep blocks may nest. An honest text stays under ten.</summary>
    public const int MaximumDepth = 64;

    private static readonly MarkdownPipeline Pipeline = Build();

    public static MarkdownDocument Parse(string text) => Markdown.Parse(text, Pipeline);

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { MaximumNestingDepth = MaximumDepth };
        builder.Use<FootnoteExtension>();
        builder.Use(new EmphasisExtraExtension(EmphasisExtraOptions.Strikethrough));
        builder.Use(
            new PipeTableExtension(
                new PipeTableOptions { RequireHeaderSeparator = true, UseHeaderForColumnCount = true }
            )
        );
        builder.Use(new AutoLinkExtension(new AutoLinkOptions { UseHttpsForWWWLinks = true }));
        builder.BlockParsers.Insert(0, new DefinitionListParser { OpeningCharacters = [':'] });
        builder.BlockParsers.Insert(0, new VerseParser());
        builder.BlockParsers.Insert(0, new FenceParser());
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new LanguageSpanParser());
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new NoteReferenceParser());
        return builder.Build();
    }
}

using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Pamphlet.Rendering.Constructs;
using Pamphlet.Rendering.Dialect;
using Pamphlet.Rendering.Tree;
using Pamphlet.Rendering.Typography;

namespace Pamphlet.Rendering;

/// <summary>Turns a parsed text into a tree of HTML, block by block. One a text; it remembers what the text has used so far.</summary>
internal sealed class TreeBuilder
{
    // Deeper, an honest text is a mistake; much deeper, our own recursion would end the process.
    private const int MaximumDepth = 100;

    private readonly InlineBuilder inlines;
    private readonly Headings headings = new();
    private readonly Tables tables = new();
    private int depth;
    private int quotations;

    public TreeBuilder(RenderContext context)
    {
        Context = context;
        Words = TextWords.In(context.Language);
        Pictures = new OwnPictures(context);
        Notes = new Notes(Words);
        inlines = new InlineBuilder(this);
    }

    public RenderContext Context { get; }

    public TextWords Words { get; }

    public OwnPictures Pictures { get; }

    public Notes Notes { get; }

    /// <summary>Whether some of the text is HTML of somebody's own.</summary>
    public bool HoldsRawHtml { get; set; }

    public HtmlElement Build(MarkdownDocument document)
    {
        var body = new HtmlElement("");
        AddBlocks(document, body);
        Notes.AddSection(document, body, this);
        return body;
    }

    public void AddBlocks(ContainerBlock source, HtmlElement into)
    {
        Enter();
        foreach (var block in source)
        {
            AddBlock(block, into);
        }

        depth--;
    }

    /// <summary>Text whose marks and dashes stay as their author typed them.</summary>
    public void AddQuoted(IEnumerable<Block> blocks, HtmlElement into)
    {
        quotations++;
        Enter();
        foreach (var block in blocks)
        {
            AddBlock(block, into);
        }

        depth--;
        quotations--;
    }

    /// <summary>The words of a paragraph, heading, line or cell.</summary>
    public HtmlElement AddWords(LeafBlock source, HtmlElement into)
    {
        inlines.Build(source.Inline, into, isQuoted: quotations > 0);
        return into;
    }

    /// <summary>The words of a source line, of which emphasis names the work.</summary>
    public HtmlElement AddSourceWords(SourceLine source, HtmlElement into)
    {
        inlines.BuildSource(source, into);
        return into;
    }

    /// <summary>A picture's credit: a source line that names no work.</summary>
    public HtmlElement AddCredit(SourceLine source, HtmlElement into)
    {
        inlines.BuildRun(source.First, into, isQuoted: false);
        return into;
    }

    public void AddInline(Inline inline, HtmlElement into) => inlines.BuildOne(inline, into);

    /// <summary>A table of somebody's own HTML, in the same box as ours.</summary>
    public HtmlElement Scrolling(HtmlElement table) => tables.Scrolling(table, this);

    public void InLanguage(Language language, Action build)
    {
        var outer = inlines.Typesetter;
        inlines.Typesetter = new Typesetter(language);
        build();
        inlines.Typesetter = outer;
    }

    public void Enter()
    {
        if (++depth > MaximumDepth)
        {
            throw new TooMuchException();
        }
    }

    public void Leave() => depth--;

    public void AddBlock(Block block, HtmlElement into)
    {
        switch (block)
        {
            case ParagraphBlock paragraph:
                if (!Figures.TryAddLonePictures(paragraph, into, this))
                {
                    into.Add(AddWords(paragraph, new HtmlElement("p")));
                }

                break;
            case HeadingBlock heading:
                into.Add(headings.Build(heading, this));
                break;
            case ListBlock list:
                into.Add(Lists.Build(list, this));
                break;
            case QuoteBlock quote:
                into.Add(Quotations.Build(quote, this));
                break;
            case VerseBlock verse:
                into.Add(Verse.Build(verse, this));
                break;
            case FenceBlock fence:
                Fences.Add(fence, into, this);
                break;
            case DefinitionList definitions:
                into.Add(Lists.Build(definitions, this));
                break;
            case Table table:
                into.Add(tables.Build(table, this));
                break;
            case HtmlBlock html:
                AddHtml(html, into);
                break;
            case CodeBlock code:
                into.Add(Code.Build(code));
                break;
            case ThematicBreakBlock:
                into.Add(new HtmlElement("hr"));
                break;
            case FootnoteGroup or LinkReferenceDefinitionGroup or LinkReferenceDefinition or BlankLineBlock:
                break;
            case ContainerBlock container:
                AddBlocks(container, into);
                break;
            case LeafBlock leaf:
                into.Add(AddWords(leaf, new HtmlElement("p")));
                break;
        }
    }

    private void AddHtml(HtmlBlock block, HtmlElement into)
    {
        var html = block.Lines.ToString();
        if (HtmlComment.IsCut(html))
        {
            into.Add(new CutMark());
        }
        else if (!HtmlComment.IsOnlyComment(html))
        {
            HoldsRawHtml = true;
            into.Add(new HtmlRaw(html + "\n"));
        }
    }
}

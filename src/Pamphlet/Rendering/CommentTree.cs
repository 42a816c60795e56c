using System.Globalization;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Pamphlet.Rendering.Constructs;
using Pamphlet.Rendering.Tree;

namespace Pamphlet.Rendering;

/// <summary>Turns a reader's parsed text into a tree. It knows a few kinds of node; the words of any other are left out.</summary>
internal sealed class CommentTree
{
    // The parser's own bound on blocks does not hold for emphasis in emphasis.
    private const int MaximumDepth = 32;

    private int depth;

    public static HtmlElement Build(MarkdownDocument document)
    {
        var body = new HtmlElement("");
        new CommentTree().AddBlocks(document, body);
        return body;
    }

    private void AddBlocks(ContainerBlock source, HtmlElement into)
    {
        Enter();
        foreach (var block in source)
        {
            AddBlock(block, into, isTight: source is ListItemBlock { Parent: ListBlock { IsLoose: false } });
        }

        depth--;
    }

    private void AddBlock(Block block, HtmlElement into, bool isTight)
    {
        switch (block)
        {
            case ParagraphBlock paragraph when isTight:
                AddInlines(paragraph.Inline, into);
                break;
            case ParagraphBlock paragraph:
                into.Add(AddInlines(paragraph.Inline, new HtmlElement("p")));
                break;
            case QuoteBlock quote:
                AddContainer(quote, new HtmlElement("blockquote"), into);
                break;
            case ListBlock list:
                AddContainer(list, BeginList(list), into);
                break;
            case ListItemBlock item:
                AddContainer(item, new HtmlElement("li"), into);
                break;
            case FencedCodeBlock code:
                into.Add(Code.Build(code));
                break;
        }
    }

    private void AddContainer(ContainerBlock source, HtmlElement element, HtmlElement into)
    {
        AddBlocks(source, element);
        if (element.Children.Count > 0)
        {
            into.Add(element);
        }
    }

    private static HtmlElement BeginList(ListBlock list)
    {
        var element = new HtmlElement(list.IsOrdered ? "ol" : "ul");
        var isNumbered = int.TryParse(
            list.OrderedStart,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var start
        );
        return list.IsOrdered && isNumbered && start != 1
            ? element.With("start", start.ToString(CultureInfo.InvariantCulture))
            : element;
    }

    private HtmlElement AddInlines(ContainerInline? source, HtmlElement into)
    {
        Enter();
        for (var inline = source?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            AddInline(inline, into);
        }

        depth--;
        return into;
    }

    private void AddInline(Inline inline, HtmlElement into)
    {
        switch (inline)
        {
            case LiteralInline literal:
                into.Add(new HtmlText(literal.Content.ToString().AsMemory()));
                break;
            case CodeInline code:
                into.Add(new HtmlElement("code").Add(code.Content));
                break;
            case LineBreakInline lineBreak:
                into.Add(lineBreak.IsHard ? new HtmlElement("br") : new HtmlText("\n".AsMemory()));
                break;
            case EmphasisInline { DelimiterChar: '*' or '_' } emphasis:
                into.Add(AddInlines(emphasis, new HtmlElement(emphasis.DelimiterCount == 2 ? "strong" : "em")));
                break;
            case LinkInline { IsImage: false } link:
                CommentLink.Add(link, into);
                break;
            case LinkInline picture:
                into.Add(Words.Of(picture));
                break;
            case DelimiterInline delimiter:
                into.Add(delimiter.ToLiteral());
                AddInlines(delimiter, into);
                break;
        }
    }

    private void Enter()
    {
        if (++depth > MaximumDepth)
        {
            throw new TooMuchException();
        }
    }
}

using Markdig.Extensions.Footnotes;
using Markdig.Syntax.Inlines;
using Pamphlet.Rendering.Constructs;
using Pamphlet.Rendering.Dialect;
using Pamphlet.Rendering.Tree;
using Pamphlet.Rendering.Typography;

namespace Pamphlet.Rendering;

/// <summary>Turns the words of one paragraph into nodes.</summary>
internal sealed class InlineBuilder(TreeBuilder tree)
{
    private readonly Links links = new(tree.Context);
    private bool isQuoted;
    private bool isSource;
    private bool isInLink;

    public Typesetter Typesetter { get; set; } = new(tree.Context.Language);

    public void Build(ContainerInline? source, HtmlElement into, bool isQuoted) =>
        BuildRun(source?.FirstChild, into, isQuoted);

    public void BuildRun(Inline? first, HtmlElement into, bool isQuoted)
    {
        this.isQuoted = isQuoted;
        isSource = false;
        Typesetter.Begin();
        AddChildren(first, into);
    }

    public void BuildOne(Inline inline, HtmlElement into)
    {
        Typesetter.Begin();
        Add(inline, into);
    }

    /// <summary>A source line: what is emphasised is the work, and if nothing is, the whole line is.</summary>
    public void BuildSource(SourceLine source, HtmlElement into)
    {
        isQuoted = false;
        isSource = source.NamesWork;
        Typesetter.Begin();
        var target = isSource ? into : new HtmlElement("cite");
        AddChildren(source.First, target);
        isSource = false;
        if (target != into)
        {
            into.Add(target);
        }
    }

    private void AddChildren(Inline? first, HtmlElement into)
    {
        tree.Enter();
        for (var inline = first; inline is not null; inline = inline.NextSibling)
        {
            inline = Add(inline, into);
        }

        tree.Leave();
    }

    /// <summary>Adds one inline and gives the last one that it took with it.</summary>
    private Inline Add(Inline inline, HtmlElement into)
    {
        switch (inline)
        {
            case LiteralInline literal:
                AddText(literal, into);
                break;
            case LineBreakInline lineBreak:
                AddBreak(lineBreak, into);
                break;
            case EmphasisInline emphasis:
                AddContainer(emphasis, new HtmlElement(NameOf(emphasis)), into);
                break;
            case CodeInline code:
                into.Add(new HtmlElement("code").Add(code.Content));
                Typesetter.Pass('x');
                break;
            case FootnoteLink note:
                return tree.Notes.AddReferences(note, into, Typesetter, isQuoted);
            case LinkInline { IsImage: true } picture:
                AddPicture(picture, into);
                break;
            case LinkInline link:
                AddLink(link, into);
                break;
            case AutolinkInline auto:
                into.Add(links.Auto(auto, isInLink));
                Typesetter.Pass('x');
                break;
            case LanguageSpan span:
                tree.InLanguage(
                    span.Language,
                    () =>
                        AddContainer(
                            span,
                            new HtmlElement("span")
                                .With("lang", span.Language.Tag)
                                .With("dir", span.Language.Direction),
                            into
                        )
                );
                Typesetter.Pass('x');
                break;
            case HtmlEntityInline entity:
                Entities.Add(entity, into);
                Typesetter.Pass(entity.Transcoded.IsEmpty ? 'x' : entity.Transcoded[entity.Transcoded.End]);
                break;
            case HtmlInline html:
                AddHtml(html, into);
                break;
            case DelimiterInline delimiter:
                AddDelimiter(delimiter, into);
                break;
            case ContainerInline container:
                AddChildren(container.FirstChild, into);
                break;
        }

        return inline;
    }

    private void AddText(LiteralInline literal, HtmlElement into)
    {
        var slice = literal.Content;
        if (slice.IsEmpty)
        {
            return;
        }

        var text = slice.Text.AsMemory(slice.Start, slice.Length);
        if (isQuoted)
        {
            into.Add(new HtmlText(text));
            return;
        }

        if (literal.IsFirstCharacterEscaped)
        {
            // The author's backslash says: as it stands.
            into.Add(new HtmlText(text[..1]));
            Typesetter.Pass(text.Span[0]);
            text = text[1..];
        }

        into.Add(new HtmlText(Typesetter.Set(text, literal.NextSibling is not null)));
    }

    private void AddBreak(LineBreakInline lineBreak, HtmlElement into)
    {
        Typesetter.Pass(' ');
        if (lineBreak.IsHard)
        {
            into.Add(new HtmlElement("br"));
        }
        else
        {
            into.Add("\n");
        }
    }

    private void AddContainer(ContainerInline source, HtmlElement element, HtmlElement into)
    {
        AddChildren(source.FirstChild, element);
        into.Add(element);
    }

    /// <summary>A bracket that found no partner is a character that somebody typed.</summary>
    private void AddDelimiter(DelimiterInline delimiter, HtmlElement into)
    {
        var typed = delimiter.ToLiteral();
        into.Add(typed);
        Typesetter.Pass(typed[^1]);
        AddChildren(delimiter.FirstChild, into);
    }

    private void AddPicture(LinkInline picture, HtmlElement into)
    {
        into.Add(tree.Pictures.Build(picture, links, isInLink));
        Typesetter.Pass('x');
    }

    private void AddLink(LinkInline link, HtmlElement into)
    {
        if (isInLink || links.Open(link.Url ?? "") is not { } anchor)
        {
            AddChildren(link.FirstChild, into);
            return;
        }

        isInLink = true;
        if (link.IsAutoLink)
        {
            // A bare address is text that nobody set.
            anchor.Add(Words.Of(link));
            Typesetter.Pass('x');
        }
        else
        {
            AddChildren(link.FirstChild, anchor);
        }

        isInLink = false;
        into.Add(string.IsNullOrEmpty(link.Title) ? anchor : anchor.With("title", link.Title));
    }

    private void AddHtml(HtmlInline html, HtmlElement into)
    {
        if (HtmlComment.IsCut(html.Tag))
        {
            into.Add(new CutMark());
        }
        else if (html.Tag is "<br>" or "<br/>" or "<br />")
        {
            into.Add(new HtmlElement("br"));
            Typesetter.Pass(' ');
        }
        else if (!HtmlComment.IsOnlyComment(html.Tag))
        {
            tree.HoldsRawHtml = true;
            into.Add(new HtmlRaw(html.Tag));
        }
    }

    private string NameOf(EmphasisInline emphasis) =>
        emphasis.DelimiterChar switch
        {
            '~' => "s",
            _ when emphasis.DelimiterCount == 2 => "strong",
            _ when isSource => "cite",
            _ => "em",
        };
}

using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Pamphlet.Rendering.Dialect;
using Pamphlet.Rendering.Tree;

namespace Pamphlet.Rendering.Constructs;

/// <summary>A picture with what is said about it.</summary>
internal static class Figures
{
    /// <summary><c>::: figure</c>: pictures, then the caption's paragraphs, then the credit.</summary>
    public static HtmlElement Build(FenceBlock source, TreeBuilder tree)
    {
        var credit = SourceLine.Take(source);
        var figure = new HtmlElement("figure");
        var caption = new HtmlElement("figcaption");
        foreach (var block in source)
        {
            if (block is ParagraphBlock paragraph)
            {
                if (HoldsOnlyPictures(paragraph))
                {
                    tree.AddWords(paragraph, figure);
                }
                else
                {
                    caption.Add(tree.AddWords(paragraph, new HtmlElement("p")));
                }
            }
            else
            {
                tree.AddBlock(block, figure);
            }
        }

        if (credit is not null)
        {
            caption.Add(tree.AddCredit(credit, new HtmlElement("p").With("class", "credit")));
        }

        return caption.Children.Count == 0 ? figure : figure.Add(caption);
    }

    /// <summary>Pictures of ours that are alone in their paragraph are figures; a title becomes the caption.</summary>
    public static bool TryAddLonePictures(ParagraphBlock source, HtmlElement into, TreeBuilder tree)
    {
        if (!HoldsOnlyPictures(source) || !All(source, inline => tree.Pictures.Has(PictureIn(inline)?.Url)))
        {
            return false;
        }

        for (var inline = source.Inline!.FirstChild; inline is not null; )
        {
            var next = inline.NextSibling;
            if (PictureIn(inline) is { } picture)
            {
                into.Add(BuildLone(inline, picture, tree));
            }

            inline = next;
        }

        return true;
    }

    private static HtmlElement BuildLone(Inline inline, LinkInline picture, TreeBuilder tree)
    {
        var figure = new HtmlElement("figure");
        var title = picture.Title;
        picture.Title = null;
        tree.AddInline(inline, figure);
        return string.IsNullOrEmpty(title)
            ? figure
            : figure.Add(new HtmlElement("figcaption").Add(CleanText.Of(title)));
    }

    private static bool HoldsOnlyPictures(ParagraphBlock source) =>
        source.Inline?.FirstChild is not null
        && All(source, inline => PictureIn(inline) is not null)
        && PictureIn(source.Inline.FirstChild) is not null;

    private static bool All(ParagraphBlock source, Func<Inline, bool> holds)
    {
        for (var inline = source.Inline?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is not LineBreakInline && !holds(inline))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The picture that an inline is, or that a link holds alone.</summary>
    private static LinkInline? PictureIn(Inline? inline) =>
        inline switch
        {
            LinkInline { IsImage: true } picture => picture,
            LinkInline { FirstChild: LinkInline { IsImage: true, NextSibling: null } picture } => picture,
            _ => null,
        };
}

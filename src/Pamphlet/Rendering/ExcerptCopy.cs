using Pamphlet.Rendering.Tree;

namespace Pamphlet.Rendering;

/// <summary>
/// Copies parts of a tree for a list of texts: nothing that must be unique in a page, no number of a note that is not there, no
/// heading that would break the list's own order, and one picture.
/// </summary>
internal sealed class ExcerptCopy
{
    private const string HeadingClass = "heading";
    private bool isMarkReached;

    public bool HoldsPicture { get; private set; }

    public int PicturesLeftOut { get; private set; }

    public static bool WasHeading(HtmlNode node) => node is HtmlElement element && element.Is("p", HeadingClass);

    /// <summary>The copy, or null where nothing of it belongs in a list.</summary>
    public HtmlNode? Of(HtmlNode node, bool untilMark = false)
    {
        if (isMarkReached)
        {
            return null;
        }

        switch (node)
        {
            case CutMark:
                isMarkReached = untilMark;
                return null;
            case HtmlText:
                return node;
            case HtmlElement element when element.Is("sup", "noteref") || element.Name is "wbr":
                return null;
            case HtmlElement { Name: "img" or "picture" } picture:
                return Picture(picture);
            case HtmlElement { Name: "h2" or "h3" or "h4" } heading:
                // Blocks in a heading come from somebody's HTML; without the heading around them a browser would nest them otherwise.
                var strong = new HtmlElement("strong");
                var words = heading.HoldsBlock()
                    ? strong.Add(PlainText.Line(heading))
                    : Children(heading, strong, untilMark);
                return words is not null ? new HtmlElement("p").With("class", HeadingClass).Add(words) : null;
            case HtmlElement { Name: "a" } link when link["href"] is null or ['#', ..]:
                return Children(link, new HtmlElement(""), untilMark);
            case HtmlElement element:
                return Children(element, element.Shell(), untilMark);
            default:
                return null;
        }
    }

    private HtmlElement? Picture(HtmlElement picture)
    {
        if (HoldsPicture)
        {
            PicturesLeftOut++;
            return null;
        }

        HoldsPicture = true;
        return picture;
    }

    private HtmlElement? Children(HtmlElement source, HtmlElement copy, bool untilMark)
    {
        var leftOut = PicturesLeftOut;
        foreach (var child in source.Children)
        {
            if (Of(child, untilMark) is { } kept)
            {
                copy.Add(kept);
            }
        }

        var isEmptied = copy.Children.Count == 0 && source.Children.Count > 0;
        var isCaptionOnly =
            source.Name is "figure"
            && PicturesLeftOut > leftOut
            && copy.Children is [HtmlElement { Name: "figcaption" }];
        return isEmptied || isCaptionOnly ? null : copy;
    }
}

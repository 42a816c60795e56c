using Pamphlet.Rendering.Tree;

namespace Pamphlet.Rendering;

/// <summary>The beginning of a text for lists, made of whole blocks of its tree.</summary>
internal static class Excerpt
{
    // About a third of a phone's screens in a list of ten; a block that would go far beyond is left for the page itself.
    private const int Enough = 90;
    private const int Most = 140;
    private const int TooFew = 30;

    // An author's mark may come late, but a list is no place for a whole book.
    private const int MostMarked = 10_000;

    // A word may be without end.
    private const int MostCharacters = 2000;

    public static (HtmlElement Tree, bool IsCut) Of(HtmlElement body)
    {
        var copy = new ExcerptCopy();
        return ByMark(body, copy) ?? ByLength(body, new ExcerptCopy());
    }

    /// <summary>Everything before the author's mark, if there is anything.</summary>
    private static (HtmlElement Tree, bool IsCut)? ByMark(HtmlElement body, ExcerptCopy copy)
    {
        var at = MarkedChild(body);
        if (at < 0)
        {
            return null;
        }

        var excerpt = new HtmlElement("");
        for (var i = 0; i <= at; i++)
        {
            var isMarked = i == at;
            if (isMarked && body.Children[i] is CutMark)
            {
                break;
            }

            if (copy.Of(body.Children[i], untilMark: isMarked) is { } kept)
            {
                excerpt.Add(kept);
            }
        }

        return
            (PlainText.Line(excerpt).Length == 0 && !copy.HoldsPicture) || PlainText.Line(excerpt).Length > MostMarked
            ? null
            : (excerpt, HoldsMore(body, at, excerpt));
    }

    /// <summary>Whether anything follows the mark: at the very end it cuts nothing off.</summary>
    private static bool HoldsMore(HtmlElement body, int at, HtmlElement excerpt)
    {
        var isWithin = body.Children[at] is HtmlElement;
        var shown = isWithin && excerpt.Children.Count > 0 ? PlainText.Line(excerpt.Children[^1]).Length : 0;
        return (isWithin && PlainText.Line(body.Children[at]).Length > shown) || HoldsAnything(body, at + 1);
    }

    private static bool HoldsAnything(HtmlElement body, int from)
    {
        for (var i = from; i < body.Children.Count; i++)
        {
            var copy = new ExcerptCopy();
            if (
                body.Children[i] is not CutMark
                && (
                    PlainText.Line(body.Children[i]).Length > 0
                    || (copy.Of(body.Children[i]) is not null && copy.HoldsPicture)
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    private static int MarkedChild(HtmlElement body)
    {
        for (var i = 0; i < body.Children.Count; i++)
        {
            if (
                body.Children[i] is CutMark
                || (body.Children[i] is HtmlElement { Name: "p" or "div" } element && Holds(element))
            )
            {
                return i;
            }
        }

        return -1;
    }

    private static bool Holds(HtmlElement element)
    {
        foreach (var child in element.Children)
        {
            if (child is CutMark || (child is HtmlElement inner && Holds(inner)))
            {
                return true;
            }
        }

        return false;
    }

    private static (HtmlElement Tree, bool IsCut) ByLength(HtmlElement body, ExcerptCopy copy)
    {
        var excerpt = new List<HtmlNode>();
        var words = 0;
        var isCut = false;
        foreach (var (place, child) in body.Children.Index())
        {
            if (words >= Enough || (child is HtmlElement section && section.Is("section", "notes")))
            {
                isCut |= HoldsAnything(body, place);
                break;
            }

            var pictures = copy.PicturesLeftOut;
            if (copy.Of(child) is not { } kept)
            {
                isCut |= copy.PicturesLeftOut > pictures;
                continue;
            }

            var line = PlainText.Line(kept);
            var length = WordCount.Of(line);
            if (words + length <= Most && line.Length <= MostCharacters)
            {
                words += length;
                excerpt.Add(kept);
                continue;
            }

            isCut = true;
            if (words < TooFew && child is HtmlElement box && box.Is("div", "wide"))
            {
                // Half a table says something else than the whole.
                continue;
            }

            if (words < TooFew)
            {
                excerpt.Add(ExcerptCut.To(kept, Enough - words));
            }

            break;
        }

        // A heading promises what follows it.
        while (isCut && excerpt.Count > 1 && ExcerptCopy.WasHeading(excerpt[^1]))
        {
            excerpt.RemoveAt(excerpt.Count - 1);
        }

        var tree = new HtmlElement("");
        excerpt.ForEach(node => tree.Add(node));
        return (tree, isCut || copy.PicturesLeftOut > 0);
    }
}

using AngleSharp.Dom;
using Pamphlet.Rendering.Constructs;
using Pamphlet.Rendering.Tree;

namespace Pamphlet.Rendering.RawHtml;

/// <summary>Reads the cleaned document back into our tree: our elements as we meant them, the others with what is allowed.</summary>
internal sealed class RawHtmlReader(MarkedPrinter printer, DroppedHtml dropped, TreeBuilder builder)
{
    /// <summary>Tells a cut from an ordinary break.</summary>
    public const string CutTitle = "more";

    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly Links links = new(builder.Context);

    public HtmlElement Read(IElement body)
    {
        var tree = new HtmlElement("");
        HtmlElement? paragraph = null;
        foreach (var node in body.ChildNodes)
        {
            foreach (var read in ReadNode(node, isInLink: false))
            {
                var isInline =
                    read is HtmlText || (read is HtmlElement { IsInline: true } element && !element.HoldsBlock());
                if (!isInline)
                {
                    paragraph = null;
                    AddUnlessEmpty(read, tree);
                }
                else if (paragraph is not null || read is not HtmlText text || !text.Text.Span.IsWhiteSpace())
                {
                    // Words that stand in no block: a list of excerpts cuts between blocks.
                    if (paragraph is null)
                    {
                        paragraph = new HtmlElement("p");
                        tree.Add(paragraph);
                    }

                    paragraph.Add(read);
                }
            }
        }

        return tree;
    }

    private static void AddUnlessEmpty(HtmlNode node, HtmlElement into)
    {
        if (node is not HtmlElement { Name: "p", Children.Count: 0 })
        {
            into.Add(node);
        }
    }

    private IEnumerable<HtmlNode> ReadNode(INode node, bool isInLink)
    {
        builder.Enter();
        try
        {
            return node switch
            {
                IText text => [new HtmlText(CleanText.Of(text.Data).AsMemory())],
                IElement element => ReadElement(element, isInLink),
                _ => [],
            };
        }
        finally
        {
            builder.Leave();
        }
    }

    private IEnumerable<HtmlNode> ReadElement(IElement element, bool isInLink)
    {
        switch (printer.Find(element.GetAttribute(AllowedHtml.OwnMark)))
        {
            case CutMark cut:
                return [cut];
            case HtmlElement own when string.Equals(own.Name, element.LocalName, StringComparison.Ordinal):
                return [ReadChildren(element, WithOwnId(own), isInLink || own.Name is "a")];
            case not null:
                // A parser may move our marks but not make another element of ours.
                return ReadAll(element, isInLink);
        }

        return element.LocalName switch
        {
            "wbr" when element.GetAttribute("title") is CutTitle => [new CutMark()],
            "img" => [ReadPicture(element, isInLink)],
            "a" => ReadLink(element, isInLink),
            "table" => ReadTable(element, isInLink),
            _ => [ReadChildren(element, Theirs(element), isInLink)],
        };
    }

    private List<HtmlNode> ReadAll(IElement element, bool isInLink)
    {
        var all = new List<HtmlNode>();
        foreach (var child in element.ChildNodes)
        {
            all.AddRange(ReadNode(child, isInLink));
        }

        return all;
    }

    private HtmlElement ReadChildren(IElement source, HtmlElement into, bool isInLink)
    {
        if (!into.IsVoid)
        {
            foreach (var child in ReadAll(source, isInLink))
            {
                AddUnlessEmpty(child, into);
            }
        }

        return into;
    }

    private IEnumerable<HtmlNode> ReadTable(IElement element, bool isInLink)
    {
        var table = ReadChildren(element, Theirs(element), isInLink);
        return [element.ParentElement?.Closest("table") is null ? builder.Scrolling(table) : table];
    }

    private HtmlNode ReadPicture(IElement element, bool isInLink)
    {
        var address = element.GetAttribute("src") ?? "";
        if (!builder.Pictures.Has(address))
        {
            dropped.Element("img");
        }

        return builder.Pictures.Build(address, CleanText.Of(element.GetAttribute("alt") ?? ""), links, isInLink);
    }

    private List<HtmlNode> ReadLink(IElement element, bool isInLink)
    {
        var address = element.GetAttribute("href");
        var anchor = address is null || isInLink ? null : links.Open(CleanText.Of(address));
        if (anchor is null)
        {
            if (address is { Length: > 0 } && !isInLink)
            {
                dropped.Address(address);
            }

            var place = Theirs(element);
            return place["id"] is null
                ? ReadAll(element, isInLink)
                : [ReadChildren(element, Named("span", place), isInLink)];
        }

        CopyAttributes(element, anchor);
        return [ReadChildren(element, anchor, isInLink: true)];
    }

    private static HtmlElement Named(string name, HtmlElement place) => new HtmlElement(name).With("id", place["id"]!);

    private HtmlElement Theirs(IElement element)
    {
        var read = new HtmlElement(element.LocalName);
        CopyAttributes(element, read);
        return read;
    }

    private void CopyAttributes(IElement source, HtmlElement into)
    {
        foreach (var attribute in source.Attributes)
        {
            var value = CleanText.Of(attribute.Value);
            if (attribute.Name is "id" or "name")
            {
                // Notes of word processors lead to such places. Ours begin otherwise, so that none can be taken over.
                var id = Headings.PlaceOf(value);
                if (ids.Add(id) && into["id"] is null)
                {
                    into.With("id", id);
                }
            }
            else if (attribute.Name is not ("href" or "src" or AllowedHtml.OwnMark))
            {
                into.With(attribute.Name, value);
            }
        }
    }

    /// <summary>Our element without its children; its id only once, should a parser have made two of it.</summary>
    private HtmlElement WithOwnId(HtmlElement own)
    {
        if (own["id"] is not { } id || ids.Add(id))
        {
            return new HtmlElement(own.Name).Take(own.Attributes);
        }

        return own.Shell();
    }
}

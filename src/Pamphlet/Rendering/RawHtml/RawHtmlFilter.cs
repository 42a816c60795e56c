using AngleSharp.Dom;
using Pamphlet.Rendering.Constructs;

namespace Pamphlet.Rendering.RawHtml;

/// <summary>The first wall: takes out what runs, loads or asks, keeps the words of what merely decorates.</summary>
internal sealed class RawHtmlFilter(MarkedPrinter printer, DroppedHtml dropped, TextWords words)
{
    public void Filter(IElement parent)
    {
        // A copy: the list changes under our hands. New children of an unwrapped element are looked at too.
        var pending = new Stack<INode>(parent.ChildNodes.Reverse());
        while (pending.TryPop(out var node))
        {
            switch (node)
            {
                case IComment comment:
                    FilterComment(comment);
                    break;
                case IElement element:
                    FilterElement(element, pending);
                    break;
                case not IText:
                    node.Parent?.RemoveChild(node);
                    break;
            }
        }
    }

    private void FilterElement(IElement element, Stack<INode> pending)
    {
        var name = element.LocalName;
        if (printer.Find(element.GetAttribute(AllowedHtml.OwnMark)) is not null)
        {
            Push(element, pending);
            return;
        }

        var isHtml = string.Equals(element.NamespaceUri, NamespaceNames.HtmlUri, StringComparison.Ordinal);
        if (!isHtml || AllowedHtml.Poison.Contains(name))
        {
            dropped.Element(name);
            element.Remove();
        }
        else if (AllowedHtml.Loading.Contains(name))
        {
            dropped.Element(name);
            ReplaceByLink(element, pending);
        }
        else if (AllowedHtml.Renamed.TryGetValue(name, out var other))
        {
            if (name is "form" or "fieldset")
            {
                dropped.Element(name);
            }

            pending.Push(Rename(element, other));
        }
        else if (!AllowedHtml.Elements.Contains(name) || name is "picture" or "source")
        {
            if (name is not ("picture" or "source"))
            {
                dropped.Element(name);
            }

            Unwrap(element, pending);
        }
        else
        {
            FilterAttributes(element);
            FilterAddress(element);
            if (name is "pre" && element.FirstChild is IText first)
            {
                // Each parser swallows one line feed here.
                first.Data = first.Data.TrimStart('\n');
            }

            Push(element, pending);
        }
    }

    private void FilterAttributes(IElement element)
    {
        foreach (var attribute in element.Attributes.ToArray())
        {
            if (!RawHtmlAttributes.IsAllowed(element.LocalName, attribute.Name, attribute.Value))
            {
                dropped.Attribute(attribute.Name);
                element.RemoveAttribute(attribute.NamespaceUri!, attribute.LocalName);
                element.RemoveAttribute(attribute.Name);
            }
        }
    }

    /// <summary>Links are made anew later; here an address that no browser may follow is taken out and counted.</summary>
    private void FilterAddress(IElement element)
    {
        if (element.GetAttribute("href") is { } address && !Links.IsFollowed(CleanText.Of(address)))
        {
            dropped.Address(address);
            element.RemoveAttribute("href");
        }
    }

    private static void FilterComment(IComment comment)
    {
        if (comment.Data.Trim().Equals("more", StringComparison.OrdinalIgnoreCase))
        {
            // Blogger and WordPress mark the cut as we do; the reader of this tree knows an empty one by its name.
            var mark = comment.Owner!.CreateElement("wbr");
            mark.SetAttribute("title", RawHtmlReader.CutTitle);
            comment.Parent!.ReplaceChild(mark, comment);
        }
        else
        {
            comment.Parent!.RemoveChild(comment);
        }
    }

    private void ReplaceByLink(IElement element, Stack<INode> pending)
    {
        var address = element.GetAttribute("src") ?? element.QuerySelector("source[src]")?.GetAttribute("src") ?? "";
        if (address.StartsWith("//", StringComparison.Ordinal))
        {
            address = "https:" + address;
        }

        if (!OutsideAddress.TryParseWeb(address, out var outside, out var host))
        {
            element.Remove();
            return;
        }

        var link = element.Owner!.CreateElement("a");
        link.SetAttribute("href", outside);
        link.TextContent = words.Frame + " " + host;
        INode shown = link;
        if (element.ParentElement?.LocalName is "body" or "div" or "figure" or "blockquote" or "center")
        {
            var paragraph = element.Owner.CreateElement("p");
            paragraph.Append(link);
            shown = paragraph;
        }

        element.Parent!.ReplaceChild(shown, element);
        pending.Push(shown);
    }

    private static IElement Rename(IElement element, string name)
    {
        var renamed = element.Owner!.CreateElement(name);
        foreach (var attribute in element.Attributes)
        {
            renamed.SetAttribute(attribute.Name, attribute.Value);
        }

        renamed.Append([.. element.ChildNodes]);
        element.Parent!.ReplaceChild(renamed, element);
        return renamed;
    }

    private static void Unwrap(IElement element, Stack<INode> pending)
    {
        Push(element, pending);
        element.Replace([.. element.ChildNodes]);
    }

    private static void Push(IElement element, Stack<INode> pending)
    {
        foreach (var child in element.ChildNodes.Reverse())
        {
            pending.Push(child);
        }
    }
}

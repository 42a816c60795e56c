using System.Globalization;
using Markdig.Extensions.DefinitionLists;
using Markdig.Syntax;
using Pamphlet.Rendering.Tree;

namespace Pamphlet.Rendering.Constructs;

internal static class Lists
{
    public static HtmlElement Build(ListBlock source, TreeBuilder tree)
    {
        var list = new HtmlElement(source.IsOrdered ? "ol" : "ul");
        if (
            source.IsOrdered
            && int.TryParse(source.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && start != 1
        )
        {
            list.With("start", start.ToString(CultureInfo.InvariantCulture));
        }

        tree.Enter();
        foreach (var item in source)
        {
            list.Add(BuildItem((ContainerBlock)item, new HtmlElement("li"), isLoose: source.IsLoose, tree));
        }

        tree.Leave();
        return list;
    }

    public static HtmlElement Build(DefinitionList source, TreeBuilder tree)
    {
        var list = new HtmlElement("dl");
        foreach (var child in source)
        {
            var item = (DefinitionItem)child;
            var isLoose = item.OfType<ParagraphBlock>().Skip(1).Any();
            foreach (var term in item.OfType<DefinitionTerm>())
            {
                list.Add(tree.AddWords(term, new HtmlElement("dt")));
            }

            list.Add(BuildItem(item, new HtmlElement("dd"), isLoose, tree));
        }

        return list;
    }

    private static HtmlElement BuildItem(ContainerBlock source, HtmlElement item, bool isLoose, TreeBuilder tree)
    {
        foreach (var block in source)
        {
            if (block is DefinitionTerm)
            {
                continue;
            }

            if (!isLoose && block is ParagraphBlock paragraph)
            {
                if (item.Children.Count > 0)
                {
                    item.Add("\n");
                }

                tree.AddWords(paragraph, item);
            }
            else
            {
                tree.AddBlock(block, item);
            }
        }

        return item;
    }
}

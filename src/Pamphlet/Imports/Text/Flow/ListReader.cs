using System.Globalization;
using AngleSharp.Dom;
using Pamphlet.Imports.Text.Tree;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>Lists. A list that stands directly in another belongs to the item before it, as browsers show it.</summary>
internal static class ListReader
{
    public static IReadOnlyList<Block> Read(IElement list, Conversion conversion)
    {
        int? start = null;
        if (list.LocalName is "ol")
        {
            start =
                int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
                && first < 1_000_000_000
                    ? first
                    : 1;
        }

        return Read(list.ChildNodes, start, conversion);
    }

    public static IReadOnlyList<Block> Read(IEnumerable<INode> children, int? start, Conversion conversion)
    {
        var items = new List<List<Block>>();
        var notes = new List<Block>();
        var loose = new List<Block>();
        foreach (var child in children)
        {
            if (child is IElement item && conversion.Notes.Bodies.TryGetValue(item, out var label))
            {
                notes.Add(new Note(label, FlowReader.Read(item, RunStyle.Plain, conversion)));
            }
            else if (child is IElement { LocalName: "li" } entry)
            {
                AddUnlessEmpty(FlowReader.Read(entry, Html.ElementStyle.Read(entry, RunStyle.Plain), conversion));
            }
            else if (
                child is IElement { LocalName: "ul" or "ol" or "menu" } nested
                && items.Count > 0
                && nested.ParentElement?.LocalName is "ul" or "ol" or "menu"
            )
            {
                items[^1].AddRange(Read(nested, conversion));
            }
            else
            {
                AddLoose(child);
            }
        }

        if (items.Count > 0)
        {
            notes.Insert(0, new ItemList(start, items));
        }

        notes.InsertRange(0, loose);
        return notes;

        void AddUnlessEmpty(IReadOnlyList<Block> blocks)
        {
            if (blocks.Count > 0)
            {
                items.Add([.. blocks]);
            }
        }

        // Words between items belong to the one before; before the first they stand before the list.
        void AddLoose(INode child)
        {
            var reader = new FlowReader(conversion);
            reader.ReadOne(child, RunStyle.Plain);
            (items.Count > 0 ? items[^1] : loose).AddRange(reader.Finish());
        }
    }
}

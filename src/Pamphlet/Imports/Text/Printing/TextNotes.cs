using Pamphlet.Imports.Text.Tree;

namespace Pamphlet.Imports.Text.Printing;

/// <summary>Takes the notes out of a text, wherever they stood, with the line that parted them from it.</summary>
internal static class TextNotes
{
    public static IReadOnlyList<Block> Take(IReadOnlyList<Block> blocks, List<Note> notes)
    {
        var kept = new List<Block>();
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Note note:
                    if (kept is [.., Rule])
                    {
                        kept.RemoveAt(kept.Count - 1);
                    }

                    notes.Add(note);
                    break;
                case Quotation quotation:
                    kept.Add(quotation with { Blocks = Take(quotation.Blocks, notes) });
                    break;
                case Foreign foreign:
                    kept.Add(foreign with { Blocks = Take(foreign.Blocks, notes) });
                    break;
                case Details details:
                    kept.Add(details with { Blocks = Take(details.Blocks, notes) });
                    break;
                case ItemList list:
                    kept.Add(list with { Items = [.. list.Items.Select(item => Take(item, notes))] });
                    break;
                default:
                    kept.Add(block);
                    break;
            }
        }

        return kept;
    }
}

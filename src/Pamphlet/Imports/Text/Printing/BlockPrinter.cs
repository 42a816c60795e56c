using System.Globalization;
using System.Text;
using Pamphlet.Imports.Text.Tree;

namespace Pamphlet.Imports.Text.Printing;

/// <summary>Prints blocks as Markdown; each with an empty line between it and the next.</summary>
internal sealed class BlockPrinter(bool allowsHtml = true)
{
    private readonly RunPrinter runs = new(allowsHtml);

    /// <summary>The whole text, its notes at the end.</summary>
    public string PrintText(IReadOnlyList<Block> blocks)
    {
        var notes = new List<Note>();
        var text = Print(TextNotes.Take(blocks, notes));
        return notes.Count == 0
            ? text
            : text + (text.Length > 0 ? "\n\n" : "") + string.Join("\n\n", notes.Select(Print));
    }

    private string Print(IEnumerable<Block> blocks)
    {
        var output = new StringBuilder();
        Block? before = null;
        var isOtherMark = false;
        foreach (var block in blocks)
        {
            // Two lists in a row would run together, but for their marks.
            isOtherMark = before is ItemList && block is ItemList && !isOtherMark;
            var printed = block is ItemList list ? Print(list, isOtherMark) : Print(block);
            if (printed.Length == 0)
            {
                continue;
            }

            output.Append(output.Length > 0 ? "\n\n" : "").Append(printed);
            before = block;
        }

        return output.ToString();
    }

    private string Print(Block block) =>
        block switch
        {
            Paragraph paragraph => runs.Print(paragraph.Runs),
            Heading heading => Print(heading),
            Quotation quotation => Print(quotation),
            CodeText code => CodeMarks.Block(code.Text, code.Language),
            Rule => "---",
            Figure figure => Print(figure),
            VerseText verse => string.Join('\n', verse.Lines.Select(line => ("| " + runs.Print(line)).TrimEnd())),
            PipeTable table => Print(table),
            HtmlText html => html.Html,
            Details details =>
                $"<details>\n<summary>{HtmlEscape.Text(details.Summary)}</summary>\n\n{Print(details.Blocks)}\n\n</details>",
            Foreign foreign => $"::: lang {foreign.Language}\n{Print(foreign.Blocks)}\n:::",
            Definitions definitions => string.Join("\n\n", definitions.Entries.Select(Print)),
            Note note => Print(note),
            Cut => "<!--more-->",
            _ => throw new InvalidOperationException($"No print for {block.GetType().Name}."),
        };

    private string Print(Heading heading)
    {
        var words = runs.Print(heading.Runs);
        if (words.Length == 0)
        {
            return "";
        }

        // Number signs at the end would be taken for ornament.
        words = words.EndsWith('#') && !words.EndsWith(@"\#", StringComparison.Ordinal) ? words[..^1] + @"\#" : words;
        return new string('#', heading.Level) + " " + words;
    }

    private string Print(Quotation quotation)
    {
        var text = Print(quotation.Blocks);
        if (quotation.Source.Count > 0)
        {
            text += "\n\n-- " + runs.Print(quotation.Source);
        }

        return string.Join('\n', text.Split('\n').Select(line => line.Length > 0 ? "> " + line : ">"));
    }

    private string Print(ItemList list, bool isOtherMark)
    {
        var isTight = list.Items.All(IsTight);
        var number = list.Start ?? 0;
        var items = new List<string>();
        foreach (var item in list.Items)
        {
            var mark = list.Start is null
                ? (isOtherMark ? "*" : "-")
                : Math.Min(number++, 999_999_999).ToString(CultureInfo.InvariantCulture) + (isOtherMark ? ")" : ".");
            var text = isTight ? string.Join('\n', item.Select(block => Print([block]))) : Print(item);
            if (text.Length > 0)
            {
                items.Add(mark + " " + Indent(text, mark.Length + 1));
            }
        }

        return string.Join(isTight ? "\n" : "\n\n", items);
    }

    private static bool IsTight(IReadOnlyList<Block> item) =>
        item is [Paragraph] or [Paragraph, ItemList] or [ItemList]
        && item.OfType<ItemList>().All(list => list.Items.All(IsTight));

    private string Print(Definition definition)
    {
        var meanings = definition.Meanings.Select(meaning => ":   " + Indent(Print(meaning), 4));
        return string.Join('\n', definition.Terms.Select(term => runs.Print(term)))
            + "\n"
            + string.Join("\n\n", meanings);
    }

    private string Print(Figure figure)
    {
        var caption = string.Join("\n\n", figure.Caption.Select(paragraph => runs.Print(paragraph)));
        return $"::: figure\n{runs.Print(figure.Pictures)}\n\n{caption}\n:::";
    }

    private string Print(PipeTable table)
    {
        var lines = new List<string>
        {
            Row(table.Header),
            "|" + string.Concat(Enumerable.Repeat(" --- |", table.Header.Count)),
        };
        lines.AddRange(table.Rows.Select(Row));
        return string.Join('\n', lines);

        string Row(IReadOnlyList<IReadOnlyList<Run>> cells) =>
            "| " + string.Join(" | ", cells.Select(cell => runs.Print(cell, TextPlace.Cell))) + " |";
    }

    private string Print(Note note) => $"[^{note.Label}]: " + Indent(Print(note.Blocks), 4);

    private static string Indent(string text, int width)
    {
        var indent = new string(' ', width);
        return string.Join(
            '\n',
            text.Split('\n').Select((line, i) => i == 0 || line.Length == 0 ? line : indent + line)
        );
    }
}

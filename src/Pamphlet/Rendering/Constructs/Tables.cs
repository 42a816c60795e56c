using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Pamphlet.Rendering.Tree;

namespace Pamphlet.Rendering.Constructs;

/// <summary>Pipe tables, each in a box that scrolls by itself and that a keyboard can reach.</summary>
internal sealed class Tables
{
    private int count;

    public HtmlElement Build(Table source, TreeBuilder tree)
    {
        var table = new HtmlElement("table");
        HtmlElement? body = null;
        foreach (var row in source.Cast<TableRow>())
        {
            if (row.IsHeader)
            {
                table.Add(new HtmlElement("thead").Add(BuildRow(source, row, tree)));
                continue;
            }

            if (body is null)
            {
                body = new HtmlElement("tbody");
                table.Add(body);
            }

            body.Add(BuildRow(source, row, tree));
        }

        return Scrolling(table, tree);
    }

    public HtmlElement Scrolling(HtmlElement table, TreeBuilder tree)
    {
        var number = (++count).ToString(CultureInfo.InvariantCulture);
        return new HtmlElement("div")
            .With("class", "wide")
            .With("role", "region")
            .With("aria-label", tree.Words.Table + " " + number)
            .With("tabindex", "0")
            .Add(table);
    }

    private static HtmlElement BuildRow(Table table, TableRow source, TreeBuilder tree)
    {
        var row = new HtmlElement("tr");
        for (var column = 0; column < source.Count; column++)
        {
            var cell = new HtmlElement(source.IsHeader ? "th" : "td");
            if (source.IsHeader)
            {
                cell.With("scope", "col");
            }

            if (column < table.ColumnDefinitions.Count && ClassOf(table.ColumnDefinitions[column]) is { } className)
            {
                cell.With("class", className);
            }

            foreach (var block in (TableCell)source[column])
            {
                if (block is ParagraphBlock paragraph)
                {
                    tree.AddWords(paragraph, cell);
                }
                else
                {
                    tree.AddBlock(block, cell);
                }
            }

            row.Add(cell);
        }

        return row;
    }

    // By class, for a style attribute would ask the page's policy to allow all of them.
    private static string? ClassOf(TableColumnDefinition column) =>
        column.Alignment switch
        {
            TableColumnAlign.Left => "left",
            TableColumnAlign.Center => "center",
            TableColumnAlign.Right => "right",
            _ => null,
        };
}

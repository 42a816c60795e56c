using AngleSharp.Dom;
using Pamphlet.Imports.Text.Printing;
using Pamphlet.Imports.Text.Tree;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>Tables: a caption's frame becomes a figure, a layout is unwrapped, a plain one is Markdown, any other stays HTML.</summary>
internal static class TableReader
{
    // Beyond this a row no longer fits a line that a person can edit. In cells.
    private const int MostColumns = 12;
    private const int MostRows = 500;

    public static IReadOnlyList<Block> Read(IElement table, RunStyle style, Conversion conversion)
    {
        if (FigureReader.IsCaptionTable(table))
        {
            return FigureReader.Read(table, style, conversion);
        }

        var rows = RowsOf(table);
        if (rows.Count == 0 || IsLayout(table, rows))
        {
            return FlowReader.Read(table, style, conversion);
        }

        return ReadPlain(table, rows, style, conversion) ?? [new HtmlText(new HtmlPrinter(conversion).Print(table))];
    }

    private static List<List<IElement>> RowsOf(IElement table) =>
        table
            .QuerySelectorAll("tr")
            .Where(row => row.Closest("table") == table)
            .Select(row => row.Children.Where(cell => cell.LocalName is "td" or "th").ToList())
            .Where(row => row.Count > 0)
            .ToList();

    /// <summary>One column, one cell, or columns that hold whole blocks and no head: it only set things beside each other.</summary>
    private static bool IsLayout(IElement table, List<List<IElement>> rows)
    {
        if (table.GetAttribute("role") is "presentation" || rows.TrueForAll(row => row.Count == 1))
        {
            return true;
        }

        var hasHead = table.QuerySelector("th,caption,thead") is not null;
        return !hasHead
            && (rows.Count == 1 || table.QuerySelector("table") is not null)
            && table.QuerySelector("p,div,ul,ol,table,img,blockquote,h1,h2,h3,h4,pre,iframe") is not null;
    }

    private static IReadOnlyList<Block>? ReadPlain(
        IElement table,
        List<List<IElement>> rows,
        RunStyle style,
        Conversion conversion
    )
    {
        var columns = rows[0].Count;
        var isEven = rows.TrueForAll(row => row.Count == columns && row.TrueForAll(IsPlain));
        var isHeaded =
            rows[0].TrueForAll(cell => cell.LocalName is "th")
            || rows[0][0].ParentElement?.ParentElement?.LocalName is "thead";
        var hasOtherHeads = rows.Skip(1).Any(row => row.Exists(cell => cell.LocalName is "th"));
        if (!isEven || !isHeaded || hasOtherHeads || columns > MostColumns || rows.Count > MostRows)
        {
            return null;
        }

        var read = rows.Select(row => row.Select(cell => CellOf(cell, style, conversion)).ToArray()).ToArray();
        var caption = table.Children.FirstOrDefault(child => child.LocalName is "caption");
        var before = caption is null ? [] : FlowReader.Read(caption, style, conversion);
        return [.. before, new PipeTable(read[0], read[1..])];
    }

    private static bool IsPlain(IElement cell) =>
        !cell.HasAttribute("colspan")
        && !cell.HasAttribute("rowspan")
        && cell.QuerySelector(
            "table,ul,ol,dl,pre,blockquote,h1,h2,h3,h4,h5,h6,hr,iframe,object,embed,video,audio,details,figure"
        )
            is null
        && cell.QuerySelectorAll("p,div").Length <= 1;

    private static List<Run> CellOf(IElement cell, RunStyle style, Conversion conversion)
    {
        var runs = new List<Run>();
        foreach (var paragraph in FlowReader.Read(cell, style, conversion).OfType<Paragraph>())
        {
            if (runs.Count > 0)
            {
                runs.Add(Run.Break(RunStyle.Plain));
            }

            runs.AddRange(paragraph.Runs);
        }

        return runs;
    }
}

using Pamphlet.Imports.Text.Tree;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>Says with paragraphs, quotations, lists and code what comments may not say otherwise; no word is lost.</summary>
internal static class PlainBlocks
{
    public static IReadOnlyList<Block> Of(IEnumerable<Block> blocks) => [.. blocks.SelectMany(Plain)];

    private static IEnumerable<Block> Plain(Block block) =>
        block switch
        {
            Paragraph paragraph => [new Paragraph(Plain(paragraph.Runs))],
            Heading heading =>
            [
                new Paragraph([
                    .. Plain(heading.Runs).Select(run => run with { Style = run.Style with { IsStrong = true } }),
                ]),
            ],
            Quotation quotation => [new Quotation([.. Of(quotation.Blocks), .. SourceOf(quotation)], [])],
            ItemList list => [list with { Items = [.. list.Items.Select(Of)] }],
            Definitions definitions => definitions.Entries.SelectMany(entry =>
                entry.Terms.Select(term => (Block)new Paragraph(Plain(term))).Concat(entry.Meanings.SelectMany(Of))
            ),
            CodeText code => [code with { Language = "" }],
            Figure figure => figure.Caption.Select(caption => new Paragraph(Plain(caption))),
            VerseText verse => [new Paragraph(Joined(verse.Lines))],
            PipeTable table => new[] { table.Header }
                .Concat(table.Rows)
                .Select(row => new Paragraph(Joined(row, " · "))),
            HtmlText html => [new Paragraph([Run.Words(AngleSharpText(html.Html), RunStyle.Plain)])],
            Details details => [new Paragraph([Run.Words(details.Summary, RunStyle.Plain)]), .. Of(details.Blocks)],
            Foreign foreign => Of(foreign.Blocks),
            Note note => Of(note.Blocks),
            _ => [],
        };

    private static IReadOnlyList<Run> Plain(IEnumerable<Run> runs) =>
        Spaces.Collapse(
            runs.Where(run => run.Kind is RunKind.Text or RunKind.Break or RunKind.NoteMark)
                .Select(run => run.Kind is RunKind.NoteMark ? Run.Words($"[{run.Text}]", RunStyle.Plain) : run)
                .Select(run => run with { Style = run.Style with { IsStruck = false, Tags = "", Language = null } })
        );

    private static IEnumerable<Block> SourceOf(Quotation quotation) =>
        quotation.Source.Count == 0
            ? []
            : [new Paragraph([Run.Words("— ", RunStyle.Plain), .. Plain(quotation.Source)])];

    private static IReadOnlyList<Run> Joined(IReadOnlyList<IReadOnlyList<Run>> parts, string? between = null) =>
        Plain(
            parts.SelectMany(
                (part, i) =>
                    i == 0
                        ? part
                        : [between is null ? Run.Break(RunStyle.Plain) : Run.Words(between, RunStyle.Plain), .. part]
            )
        );

    private static string AngleSharpText(string html) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).Body!.TextContent;
}

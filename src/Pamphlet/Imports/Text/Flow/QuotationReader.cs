using AngleSharp.Dom;
using Pamphlet.Imports.Text.Tree;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>A quotation, and the line that says where it comes from.</summary>
internal static class QuotationReader
{
    // A name, a work, a year; a sentence of dialogue is longer or ends with a stop. In characters.
    private const int LongestSource = 100;

    public static IReadOnlyList<Block> Read(IElement element, RunStyle style, Conversion conversion)
    {
        var blocks = FlowReader.Read(element, style, conversion).ToList();
        if (blocks.Count == 0)
        {
            return [];
        }

        var source = TakeSource(blocks, element);
        return blocks.Count == 0 ? [new Paragraph(source)] : [new Quotation(blocks, source)];
    }

    private static IReadOnlyList<Run> TakeSource(List<Block> blocks, IElement element)
    {
        if (
            blocks[^1] is not Paragraph { Runs: var runs }
            || (blocks.Count == 1 && !runs.Any(run => run.Kind is RunKind.Break))
        )
        {
            return [];
        }

        var breakAt = Array.FindLastIndex([.. runs], run => run.Kind is RunKind.Break);
        var last = runs.Skip(breakAt + 1).ToList();
        var text = string.Concat(last.Select(run => run.Text)).Trim();
        var isSaid =
            element.LastElementChild is { LocalName: "cite" or "footer" } said
            && string.Equals(said.TextContent.Trim(), text, StringComparison.Ordinal);
        if (!isSaid && !LooksLikeSource(text, blocks, runs, breakAt))
        {
            return [];
        }

        blocks.RemoveAt(blocks.Count - 1);
        if (breakAt > 0)
        {
            blocks.Add(new Paragraph(Spaces.Collapse(runs.Take(breakAt))));
        }

        // <cite> is set slanted, and here all of it would be.
        return WithoutDash(
            isSaid ? [.. last.Select(run => run with { Style = run.Style with { IsEmphasis = false } })] : last
        );
    }

    /// <summary>A dash begins it, and no other line: dialogue, in Vietnamese and French, begins every line with one.</summary>
    private static bool LooksLikeSource(string text, List<Block> blocks, IReadOnlyList<Run> runs, int breakAt)
    {
        if (
            text.Length is < 3 or > LongestSource
            || !BeginsWithDash(text)
            || text[^1] is '.' or '?' or '!' or '…' or ':' or ','
        )
        {
            return false;
        }

        var others = blocks
            .SkipLast(1)
            .OfType<Paragraph>()
            .SelectMany(paragraph => paragraph.Runs)
            .Concat(runs.Take(Math.Max(0, breakAt)));
        return !others.Any(run => run.Kind is RunKind.Text && BeginsWithDash(run.Text.TrimStart()));
    }

    private static bool BeginsWithDash(string text) =>
        text.Length > 1 && (text[0] is '—' or '–' or '―' || text.StartsWith("--", StringComparison.Ordinal));

    private static IReadOnlyList<Run> WithoutDash(List<Run> runs)
    {
        var first = runs.FindIndex(run => run.Kind is RunKind.Text && !Blank.Is(run.Text));
        if (first >= 0)
        {
            runs[first] = runs[first] with
            {
                Text = runs[first].Text.TrimStart().TrimStart('—', '–', '―', '-').TrimStart(),
            };
        }

        return Spaces.Collapse(runs);
    }
}

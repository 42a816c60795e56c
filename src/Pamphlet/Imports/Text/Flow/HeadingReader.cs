using AngleSharp.Dom;
using Pamphlet.Imports.Text.Tree;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>A heading, on one line; its pictures and whatever else cannot stand in one follow it.</summary>
internal static class HeadingReader
{
    // Some write whole paragraphs as headings, for their size. In characters.
    private const int Longest = 300;

    public static IReadOnlyList<Block> Read(IElement element, RunStyle style, Conversion conversion)
    {
        var level = conversion.HeadingLevels.GetValueOrDefault(element.LocalName[1] - '0', 4);
        var read = FlowReader.Read(element, style with { IsStrong = false }, conversion);
        var words = read.OfType<Paragraph>().Where(IsWords).ToList();
        if (words.Count == 0 || words.Sum(paragraph => paragraph.Runs.Sum(run => run.Text.Length)) > Longest)
        {
            return read;
        }

        var line = new List<Run>();
        foreach (var paragraph in words)
        {
            if (line.Count > 0)
            {
                line.Add(Run.Words(" ", RunStyle.Plain));
            }

            line.AddRange(paragraph.Runs.Select(OnOneLine));
        }

        return
        [
            new Heading(level, Spaces.Collapse(line)),
            .. read.Where(block => block is not Paragraph paragraph || !IsWords(paragraph)),
        ];
    }

    private static bool IsWords(Paragraph paragraph) => paragraph.Runs.All(run => run.Kind is not RunKind.Picture);

    // The whole line is set bold already.
    private static Run OnOneLine(Run run) =>
        (run.Kind is RunKind.Break ? Run.Words(" ", run.Style) : run) with
        {
            Style = run.Style with { IsStrong = false },
        };
}

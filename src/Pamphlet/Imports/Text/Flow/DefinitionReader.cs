using AngleSharp.Dom;
using Pamphlet.Imports.Text.Tree;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>Terms and what they mean.</summary>
internal static class DefinitionReader
{
    public static IReadOnlyList<Block> Read(IElement list, RunStyle style, Conversion conversion)
    {
        var entries = new List<Definition>();
        var terms = new List<IReadOnlyList<Run>>();
        var meanings = new List<IReadOnlyList<Block>>();
        foreach (
            var child in list.Children.SelectMany(child =>
                child.LocalName is "div" ? child.Children : (IEnumerable<IElement>)[child]
            )
        )
        {
            var read = FlowReader.Read(child, style, conversion);
            if (child.LocalName is "dt" && read.All(block => block is Paragraph))
            {
                Close();
                terms.AddRange(read.OfType<Paragraph>().Select(paragraph => OneLine(paragraph.Runs)));
            }
            else if (read.Count > 0)
            {
                meanings.Add(read);
            }
        }

        Close(isLast: true);
        if (entries.Count > 0 && entries.TrueForAll(entry => entry.Terms.Count > 0 && entry.Meanings.Count > 0))
        {
            return [new Definitions(entries)];
        }

        // Half a definition list is a list of paragraphs.
        return entries
            .SelectMany(entry =>
                entry
                    .Terms.Select(term => (Block)new Paragraph(term))
                    .Concat(entry.Meanings.SelectMany(meaning => meaning))
            )
            .ToArray();

        void Close(bool isLast = false)
        {
            if (meanings.Count > 0 || (isLast && terms.Count > 0))
            {
                entries.Add(new Definition([.. terms], [.. meanings]));
                terms.Clear();
                meanings.Clear();
            }
        }
    }

    private static IReadOnlyList<Run> OneLine(IEnumerable<Run> runs) =>
        Spaces.Collapse(runs.Select(run => run.Kind is RunKind.Break ? Run.Words(" ", run.Style) : run));
}

using AngleSharp.Dom;
using Pamphlet.Imports.Text.Tree;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>Verse, where the source said that it is: a poem is not guessed from short lines, for addresses have them too.</summary>
internal static class VerseReader
{
    public static IReadOnlyList<Block> Read(IElement element, RunStyle style, Conversion conversion)
    {
        var reader = new FlowReader(conversion, linesCount: element.LocalName is "pre");
        reader.ReadChildren(element, style);
        var read = reader.Finish();
        if (!read.All(block => block is Paragraph))
        {
            return read;
        }

        var lines = new List<IReadOnlyList<Run>>();
        foreach (var stanza in read.Cast<Paragraph>())
        {
            if (lines.Count > 0)
            {
                lines.Add([]);
            }

            lines.AddRange(LinesOf(stanza.Runs));
        }

        // A stroke within a line would make it the row of a table.
        var isSayable = !lines.Exists(line => line.Any(run => run.Text.Contains('|', StringComparison.Ordinal)));
        return lines.Count > 0 && isSayable ? [new VerseText(lines)] : read;
    }

    private static IEnumerable<IReadOnlyList<Run>> LinesOf(IReadOnlyList<Run> runs)
    {
        var line = new List<Run>();
        foreach (var run in runs)
        {
            if (run.Kind is RunKind.Break)
            {
                yield return line.ToArray();
                line.Clear();
            }
            else
            {
                line.Add(run);
            }
        }

        yield return line;
    }
}

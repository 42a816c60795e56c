using Pamphlet.Imports.Text.Tree;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>Makes paragraphs, pictures and notes of lines.</summary>
internal static class Paragraphs
{
    // A division longer than this is a paragraph, not a line of an address or a poem. In characters.
    private const int LongestLine = 80;

    public static IEnumerable<Block> Of(IReadOnlyList<Line> lines)
    {
        // Who parts paragraphs by empty divisions means divisions to be lines.
        var partsByEmptyLines = lines.Any(line => line.IsEmpty);
        var runs = new List<Run>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.IsEmpty)
            {
                foreach (var block in Take(runs))
                {
                    yield return block;
                }

                continue;
            }

            if (line.Runs.Any(run => run.Kind is RunKind.NoteStart))
            {
                foreach (var block in Take(runs))
                {
                    yield return block;
                }
            }

            runs.AddRange(line.Runs);
            var goesOn =
                i + 1 < lines.Count
                && line.End switch
                {
                    LineEnd.Break => true,
                    LineEnd.Block => partsByEmptyLines
                        && line.Length <= LongestLine
                        && lines[i + 1].Length <= LongestLine,
                    _ => false,
                };
            if (goesOn)
            {
                runs.Add(Run.Break(line.Runs[^1].Style));
                continue;
            }

            foreach (var block in Take(runs))
            {
                yield return block;
            }
        }
    }

    private static List<Block> Take(List<Run> runs)
    {
        var label = runs.Find(run => run.Kind is RunKind.NoteStart)?.Text;
        var blocks = LonePictures
            .Of(runs.Where(run => run.Kind is not RunKind.NoteStart))
            .Select(part => new Paragraph(Spaces.Collapse(part)))
            .Where(paragraph => paragraph.Runs.Count > 0)
            .ToList<Block>();
        runs.Clear();
        return label is null ? blocks : [new Note(label, blocks)];
    }
}

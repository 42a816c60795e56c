using Pamphlet.Imports.Text.Tree;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>
/// Gives pictures that begin or end a line a paragraph of their own. One between words of the same line stays there: moving it
/// would tear a sentence.
/// </summary>
internal static class LonePictures
{
    public static IEnumerable<IReadOnlyList<Run>> Of(IEnumerable<Run> runs)
    {
        var lines = new List<List<Run>> { new() };
        foreach (var run in runs)
        {
            if (run.Kind is RunKind.Break)
            {
                lines.Add([]);
            }
            else
            {
                lines[^1].Add(run);
            }
        }

        var paragraph = new List<Run>();
        foreach (var line in lines)
        {
            var (first, last) = Words(line);
            if (first > last && !line.Exists(run => run.Kind is not RunKind.Text))
            {
                continue;
            }

            if (first == 0 && last == line.Count - 1)
            {
                AddLine(paragraph, line);
                continue;
            }

            foreach (var part in Part(line, first, last, paragraph))
            {
                yield return part;
            }
        }

        if (paragraph.Count > 0)
        {
            yield return paragraph;
        }
    }

    private static List<IReadOnlyList<Run>> Part(List<Run> line, int first, int last, List<Run> paragraph)
    {
        var parts = new List<IReadOnlyList<Run>>();
        var pictures = line.Where((run, i) => (i < first || i > last) && run.Kind is RunKind.Picture).ToList();
        if (pictures.Count == 0)
        {
            AddLine(paragraph, line);
            return parts;
        }

        var before = line.Take(first).Where(run => run.Kind is RunKind.Picture).ToList();
        if (first > last)
        {
            // Pictures alone in their line.
            before = pictures;
        }

        if (before.Count > 0 && paragraph.Count > 0)
        {
            parts.Add(paragraph.ToArray());
            paragraph.Clear();
        }

        parts.AddRange(before.Select(picture => new[] { picture }));
        if (first > last)
        {
            return parts;
        }

        AddLine(paragraph, line[first..(last + 1)]);
        var after = line.Skip(last + 1).Where(run => run.Kind is RunKind.Picture).ToList();
        if (after.Count > 0)
        {
            parts.Add(paragraph.ToArray());
            paragraph.Clear();
            parts.AddRange(after.Select(picture => new[] { picture }));
        }

        return parts;
    }

    private static void AddLine(List<Run> paragraph, List<Run> line)
    {
        if (line.Count == 0)
        {
            return;
        }

        if (paragraph.Count > 0)
        {
            paragraph.Add(Run.Break(line[0].Style));
        }

        paragraph.AddRange(line);
    }

    /// <summary>The first and the last run that are not large pictures or blanks.</summary>
    private static (int First, int Last) Words(List<Run> line)
    {
        var first = line.FindIndex(Stays);
        return first < 0 ? (1, 0) : (first, line.FindLastIndex(Stays));
    }

    private static bool Stays(Run run) =>
        run.Kind switch
        {
            RunKind.Text => !Blank.Is(run.Text),
            RunKind.Picture => run.IsSmall,
            _ => true,
        };
}

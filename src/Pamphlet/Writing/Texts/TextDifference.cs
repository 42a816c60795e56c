using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Pamphlet.Writing.Texts;

/// <summary>Two versions of a text, line by line and within a line word by word, as a reader of proofs marks them.</summary>
internal static class TextDifference
{
    // Unchanged lines around a change that tell where it is.
    private const int Around = 2;

    public static IReadOnlyList<DifferentLine> Of(string before, string after)
    {
        var sides = new SideBySideDiffBuilder(
            new Differ(),
            new LineChunker(),
            new DelimiterChunker([' ', '\t', '.', ',', ';', ':', '!', '?', '«', '»', '(', ')', '"'])
        ).BuildDiffModel(before, after, ignoreWhitespace: false);
        var lines = new List<DifferentLine>();
        for (var i = 0; i < sides.NewText.Lines.Count; i++)
        {
            var (old, now) = (sides.OldText.Lines[i], sides.NewText.Lines[i]);
            if (now.Type is ChangeType.Unchanged)
            {
                lines.Add(new DifferentLine(now.Position, [new DifferentWords(now.Text, WordsChange.None)]));
                continue;
            }

            if (old.Type is not ChangeType.Imaginary)
            {
                lines.Add(new DifferentLine(old.Position, Parts(old, WordsChange.Gone)));
            }

            if (now.Type is not ChangeType.Imaginary)
            {
                lines.Add(new DifferentLine(now.Position, Parts(now, WordsChange.Come)));
            }
        }

        return Near(lines);
    }

    private static List<DifferentWords> Parts(DiffPiece line, WordsChange change)
    {
        if (line.SubPieces.Count == 0 || line.Type is not ChangeType.Modified)
        {
            return [new DifferentWords(line.Text ?? "", change)];
        }

        var parts = new List<DifferentWords>();
        foreach (var piece in line.SubPieces.Where(piece => piece.Text is { Length: > 0 }))
        {
            var kind = piece.Type is ChangeType.Unchanged ? WordsChange.None : change;
            if (parts.Count > 0 && parts[^1].Change == kind)
            {
                parts[^1] = parts[^1] with { Text = parts[^1].Text + piece.Text };
            }
            else
            {
                parts.Add(new DifferentWords(piece.Text, kind));
            }
        }

        return parts;
    }

    private static List<DifferentLine> Near(List<DifferentLine> lines)
    {
        var kept = new List<DifferentLine>();
        for (var i = 0; i < lines.Count; i++)
        {
            var from = Math.Max(0, i - Around);
            var to = Math.Min(lines.Count, i + Around + 1);
            if (lines.GetRange(from, to - from).Exists(line => line.IsChanged))
            {
                kept.Add(lines[i]);
            }
            else if (kept.Count > 0 && !kept[^1].IsGap)
            {
                kept.Add(new DifferentLine(null, []));
            }
        }

        if (kept.Count > 0 && kept[^1].IsGap)
        {
            kept.RemoveAt(kept.Count - 1);
        }

        return kept;
    }
}

/// <param name="Number">In its own version, from 1; null with no parts: lines are left out here.</param>
internal sealed record DifferentLine(int? Number, IReadOnlyList<DifferentWords> Parts)
{
    public bool IsGap => Parts.Count == 0;

    public bool IsChanged => Parts.Any(part => part.Change != WordsChange.None);
}

internal sealed record DifferentWords(string Text, WordsChange Change);

internal enum WordsChange
{
    None,
    Gone,
    Come,
}

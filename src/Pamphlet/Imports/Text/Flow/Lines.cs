using Pamphlet.Imports.Text.Tree;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>
/// Collects the lines that a browser would have shown, for in the wild a paragraph is what stands between two empty ones:
/// <c>&lt;br&gt;&lt;br&gt;</c>, a division that holds only a space, or a true <c>p</c>.
/// </summary>
internal sealed class Lines
{
    private readonly List<Line> lines = [];
    private List<Run> current = [];

    public bool HasWords =>
        lines.Count > 0 || current.Exists(run => run.Kind is not RunKind.Text || !Blank.Is(run.Text));

    public void Add(Run run) => current.Add(run);

    /// <summary><c>br</c>: ends a line, be it an empty one.</summary>
    public void EndLine() => End(LineEnd.Break);

    /// <summary>The edge of a division: ends a line that was begun. One that holds only no-break spaces was meant to be empty.</summary>
    public void EndBlock()
    {
        if (current.Exists(run => run.Kind is not RunKind.Text || run.Text.AsSpan().ContainsAnyExcept(" \t\r\n\f")))
        {
            End(LineEnd.Block);
        }
        else
        {
            current = [];
        }
    }

    /// <summary>The edge of a paragraph: what stands on its two sides never becomes one.</summary>
    public void EndParagraph()
    {
        EndBlock();
        if (lines.Count > 0)
        {
            lines[^1] = lines[^1] with { End = LineEnd.Paragraph };
        }
    }

    public IReadOnlyList<Line> Take()
    {
        EndParagraph();
        var taken = lines.ToArray();
        lines.Clear();
        return taken;
    }

    private void End(LineEnd end)
    {
        lines.Add(new Line(current, end));
        current = [];
    }
}

internal sealed record Line(IReadOnlyList<Run> Runs, LineEnd End)
{
    public bool IsEmpty => Runs.All(run => run.Kind is RunKind.Text && Blank.Is(run.Text));

    public int Length => Runs.Sum(run => run.Text.Length);
}

internal enum LineEnd
{
    Break,
    Block,
    Paragraph,
}

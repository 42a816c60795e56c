namespace Pamphlet.ReadingOver;

/// <summary>One place of one line.</summary>
/// <param name="Length">In UTF-16 code units, from <paramref name="Start"/>.</param>
/// <param name="Says">What to quote, where that is not simply what stands there.</param>
internal sealed record Sighting(FindingKind Kind, int Start, int Length, string? Says = null, string? Instead = null)
{
    public bool Overlaps(Sighting other) => Start < other.Start + other.Length && other.Start < Start + Length;

    public string Quote(ReadLine line) => Says ?? Visible.Of(line.Text.Substring(Start, Length));
}

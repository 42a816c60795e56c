using Pamphlet.Rendering;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>What a conversion left out, by kind.</summary>
internal sealed class DroppedCounts
{
    // A stranger may choose hosts and schemes: neither their number nor their length may be without end.
    private const int MostKinds = 100;
    private const int LongestKind = 80;

    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Counts => counts;

    public void Add(string kind, int times = 1)
    {
        kind = CleanText.Of(kind.Length > LongestKind ? kind[..LongestKind] : kind);
        kind = counts.Count < MostKinds || counts.ContainsKey(kind) ? kind : "other";
        counts[kind] = counts.GetValueOrDefault(kind) + times;
    }
}

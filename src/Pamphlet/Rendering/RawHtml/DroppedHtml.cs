namespace Pamphlet.Rendering.RawHtml;

/// <summary>
/// What was taken out, by kind: an element by its name, an attribute by <c>@</c> and its name, an address by its scheme and a colon.
/// </summary>
internal sealed class DroppedHtml
{
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Counts => counts;

    public void Element(string name) => Add(name);

    public void Attribute(string name) => Add("@" + name);

    public void Address(string address)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        Add(colon is > 0 and < 20 ? address[..colon].Trim().ToLowerInvariant() + ":" : ":");
    }

    // A stranger chooses the names: neither their number nor their length may be without end.
    private void Add(string kind)
    {
        kind = CleanText.Of(kind.Length > 40 ? kind[..40] : kind);
        if (counts.Count < 100 || counts.ContainsKey(kind))
        {
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
        }
    }
}

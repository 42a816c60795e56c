namespace Pamphlet.Seal;

/// <summary>A line of a manifest with the proof that it stands at its place.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Hashes">From the leaf to the root of the pages' tree.</param>
public sealed record ProvenLine(ManifestLine Line, int Index, IReadOnlyList<ContentHash> Hashes)
{
    /// <summary>Whether a record's edition has this line at this place.</summary>
    public bool Holds(EditionRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return TreeProof.IsIncluded(Line.LeafHash(), Index, record.Pages, Hashes, record.PageRoot);
    }
}

namespace Pamphlet.Reading;

/// <summary>What the page for whoever takes the paper along says of it.</summary>
/// <param name="Onion">The address on the onion network, <c>http://….onion/</c>, or null.</param>
/// <param name="Mirrors">Where copies are served with the editors' consent.</param>
internal sealed record CopyFacts(IReadOnlyList<CopyFact> Files, string? Onion, IReadOnlyList<string> Mirrors);

/// <summary>A copy that lies beside the edition. It was made of an earlier one: none can hold itself.</summary>
/// <param name="Path">From the site's root.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Hash">SHA-256, 64 digits.</param>
/// <param name="Edition">The number of the record of the edition that is in it.</param>
internal sealed record CopyFact(CopyKind Kind, string Path, long Size, string Hash, long Edition);

/// <summary>In the order in which they are shown.</summary>
internal enum CopyKind
{
    Zip,
    Epub,
    Pdf,
    Booklet,
    Torrent,
    Zim,
    Html,
}

namespace Pamphlet.Reading;

/// <summary>What the page for checkers says of the paper's keys and mirrors.</summary>
/// <param name="Key">The log's public key.</param>
/// <param name="Fingerprint">Of that key.</param>
/// <param name="KeySet">Of the editors' newest key set, or null.</param>
/// <param name="Mirrors">Where copies are served with the editors' consent.</param>
internal sealed record SealFacts(string Key, string Fingerprint, string? KeySet, IReadOnlyList<string> Mirrors);

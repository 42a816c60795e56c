using Pamphlet.Seal;

namespace Pamphlet.Signing.Checking;

/// <summary>What was found out about a copy.</summary>
/// <param name="Refusal">Why nobody vouches for it, or none.</param>
/// <param name="Edition">What a key vouches for; null where none does.</param>
/// <param name="IsPinned">The key was given by whoever asked, and not brought along by the copy.</param>
internal sealed record CopyReport(EditionRefusal Refusal, VerifiedEdition? Edition, bool IsPinned)
{
    /// <summary>The key that signed.</summary>
    public VerifierKey? Key { get; init; }

    public int Good { get; init; }

    /// <summary>Files with other bytes than were signed.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>Files that are not there; withheld ones among them.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Files that are no part of the edition.</summary>
    public IReadOnlyList<string> Foreign { get; init; } = [];

    /// <summary>Names that a ZIP has more than once: who unpacks it may get another file than the one that was checked.</summary>
    public IReadOnlyList<string> Twice { get; init; } = [];

    /// <summary>Files outside of the edition that nobody signed: what a system left on the stick, or a stranger's bait.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    public bool Holds =>
        Refusal == EditionRefusal.None
        && Changed.Count == 0
        && Missing.Count == 0
        && Foreign.Count == 0
        && Twice.Count == 0;
}

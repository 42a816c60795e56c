namespace Pamphlet.Seal;

/// <summary>What somebody who verifies already believes.</summary>
public sealed record EditionTrust
{
    /// <summary>Keys of logs.</summary>
    public IReadOnlyList<VerifierKey> Logs { get; init; } = [];

    /// <summary>A key set known by its hash: log keys that the newest set after it names are believed too.</summary>
    public ContentHash? KeySet { get; init; }

    /// <summary>Witnesses whose cosignatures are looked for.</summary>
    public IReadOnlyList<VerifierKey> Witnesses { get; init; } = [];

    /// <summary>Whose cosignatures must be there, or null: nobody's.</summary>
    public WitnessPolicy? Policy { get; init; }
}

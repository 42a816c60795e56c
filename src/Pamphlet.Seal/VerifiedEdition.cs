namespace Pamphlet.Seal;

/// <summary>An edition that a believed key vouches for. Only <see cref="SignedEdition"/> makes one.</summary>
public sealed class VerifiedEdition
{
    internal VerifiedEdition(
        EditionManifest manifest,
        EditionRecord record,
        LogProof proof,
        Checkpoint checkpoint,
        IReadOnlyList<NoteSigner> signers,
        SignedKeySet? keys
    )
    {
        (Manifest, Record, Proof, Checkpoint, Signers, Keys) = (manifest, record, proof, checkpoint, signers, keys);
    }

    /// <summary>Every file and its hash.</summary>
    public EditionManifest Manifest { get; }

    /// <summary>What the log remembers of it.</summary>
    public EditionRecord Record { get; }

    /// <summary>That the log has it.</summary>
    public LogProof Proof { get; }

    /// <summary>The log's head that vouches for it.</summary>
    public Checkpoint Checkpoint { get; }

    /// <summary>Believed keys that signed the head, and witnesses with the times of their cosignatures.</summary>
    public IReadOnlyList<NoteSigner> Signers { get; }

    /// <summary>The editors' newest key set, or null: the edition carries none.</summary>
    public SignedKeySet? Keys { get; }

    /// <summary>Whether the log that vouches for this edition is the other's log, grown.</summary>
    /// <param name="proof">From the other's checkpoint to this one's.</param>
    public bool Continues(VerifiedEdition older, IReadOnlyList<ContentHash> proof)
    {
        ArgumentNullException.ThrowIfNull(older);
        return string.Equals(older.Checkpoint.Origin, Checkpoint.Origin, StringComparison.Ordinal)
            && TreeProof.IsConsistent(
                older.Checkpoint.Size,
                older.Checkpoint.Root,
                Checkpoint.Size,
                Checkpoint.Root,
                proof
            );
    }
}

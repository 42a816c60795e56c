namespace Pamphlet.Seal;

/// <summary>Why some bytes are no edition that anybody vouches for.</summary>
public enum EditionRefusal
{
    /// <summary>They are one.</summary>
    None,

    /// <summary>The list of files is no manifest.</summary>
    Manifest,

    /// <summary>The record is none.</summary>
    Record,

    /// <summary>The proof or the checkpoint in it is none.</summary>
    Proof,

    /// <summary>The list of files is not the one that the record names.</summary>
    AnotherManifest,

    /// <summary>The tree over the lines has another root or count than the record says.</summary>
    AnotherTree,

    /// <summary>Record and checkpoint belong to different papers.</summary>
    AnotherPaper,

    /// <summary>The log's checkpoint does not contain the record.</summary>
    NotInLog,

    /// <summary>A key set is none, not signed by enough editors, or not the one that the record names.</summary>
    KeySet,

    /// <summary>No key that is believed signed the checkpoint.</summary>
    UnknownKey,

    /// <summary>A believed key's signature does not hold: the checkpoint was changed.</summary>
    BrokenSignature,

    /// <summary>Fewer witnesses cosigned than were asked for.</summary>
    TooFewWitnesses,
}

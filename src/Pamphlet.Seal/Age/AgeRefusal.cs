namespace Pamphlet.Seal.Age;

/// <summary>Why a file does not open. All but <see cref="NoIdentityFits"/> mean that the file is damaged or was never one.</summary>
public enum AgeRefusal
{
    /// <summary>The armor around it is not in its one spelling, or text stands before or behind it.</summary>
    Armor,

    /// <summary>It does not begin as an age file of version 1.</summary>
    NotAge,

    /// <summary>The header is cut, too long, or not in its one spelling.</summary>
    Header,

    /// <summary>A stanza of a kind that we open is not made as that kind is.</summary>
    Stanza,

    /// <summary>A passphrase stanza asks for more work than the opener allows.</summary>
    TooMuchWork,

    /// <summary>No stanza opens with any of the identities: it is for somebody else, or the passphrase is another.</summary>
    NoIdentityFits,

    /// <summary>The header was changed after it was sealed.</summary>
    HeaderChanged,

    /// <summary>The content was changed, or does not belong to this header.</summary>
    ContentChanged,

    /// <summary>The file ends too early.</summary>
    Cut,

    /// <summary>Something follows the last chunk.</summary>
    SomethingFollows,
}

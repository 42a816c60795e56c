namespace Pamphlet.Seal;

/// <summary>What a key's signatures say: the byte before a public key in C2SP signed notes.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Naming",
    "CA1027:Mark enums with FlagsAttribute",
    Justification = "They are the specification's numbers, and are not added up."
)]
public enum KeyKind
{
    /// <summary>Not a key that this program knows.</summary>
    None = 0,

    /// <summary>Ed25519 over the note's text: whoever wrote it signed it.</summary>
    Note = 1,

    /// <summary>cosignature/v1: «as of this time, the largest consistent tree I have seen».</summary>
    Cosignature = 4,
}

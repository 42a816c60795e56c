namespace Pamphlet.Seal;

/// <summary>Why some bytes are no edition's manifest.</summary>
public enum ManifestRefusal
{
    /// <summary>They are one.</summary>
    None,

    /// <summary>The bytes are not UTF-8.</summary>
    NotUtf8,

    /// <summary>The last line has no newline: the file was cut.</summary>
    CutLine,

    /// <summary>A line does not begin with 64 lowercase hexadecimal digits.</summary>
    NoHash,

    /// <summary>Two spaces do not follow the hash (<c>sha256sum</c>'s <c>*</c> and <c>\</c> forms are other spellings).</summary>
    NoSeparator,

    /// <summary>The path is none, or not in its one spelling.</summary>
    BadPath,

    /// <summary>The lines are not sorted by the UTF-8 bytes of their paths.</summary>
    NotSorted,

    /// <summary>A path is listed twice.</summary>
    Twice,

    /// <summary>Two paths differ only in capitals: a stick's file system would let one overwrite the other.</summary>
    SameButForCapitals,

    /// <summary>One path is a file and another lies inside it as in a folder.</summary>
    FileAsFolder,
}

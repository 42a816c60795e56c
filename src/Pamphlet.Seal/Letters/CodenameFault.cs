namespace Pamphlet.Seal.Letters;

/// <summary>What is wrong with a codename as it was typed. None of these tells whether anybody has it.</summary>
public enum CodenameFault
{
    /// <summary>A word is not in the list.</summary>
    UnknownWord,

    /// <summary>Fewer than ten words.</summary>
    TooFew,

    /// <summary>More than ten words.</summary>
    TooMany,

    /// <summary>Ten words of ours that were never drawn together: one is another, or two changed places.</summary>
    Checksum,
}

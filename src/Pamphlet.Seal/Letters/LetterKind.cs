namespace Pamphlet.Seal.Letters;

/// <summary>What a sealed page is.</summary>
public enum LetterKind
{
    /// <summary>Nothing: it hides how many others there are.</summary>
    Cover = 0,

    /// <summary>The first page of a letter: its words, and which files follow.</summary>
    Letter = 1,

    /// <summary>A piece of a letter's files.</summary>
    FilePart = 2,

    /// <summary>An answer of the paper.</summary>
    Answer = 3,

    /// <summary>What somebody sealed before it reached the server; its own header says for whom.</summary>
    SealedElsewhere = 4,
}

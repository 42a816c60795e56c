using Pamphlet.Desk.Words;

namespace Pamphlet.Letters.Between;

/// <summary>Why another paper was not reached, or did not take a letter.</summary>
internal enum PaperFault
{
    /// <summary>No connection, or it broke.</summary>
    Unreachable,

    /// <summary>Nothing came for too long.</summary>
    Slow,

    /// <summary>More came than such a page can have.</summary>
    Endless,

    /// <summary>Something answers there, and takes no letters.</summary>
    NoLetters,

    /// <summary>Its keys are of weeks that are past.</summary>
    NoWeek,

    /// <summary>Another key answers there than the one that was accepted.</summary>
    OtherKey,

    /// <summary>It has no room for letters.</summary>
    Full,

    /// <summary>It looked at the letter, and said no.</summary>
    NotTaken,
}

internal static class PaperFaultWords
{
    public static string Of(this PapersWords words, PaperFault fault) =>
        fault switch
        {
            PaperFault.Unreachable => words.Unreachable,
            PaperFault.Slow => words.Slow,
            PaperFault.Endless => words.Endless,
            PaperFault.NoLetters => words.NoLetters,
            PaperFault.NoWeek => words.NoWeek,
            PaperFault.OtherKey => words.OtherKeyNow,
            PaperFault.Full => words.Full,
            _ => words.NotTaken,
        };
}

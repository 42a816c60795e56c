namespace Pamphlet.Mirrors;

/// <summary>What came of asking a paper for its newest edition. All but the first two are refused; the held edition goes on.</summary>
internal enum FollowFinding
{
    /// <summary>A newer edition is held, served and cosigned.</summary>
    Newer,

    /// <summary>Nothing new.</summary>
    Current,

    /// <summary>Nobody answers, or the way is blocked.</summary>
    Unreachable,

    /// <summary>Too slow.</summary>
    Slow,

    /// <summary>More bytes than could be right: an endless file, a bomb.</summary>
    TooLarge,

    /// <summary>What came is no checkpoint, seal, list or record.</summary>
    Garbled,

    /// <summary>Signed with another key than was agreed, or not at all.</summary>
    Forged,

    /// <summary>The log of another paper.</summary>
    AnotherPaper,

    /// <summary>An older head than is held: the log was rolled back, or the source was.</summary>
    RolledBack,

    /// <summary>Another head of the same size: two histories are shown to two readers.</summary>
    SplitView,

    /// <summary>A larger log that does not begin with the one that is held.</summary>
    Forked,

    /// <summary>Dated in the future.</summary>
    InFuture,

    /// <summary>A file or a list is not what its hash says.</summary>
    WrongContent,

    /// <summary>A file's name or an address leads out of the paper, or two names differ only in capitals.</summary>
    LeadsOut,

    /// <summary>More than was agreed to hold.</summary>
    OverLimit,

    /// <summary>The disk is full, or cannot be written.</summary>
    DiskFault,
}

/// <param name="Words">For the operator: what, and where.</param>
internal sealed record FollowResult(FollowFinding Finding, string Words)
{
    public bool IsGood => Finding is FollowFinding.Newer or FollowFinding.Current;
}

/// <summary>A refusal on its way out of the room; it never leaves <see cref="FollowPaper"/>.</summary>
internal sealed class FollowRefusedException(FollowFinding finding, string words) : Exception(words)
{
    public FollowFinding Finding { get; } = finding;
}

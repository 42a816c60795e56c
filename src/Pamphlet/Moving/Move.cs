using Pamphlet.Imports;
using Pamphlet.Rendering;

namespace Pamphlet.Moving;

/// <summary>How far the paper that moves in has come: what its page shows.</summary>
/// <param name="Outcome">Of the last look, or of the import once it is done.</param>
/// <param name="Progress">While something is under way.</param>
/// <param name="Authors">Who signed, as the first look found them: their names are what <see cref="MoveWishes.Names"/> change.</param>
internal sealed record Move(
    MoveStage Stage,
    MoveWishes Wishes,
    ImportOutcome? Outcome = null,
    ImportProgress? Progress = null,
    IReadOnlyList<AuthorCount>? Authors = null
)
{
    public static Move None { get; } = new(MoveStage.Nothing, MoveWishes.None);

    public bool IsUnderWay => Stage is MoveStage.Arriving or MoveStage.Looking or MoveStage.MovingIn;

    public ImportReport? Report => (Outcome as ImportOutcome.Imported)?.Report;
}

internal enum MoveStage
{
    Nothing,

    /// <summary>Somebody uploads.</summary>
    Arriving,

    /// <summary>A dry run.</summary>
    Looking,

    /// <summary>Its report lies ready; nothing was written.</summary>
    Looked,

    MovingIn,
    Moved,

    /// <summary>Somebody stopped it: the paper is as it was.</summary>
    Stopped,

    /// <summary>Our fault: the paper is as it was.</summary>
    Broken,
}

/// <summary>What the editors answered. Every change of it is looked at anew before anything is written.</summary>
/// <param name="Blog">Which of several.</param>
/// <param name="Sites">Where the old paper was, under each of its names, where the export does not say it.</param>
/// <param name="Language">Null: as the export says, or as its letters look.</param>
/// <param name="Names">By the old name, the pen name that takes its place; empty for none.</param>
internal sealed record MoveWishes(
    string? Blog,
    IReadOnlyList<Uri> Sites,
    Language? Language,
    IReadOnlyDictionary<string, string> Names
)
{
    public static MoveWishes None { get; } =
        new(null, [], null, new Dictionary<string, string>(StringComparer.Ordinal));
}

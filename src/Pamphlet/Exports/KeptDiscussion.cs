namespace Pamphlet.Exports;

/// <summary>What was settled about discussions, and the open log of what was done to them; exports from before have none.</summary>
/// <param name="Brakes">By the names that the desk's form gives them.</param>
/// <param name="Texts">Those that differ from the paper.</param>
/// <param name="Log">Oldest first.</param>
internal sealed record KeptDiscussion(
    string Mode,
    bool PublishesAtOnce,
    bool NeedsTwo,
    int? ClosesAfterDays,
    bool IsHeldByHand,
    string UnwantedHosts,
    IReadOnlyDictionary<string, int> Brakes,
    IReadOnlyList<KeptTextDiscussion> Texts,
    IReadOnlyList<KeptModeration> Log
);

/// <param name="Mode">Null: as the paper has it.</param>
internal sealed record KeptTextDiscussion(string Text, string? Mode, bool IsHeldByHand);

/// <param name="Text">Null: all.</param>
internal sealed record KeptModeration(DateOnly Day, string Act, string? Because, string? Text, string Note);

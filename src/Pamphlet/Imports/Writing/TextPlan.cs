using Pamphlet.Imports.Entries;
using Pamphlet.Posts;

namespace Pamphlet.Imports.Writing;

/// <summary>What becomes of one text, decided before its words are read.</summary>
/// <param name="Path">Where it will be read, or null: it was never public.</param>
/// <param name="OldPath">Where it was read, from the root, or <c>""</c>.</param>
/// <param name="Known">The paper's own version, or null: it is new.</param>
internal sealed record TextPlan(
    SourceEntry Facts,
    string SourceId,
    PostId Id,
    KnownText? Known,
    PostState State,
    string? Path,
    string OldPath,
    DateTimeOffset? Published,
    IReadOnlyList<Person> Authors
)
{
    /// <summary>Counted from 1, or null: not in the menu.</summary>
    public int? MenuPlace { get; init; }

    /// <summary>Versions of one text in several languages share it; or null.</summary>
    public long? TranslationGroup { get; init; }

    public bool IsPublic => State == PostState.Published;

    /// <summary>As notes name it.</summary>
    public static string Called(SourceEntry entry) =>
        entry.Title.Length > 0 ? $"{entry.Kind} {entry.Number} «{entry.Title}»" : $"{entry.Kind} {entry.Number}";
}

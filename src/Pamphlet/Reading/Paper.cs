using Pamphlet.Rendering;

namespace Pamphlet.Reading;

/// <summary>What every page shows of the paper itself.</summary>
/// <param name="Home">Where it lives for the world, ending with a slash, or null: then no page names an address of its own.</param>
/// <param name="FeedId">The Atom id of the whole.</param>
/// <param name="PostsPerPage">How many posts a numbered page holds.</param>
/// <param name="Menu">The pages of the menu, in order.</param>
internal sealed record Paper(
    string Name,
    string Line,
    Language Language,
    Uri? Home,
    string FeedId,
    int PostsPerPage,
    Menu Menu
)
{
    /// <summary>Editions are signed, and carry the page that tells how to check them.</summary>
    public bool IsSigned { get; init; }

    /// <summary>Readers can write letters: their editors have published a key. Otherwise no page invites one.</summary>
    public bool TakesLetters { get; init; }

    public Theme Theme { get; init; } = Theme.Plain;

    /// <summary>Feeds carry whole texts, not their beginnings.</summary>
    public bool FeedsAreWhole { get; init; } = true;

    /// <summary>Other sites may tell that they link a text: each text's page says where.</summary>
    public bool TakesMentions { get; init; }

    /// <summary>The hub that feeds name, or null.</summary>
    public Uri? Hub { get; init; }

    /// <summary>Whether two papers may differ in their style sheets and feeds alone.</summary>
    public bool IsSameButLook(Paper other) =>
        Equals(other with { Theme = Theme, FeedsAreWhole = FeedsAreWhole, Hub = Hub })
        && Theme.Look.HasPictures == other.Theme.Look.HasPictures;
}

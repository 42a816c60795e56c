using Pamphlet.Rendering;
using Pamphlet.Seal;

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
    IReadOnlyList<MenuItem> Menu
);

internal sealed record MenuItem(string Title, SitePath Path);

using Pamphlet.Seal;
using RazorSlices;

namespace Pamphlet.Reading;

/// <summary>What the layout needs to put around a page's own slice.</summary>
/// <param name="Body">The page's own slice.</param>
/// <param name="Title">Of the page, or <c>""</c>: the paper's name alone.</param>
/// <param name="Description">For search engines and cards, or <c>""</c>.</param>
/// <param name="Versions">The versions of the page's text in several languages, itself included; or none.</param>
/// <param name="Feeds">What a browser may offer to follow: the paper's feeds, then the page's own.</param>
internal sealed record Frame(
    Sheet Sheet,
    RazorSlice Body,
    string Title,
    string Description = "",
    IReadOnlyList<Card>? Versions = null,
    IReadOnlyList<NamedFeed>? Feeds = null
)
{
    /// <summary>False where the address is not worth finding: search form, pages of what is gone.</summary>
    public bool IsFindable { get; init; } = true;

    /// <summary>A text that other sites may tell of linking: the page says where.</summary>
    public bool TakesMentions { get; init; }

    /// <summary>False where the page was made for one reader: then it must not say that it is the same everywhere.</summary>
    public bool IsOfEdition { get; init; } = true;

    /// <summary>Above all else of a page that readers do not see; null: they do.</summary>
    public PageNotice? Notice { get; init; }
}

/// <summary>That this is a preview, and the way back from it.</summary>
/// <param name="Language">Of these words: the desk's, not the page's.</param>
/// <param name="Back">An address, or null: whoever sees it came by a link alone.</param>
internal sealed record PageNotice(string Words, Rendering.Language Language, string? Back, string BackWords)
{
    /// <summary>For the style sheet of the preview alone: readers need not load it.</summary>
    public const string Style =
        ".notice{margin:0 0 1rem;padding:.6rem .9rem;border:2px dashed currentColor;font:700 1rem/1.4 sans-serif}";
}

internal sealed record NamedFeed(string Title, SitePath Path);

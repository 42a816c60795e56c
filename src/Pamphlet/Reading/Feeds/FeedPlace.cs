using Pamphlet.Rendering;
using Pamphlet.Seal;

namespace Pamphlet.Reading.Feeds;

/// <summary>How a feed names the files of the site: absolutely where the paper has a home, else from where it lies itself.</summary>
internal sealed class FeedPlace(Paper paper, SitePath feed)
{
    /// <summary>Where the feed itself lives, or null: nobody can say.</summary>
    public string? Self => paper.Home is { } home ? SiteLink.Absolute(home, feed) : null;

    public string To(SitePath file) =>
        paper.Home is { } home ? SiteLink.Absolute(home, file) : SiteLink.Relative(feed.WayToRoot, file);

    public string To(string file) => To(SitePath.From(file));

    /// <summary>
    /// In an element that names the language and the direction: not every reader's program hands on what the feed says of them.
    /// </summary>
    public string Html(SafeHtml html, Language language) =>
        $"<div lang=\"{language.Tag}\" dir=\"{language.Direction}\">{Html(html)}</div>";

    public string Html(SafeHtml html) => paper.Home is { } home ? html.AtHome(home) : html.At(feed.WayToRoot);
}

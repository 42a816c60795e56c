using Pamphlet.Reading.Words;
using Pamphlet.Rendering;
using Pamphlet.Seal;

namespace Pamphlet.Reading.Feeds;

/// <summary>How a feed names the files of the site: absolutely where the paper has a home, else from where it lies itself.</summary>
internal sealed class FeedPlace(Paper paper, SitePath feed)
{
    /// <summary>Beginnings only, whatever the paper settled.</summary>
    public bool IsBrief { get; init; }

    /// <summary>Where the feed itself lives, or null: nobody can say.</summary>
    public string? Self => paper.Home is { } home ? SiteLink.Absolute(home, feed) : null;

    public string To(SitePath file) =>
        paper.Home is { } home ? SiteLink.Absolute(home, file) : SiteLink.Relative(feed.WayToRoot, file);

    public string To(string file) => To(SitePath.From(file));

    /// <summary>A text, or its beginning and the way to the rest, as the paper settled.</summary>
    public string Words(Article article)
    {
        var (card, text) = (article.Card, article.Text);
        if ((paper.FeedsAreWhole && !IsBrief) || !text.IsCut)
        {
            return Html(text.Body, card.Language);
        }

        var words = Phrasebooks.For(card.Language, paper.Language);
        var on = $"<p {Sheet.In(words, card.Language)}><a href=\"{To(card.Path)}\">{words.Lists.ReadOn}</a></p>";
        return $"<div lang=\"{card.Language.Tag}\" dir=\"{card.Language.Direction}\">{Html(text.Excerpt)}{on}</div>";
    }

    /// <summary>
    /// In an element that names the language and the direction: not every reader's program hands on what the feed says of them.
    /// </summary>
    public string Html(SafeHtml html, Language language) =>
        $"<div lang=\"{language.Tag}\" dir=\"{language.Direction}\">{Html(html)}</div>";

    public string Html(SafeHtml html) => paper.Home is { } home ? html.AtHome(home) : html.At(feed.WayToRoot);
}

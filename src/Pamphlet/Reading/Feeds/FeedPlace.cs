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
        return $"<div lang=\"{card.Language.Tag}\" dir=\"{card.Language.Direction}\">{Inner(text.Excerpt, card.Language)}{on}</div>";
    }

    /// <summary>
    /// In an element that names the language and the direction: not every reader's program hands on what the feed says of them.
    /// </summary>
    public string Html(SafeHtml html, Language language) =>
        $"<div lang=\"{language.Tag}\" dir=\"{language.Direction}\">{Inner(html, language)}</div>";

    /// <summary>Without an element around it. A paper whose look loads no pictures has none in its feeds either.</summary>
    public string Inner(SafeHtml html, Language language)
    {
        var shown = paper.Theme.Look.HasPictures ? html : html.WithoutPictures(language);
        return paper.Home is { } home ? shown.AtHome(home) : shown.At(feed.WayToRoot);
    }
}

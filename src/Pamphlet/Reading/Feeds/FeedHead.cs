using System.ServiceModel.Syndication;

namespace Pamphlet.Reading.Feeds;

/// <summary>What every Atom and RSS feed of the paper begins with.</summary>
internal static class FeedHead
{
    /// <param name="about">The page that shows to people what the feed tells programs.</param>
    /// <param name="changes">When what it tells of last changed; the newest is the feed's own.</param>
    public static SyndicationFeed Of(
        Paper paper,
        FeedPlace place,
        string title,
        string id,
        Seal.SitePath about,
        IEnumerable<DateTimeOffset> changes
    )
    {
        var feed = new SyndicationFeed
        {
            Id = id,
            Title = Text(title),
            Description = paper.Line.Length > 0 ? Text(paper.Line) : null,
            Language = paper.Language.Tag,
            // A feed must say when it changed; one that tells of nothing never did.
            LastUpdatedTime = changes.Append(DateTimeOffset.UnixEpoch).Max().ToUniversalTime(),
        };
        feed.Authors.Add(new SyndicationPerson { Name = XmlText.Clean(paper.Name) });
        feed.Links.Add(Link(place.To(about), "alternate", "text/html"));
        if (place.Self is { } self)
        {
            feed.Links.Add(Link(self, "self", mediaType: null));
        }

        return feed;
    }

    public static TextSyndicationContent Text(string text) => new(XmlText.Clean(text));

    public static SyndicationLink Link(string address, string relation, string? mediaType, string? title = null) =>
        new(
            new Uri(address, UriKind.RelativeOrAbsolute),
            relation,
            title is null ? null : XmlText.Clean(title),
            mediaType,
            0
        );

    /// <summary>The authors; where none is named, the others whose text it is; else the paper.</summary>
    public static IEnumerable<string> NamesOf(Card card, Paper paper)
    {
        var authors = card.Bylines.Where(name => name.Role == Posts.BylineRole.Author).ToList();
        var named = authors.Count > 0 ? authors : card.Bylines;
        return named.Count > 0 ? named.Select(name => name.Name).Distinct(StringComparer.Ordinal) : [paper.Name];
    }
}

using System.ServiceModel.Syndication;
using System.Xml.Linq;
using Pamphlet.Posts;
using Pamphlet.Reading.Words;

namespace Pamphlet.Reading.Feeds;

/// <summary>New comments as Atom and RSS tell of them. What was taken back or away is in none.</summary>
internal static class CommentFeed
{
    private static readonly XNamespace Threads = "http://purl.org/syndication/thread/1.0";

    public static SyndicationFeed Of(CommentFeedPlan plan, Catalogue catalogue, Func<PostId, Article> articleOf)
    {
        var paper = catalogue.Paper;
        var words = Phrasebooks.For(paper.Language);
        var place = new FeedPlace(paper, plan.Path);
        var comments = NewestComments.Of(plan.Cards, articleOf);
        var feed = FeedHead.Of(
            paper,
            place,
            words.Page.FeedOfComments.With("paper", plan.Of?.Title ?? paper.Name),
            plan.Of is { } text ? CommentEntryId.FeedOf(text) : $"{paper.FeedId}/comments",
            plan.Of?.Path ?? Files.Front,
            comments.Select(comment => Midnight(comment.Shown.Day))
        );
        feed.Items = [.. comments.Select(comment => Entry(comment.Card, comment.Shown, place, paper, words))];
        return feed;
    }

    private static SyndicationItem Entry(
        Card card,
        ShownComment comment,
        FeedPlace place,
        Paper paper,
        Phrasebook words
    )
    {
        var entry = new SyndicationItem
        {
            Id = CommentEntryId.Of(paper, card, comment.PublicId),
            Title = FeedHead.Text(Beginning.Of(comment.Plain)),
            PublishDate = Midnight(comment.Day),
            LastUpdatedTime = Midnight(comment.Day),
            Content = SyndicationContent.CreateHtmlContent(
                XmlText.Clean($"<div dir=\"auto\">{place.Inner(comment.Body, paper.Language)}</div>")
            ),
        };
        var text = place.To(card.Path);
        var page = place.To(Files.Discussion(card.Path, comment.Page));
        entry.Links.Add(FeedHead.Link($"{page}#c{Uri.EscapeDataString(comment.PublicId)}", "alternate", "text/html"));
        entry.Authors.Add(new SyndicationPerson { Name = XmlText.Clean(comment.Name ?? words.Discussion.Anonymous) });
        entry.ElementExtensions.Add(
            new XElement(
                Threads + "in-reply-to",
                new XAttribute(XNamespace.Xmlns + "thr", Threads.NamespaceName),
                new XAttribute(
                    "ref",
                    comment.ParentId is { } parent ? CommentEntryId.Of(paper, card, parent) : card.EntryId
                ),
                new XAttribute("href", text),
                new XAttribute("type", "text/html")
            ).CreateReader()
        );
        return entry;
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}

using System.ServiceModel.Syndication;
using System.Xml;
using Pamphlet.Posts;

namespace Pamphlet.Reading.Feeds;

/// <summary>New texts, whole, as Atom and RSS tell of them.</summary>
internal static class TextFeed
{
    public static SyndicationFeed Of(FeedPlan plan, Catalogue catalogue, Func<PostId, Article> articleOf)
    {
        var paper = catalogue.Paper;
        var place = new FeedPlace(paper, plan.Path) { IsBrief = plan.IsBrief };
        var ofTag = plan.Slug.Length > 0;
        var feed = FeedHead.Of(
            paper,
            place,
            ofTag ? $"{paper.Name}: {Lists.Tag(catalogue, plan.Slug).Title}" : paper.Name,
            ofTag ? $"{paper.FeedId}/tag/{SiteLink.Encode(plan.Slug)}" : paper.FeedId,
            ofTag ? Files.List(ListKind.Tag, plan.Slug) : Files.Front,
            plan.Cards.Select(card => card.Updated)
        );
        if (paper.Hub is { } hub)
        {
            feed.Links.Add(FeedHead.Link(hub.AbsoluteUri, "hub", mediaType: null));
        }

        feed.Items = [.. plan.Cards.Select(card => Entry(card, articleOf(card.Id), place, paper))];
        return feed;
    }

    private static SyndicationItem Entry(Card card, Article article, FeedPlace place, Paper paper)
    {
        var entry = new SyndicationItem
        {
            Id = card.EntryId,
            Title = FeedHead.Text(card.Title),
            PublishDate = card.Published.ToUniversalTime(),
            LastUpdatedTime = card.Updated.ToUniversalTime(),
            Content = SyndicationContent.CreateHtmlContent(XmlText.Clean(place.Words(article))),
        };
        entry.AttributeExtensions.Add(new XmlQualifiedName("lang", XmlText.Namespace), card.Language.Tag);
        if (card.Summary.Length > 0)
        {
            entry.Summary = FeedHead.Text(card.Summary);
        }

        entry.Links.Add(FeedHead.Link(place.To(card.Path), "alternate", "text/html"));
        if (FeedPlans.HasDiscussion(card))
        {
            entry.Links.Add(FeedHead.Link(place.To(Files.Comments(card.Path)), "replies", "application/atom+xml"));
        }

        if (card.InReplyTo is { } reply)
        {
            entry.Links.Add(FeedHead.Link(reply.Url.AbsoluteUri, "related", mediaType: null, reply.Title));
        }

        foreach (var name in FeedHead.NamesOf(card, paper))
        {
            entry.Authors.Add(new SyndicationPerson { Name = XmlText.Clean(name) });
        }

        foreach (var tag in card.Tags)
        {
            entry.Categories.Add(new SyndicationCategory(XmlText.Clean(tag.Name)));
        }

        return entry;
    }
}

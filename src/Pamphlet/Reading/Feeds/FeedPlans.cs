using Pamphlet.Posts;

namespace Pamphlet.Reading.Feeds;

/// <summary>Which feeds a paper has.</summary>
internal static class FeedPlans
{
    /// <summary>How many texts a feed tells of.</summary>
    public const int Texts = 20;

    /// <summary>How many comments a feed tells of.</summary>
    public const int Comments = 60;

    public static IEnumerable<PagePlan> OfPaper(Catalogue catalogue)
    {
        Card[] newest = [.. catalogue.Posts.Last(Texts).Reverse()];
        return Enum.GetValues<FeedFormat>()
            .Select(format => new FeedPlan(Files.Feed(format), format, "", newest))
            .Append(new FeedPlan(Files.BriefFeed, FeedFormat.Atom, "", newest) { IsBrief = true });
    }

    public static PagePlan OfTag(Catalogue catalogue, string slug) =>
        new FeedPlan(Files.TagFeed(slug), FeedFormat.Atom, slug, [.. catalogue.ByTag[slug].Last(Texts).Reverse()]);

    /// <summary>
    /// A day's comments stand under as many texts at most as there are comments: the last discussed texts, as many as the feed
    /// has comments, hold all that it tells of.
    /// </summary>
    public static IEnumerable<PagePlan> OfComments(Catalogue catalogue)
    {
        var discussed = LastDiscussed(catalogue);
        return new[] { FeedFormat.Atom, FeedFormat.Rss }.Select(format => new CommentFeedPlan(
            Files.Comments(format),
            format,
            Of: null,
            discussed
        ));
    }

    public static PagePlan RecentPage(Catalogue catalogue) => new RecentCommentsPlan(LastDiscussed(catalogue));

    private static Card[] LastDiscussed(Catalogue catalogue) => [.. catalogue.Discussed.Last(Comments).Reverse()];

    public static PagePlan OfDiscussion(Card card) =>
        new CommentFeedPlan(Files.Comments(card.Path), FeedFormat.Atom, card, [card]);

    /// <summary>Whether the discussion under a text has a feed.</summary>
    public static bool HasDiscussion(Card card) => card.Comments > 0 && card.Kind == PostKind.Post;

    public static IEnumerable<PagePlan> All(Catalogue catalogue) =>
        [
            .. OfPaper(catalogue),
            .. OfComments(catalogue),
            RecentPage(catalogue),
            .. catalogue.ByTag.Keys.Select(slug => OfTag(catalogue, slug)),
            .. catalogue.Posts.Where(HasDiscussion).Select(OfDiscussion),
        ];
}

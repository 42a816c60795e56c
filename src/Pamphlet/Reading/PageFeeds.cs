using Pamphlet.Reading.Feeds;
using Pamphlet.Reading.Words;

namespace Pamphlet.Reading;

/// <summary>The feeds that a browser may offer on a page: the paper's, then the page's own.</summary>
internal static class PageFeeds
{
    public static IReadOnlyList<NamedFeed> Of(PagePlan plan, Paper paper)
    {
        var words = Phrasebooks.For(paper.Language).Page;
        return
        [
            new(words.FeedOf.With("paper", paper.Name), Files.Feed(FeedFormat.Atom)),
            new(words.FeedOfComments.With("paper", paper.Name), Files.Comments(FeedFormat.Atom)),
            .. plan switch
            {
                ListPlan { Kind: ListKind.Tag } list => new NamedFeed[]
                {
                    new(words.FeedOf.With("paper", $"{paper.Name}: {list.Title}"), Files.TagFeed(list.Slug)),
                },
                PostPlan post when FeedPlans.HasDiscussion(post.Card) =>
                [
                    new(words.FeedOfComments.With("paper", post.Card.Title), Files.Comments(post.Card.Path)),
                ],
                _ => [],
            },
        ];
    }
}

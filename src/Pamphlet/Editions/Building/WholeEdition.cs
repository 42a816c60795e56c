using System.Collections.Concurrent;
using Pamphlet.Posts;
using Pamphlet.Reading;
using Pamphlet.Reading.Feeds;
using Pamphlet.Rendering;

namespace Pamphlet.Editions.Building;

/// <summary>
/// Writes every page. Texts stream by and are rendered once, on all cores; of each only what lists show of it is kept, so
/// that a paper of 100,000 texts is not held in memory.
/// </summary>
internal static class WholeEdition
{
    public static async Task WriteAsync(
        DraftPages pages,
        Catalogue catalogue,
        ArticleReader reader,
        IndexTexts index,
        CancellationToken cancellationToken
    )
    {
        PagePlan[] others = [.. SitePlan.Everything(catalogue).Where(plan => !IsOfOneText(plan))];
        var inFeeds = others.Where(IsFeed).SelectMany(plan => plan.Needs).ToHashSet();
        var kept = new ConcurrentDictionary<PostId, Article>();
        await Parallel.ForEachAsync(
            reader.ReadAsync(null, cancellationToken),
            cancellationToken,
            async (unrendered, stop) =>
            {
                var article = reader.Render(unrendered);
                foreach (var plan in PlansOf(article.Card))
                {
                    pages.Write(plan, _ => article);
                }

                kept[article.Card.Id] = inFeeds.Contains(article.Card.Id) ? article : ForLists(article);
                await index.AddAsync(article, stop);
            }
        );

        Parallel.ForEach(
            others,
            new ParallelOptions { CancellationToken = cancellationToken },
            plan => pages.Write(plan, id => kept[id])
        );
    }

    private static bool IsOfOneText(PagePlan plan) =>
        plan is PostPlan or DiscussionPlan or StandingPlan or CommentFeedPlan { Of: not null };

    private static bool IsFeed(PagePlan plan) => plan is FeedPlan or CommentFeedPlan or RecentCommentsPlan;

    private static IEnumerable<PagePlan> PlansOf(Card card)
    {
        var own = card.Kind.IsStanding() ? DiscussionPlans.WithPage(card) : DiscussionPlans.WithText(card);
        foreach (var plan in own)
        {
            yield return plan;
        }

        if (FeedPlans.HasDiscussion(card))
        {
            yield return FeedPlans.OfDiscussion(card);
        }
    }

    private static Article ForLists(Article article) =>
        article with
        {
            Text = article.Text with { Body = SafeHtml.Empty, Plain = "" },
            Comments = [],
        };
}

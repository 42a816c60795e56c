using Pamphlet.Posts;

namespace Pamphlet.Reading.Feeds;

/// <summary>The newest live comments under some texts.</summary>
internal static class NewestComments
{
    /// <summary>Of a day we know no hours: within it they stand by their names, which tell nothing.</summary>
    public static List<(Card Card, ShownComment Shown)> Of(IEnumerable<Card> cards, Func<PostId, Article> articleOf) =>
        [
            .. cards
                .SelectMany(card =>
                    articleOf(card.Id)
                        .Comments.Where(comment => comment.State == ShownCommentState.Live)
                        .Select(comment => (Card: card, Shown: comment))
                )
                .OrderByDescending(comment => comment.Shown.Day)
                .ThenByDescending(comment => comment.Shown.PublicId, StringComparer.Ordinal)
                .Take(FeedPlans.Comments),
        ];
}

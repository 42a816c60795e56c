using Pamphlet.Posts;

namespace Pamphlet.Reading;

/// <summary>The pages of a text with its discussion.</summary>
internal static class DiscussionPlans
{
    /// <summary>A text's own page and the later ones of its discussion.</summary>
    public static IEnumerable<PagePlan> WithText(Card card) => Later(card, null).Prepend<PagePlan>(new PostPlan(card));

    /// <summary>A page that stands outside time; only one that asks for subjects has a discussion.</summary>
    public static IEnumerable<PagePlan> WithPage(Card card) =>
        (card.Kind.HasDiscussion() ? Later(card, null) : []).Prepend<PagePlan>(new StandingPlan(card));

    /// <param name="only">The pages that are asked for; null: all.</param>
    public static IEnumerable<DiscussionPlan> Later(Card card, IReadOnlySet<int>? only) =>
        Enumerable
            .Range(2, Math.Max(0, card.DiscussionPages - 1))
            .Where(number => only?.Contains(number) != false)
            .Select(number => new DiscussionPlan(card, number, number < card.DiscussionPages));
}

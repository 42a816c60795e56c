using Pamphlet.Comments;
using Pamphlet.Posts;
using Pamphlet.Reading;
using Pamphlet.Reading.Feeds;

namespace Pamphlet.Editions.Building;

/// <summary>
/// How much of the discussions some pages show: a change in a discussion of 20,000 must not read them all.
/// </summary>
internal sealed class NeededComments
{
    private static readonly HashSet<int> NoPage = [];
    private readonly Dictionary<PostId, HashSet<int>> pages = [];
    private readonly HashSet<PostId> feeds = [];

    private NeededComments(IEnumerable<PostId> posts)
    {
        Posts = [.. posts.Distinct()];
    }

    public IReadOnlyCollection<PostId> Posts { get; }

    /// <summary>Whether the newest under any text are shown.</summary>
    public bool NeedsNewest { get; private init; }

    /// <param name="texts">Others whose words alone are needed.</param>
    public static NeededComments For(IReadOnlyList<PagePlan> plans, IEnumerable<PostId> texts)
    {
        var needed = new NeededComments(plans.SelectMany(plan => plan.Needs).Concat(texts))
        {
            NeedsNewest = plans.Any(plan => plan is RecentCommentsPlan or CommentFeedPlan { Of: null }),
        };
        foreach (var plan in plans)
        {
            switch (plan)
            {
                case PostPlan post:
                    needed.Listed(post.Card.Id).Add(1);
                    break;
                case StandingPlan page when page.Card.Kind.HasDiscussion():
                    needed.Listed(page.Card.Id).Add(1);
                    break;
                case DiscussionPlan later:
                    needed.Listed(later.Card.Id).Add(later.Number);
                    break;
                case CommentFeedPlan { Of: { } card }:
                    needed.feeds.Add(card.Id);
                    break;
                default:
                    break;
            }
        }

        return needed;
    }

    /// <summary>The pages of its discussion that are needed whole.</summary>
    public IReadOnlySet<int> PagesOf(PostId post) => pages.GetValueOrDefault(post, NoPage);

    public async Task<List<Comment>> ReadAsync(PostId post, CommentStore comments, CancellationToken cancellationToken)
    {
        var thread = await comments.PublicPagesAsync(post, PagesOf(post), cancellationToken);
        if (feeds.Contains(post))
        {
            var known = thread.Select(comment => comment.Id).ToHashSet();
            var newest = await comments.NewestAsync(post, FeedPlans.Comments, cancellationToken);
            thread.AddRange(newest.Where(comment => !known.Contains(comment.Id)));
        }

        return thread;
    }

    private HashSet<int> Listed(PostId post) => pages.TryGetValue(post, out var known) ? known : pages[post] = [];
}

using Pamphlet.Reading.Feeds;

namespace Pamphlet.Reading.Touching;

/// <summary>The feeds among whose newest is a changed text. (The feed of a discussion goes with its text.)</summary>
internal static class TouchedFeeds
{
    public static void Collect(CatalogueDifference difference, TouchedFilesBuilder files)
    {
        var (before, after) = (difference.Before, difference.After);
        if (new ListDifference(before.Posts, after.Posts, difference).TouchesLast(FeedPlans.Texts))
        {
            files.Write(FeedPlans.OfPaper(after));
        }

        if (new ListDifference(before.Discussed, after.Discussed, difference).TouchesLast(FeedPlans.Comments))
        {
            files.Write(FeedPlans.OfComments(after));
            files.Write(FeedPlans.RecentPage(after));
        }

        foreach (var slug in difference.Keys(card => card.Tags.Select(tag => tag.Slug)))
        {
            var (was, now) = (Lists.Tag(before, slug), Lists.Tag(after, slug));
            if (now.Cards.Count == 0)
            {
                files.Drop(Files.TagFeed(slug));
            }
            else if (
                !string.Equals(was.Title, now.Title, StringComparison.Ordinal)
                || new ListDifference(was.Cards, now.Cards, difference).TouchesLast(FeedPlans.Texts)
            )
            {
                files.Write(FeedPlans.OfTag(after, slug));
            }
        }
    }
}

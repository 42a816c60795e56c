using Pamphlet.Posts;
using Pamphlet.Reading.Feeds;

namespace Pamphlet.Reading.Touching;

/// <summary>
/// The files to write again when one catalogue became another, and those to drop. A post that is named as changed has other
/// words, facts or comments than before.
/// </summary>
/// <remarks>
/// <para>The cost follows what changed: the neighbours of a changed post are looked at, not every post. Old files with these
/// written and dropped are the same, byte by byte, as all files written anew.</para>
/// <para>Who renames a tag names as changed all posts that carry it; a renamed pen name or series is seen from the catalogue.
/// Where the paper itself changed, every file is written; where only its look did, what is made of that.</para>
/// </remarks>
internal static class TouchedPlan
{
    public static TouchedFiles Of(
        Catalogue before,
        Catalogue after,
        IReadOnlySet<PostId> changed,
        IReadOnlyDictionary<PostId, IReadOnlySet<int>>? onlyPages
    )
    {
        var files = new TouchedFilesBuilder();
        if (!before.Paper.IsSameButLook(after.Paper))
        {
            foreach (var plan in SitePlan.Everything(before))
            {
                files.Drop(plan.Path);
            }

            files.Write(SitePlan.Everything(after));
            return files.Build();
        }

        var difference = CatalogueDifference.Of(before, after, changed);
        TouchedTexts.Collect(difference, files);
        TouchedDiscussions.Collect(difference, onlyPages, files);
        if (!before.ModerationLog.SequenceEqual(after.ModerationLog))
        {
            files.Write(new ModerationLogPlan());
        }

        if (before.Paper.Theme != after.Paper.Theme)
        {
            files.Write([new StylePlan(), new NotFoundPlan(), new IconPlan()]);
        }

        if (before.Paper.FeedsAreWhole != after.Paper.FeedsAreWhole || before.Paper.Hub != after.Paper.Hub)
        {
            files.Write(FeedPlans.OfPaper(after));
            files.Write(after.ByTag.Keys.Select(slug => FeedPlans.OfTag(after, slug)));
        }

        TouchedLists.Collect(difference, files);
        TouchedFeeds.Collect(difference, files);
        TouchedSitemap.Collect(difference, files);
        TouchedAddresses.Collect(difference, files);
        return files.Build();
    }
}

using Pamphlet.Posts;

namespace Pamphlet.Reading.Touching;

/// <summary>
/// The files to write again when one catalogue became another, and those to drop. A post that is named as changed has other
/// words, facts or comments than before.
/// </summary>
/// <remarks>
/// <para>The cost follows what changed: the neighbours of a changed post are looked at, not every post. Old files with these
/// written and dropped are the same, byte by byte, as all files written anew.</para>
/// <para>Who renames a tag names as changed all posts that carry it; a renamed pen name or series is seen from the catalogue.
/// Where the paper itself changed, every file is written.</para>
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
        if (!before.Paper.Equals(after.Paper))
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

        TouchedLists.Collect(difference, files);
        TouchedFeeds.Collect(difference, files);
        TouchedSitemap.Collect(difference, files);
        TouchedAddresses.Collect(difference, files);
        return files.Build();
    }
}

using Pamphlet.Posts;
using Pamphlet.Reading.Sitemaps;

namespace Pamphlet.Reading.Touching;

/// <summary>The parts of the sitemap that list a changed text, or another text than before.</summary>
internal static class TouchedSitemap
{
    public static void Collect(CatalogueDifference difference, TouchedFilesBuilder files)
    {
        var (before, after) = (difference.Before, difference.After);
        if (after.Paper.Home is null)
        {
            return;
        }

        var (was, now) = (SitemapPlans.PartsOf(before), SitemapPlans.PartsOf(after));
        files.Write(
            new ListDifference(before.Posts, after.Posts, difference)
                .Stretches(SitemapPlans.PostsInPart)
                .Where(part => part < now)
                .Select(part => new SitemapPartPlan(part + 1))
        );
        for (var part = now + 1; part <= was; part++)
        {
            files.Drop(Files.SitemapPart(part));
        }

        if (was != now)
        {
            files.Write(new SitemapPlan());
        }

        if (difference.Old.Concat(difference.New).Any(card => card.Kind.IsStanding()))
        {
            files.Write(new SitemapPagesPlan());
        }
    }
}

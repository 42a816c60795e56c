using Pamphlet.Posts;
using Pamphlet.Reading.Feeds;
using Pamphlet.Reading.Sitemaps;
using Pamphlet.Reading.Touching;

namespace Pamphlet.Reading;

/// <summary>Which files a paper has, and which of them a change touches.</summary>
internal static class SitePlan
{
    /// <summary>Every file of the edition that shows <paramref name="catalogue"/>.</summary>
    public static IEnumerable<PagePlan> Everything(Catalogue catalogue)
    {
        foreach (var card in catalogue.Posts)
        {
            yield return new PostPlan(card);
        }

        foreach (var card in catalogue.Pages)
        {
            yield return new StandingPlan(card);
        }

        foreach (
            var plan in OfLists(catalogue)
                .Concat(OfTime(catalogue))
                .Concat(FeedPlans.All(catalogue))
                .Concat(SitemapPlans.All(catalogue))
                .Concat(Single(catalogue))
        )
        {
            yield return plan;
        }
    }

    /// <inheritdoc cref="TouchedPlan"/>
    public static TouchedFiles Touched(Catalogue before, Catalogue after, IReadOnlySet<PostId> changed) =>
        TouchedPlan.Of(before, after, changed);

    private static IEnumerable<PagePlan> OfLists(Catalogue catalogue)
    {
        yield return Lists.Front(catalogue);
        foreach (var page in Lists.Paper(catalogue).Pages())
        {
            yield return page;
        }

        var tags = catalogue.ByTag.Keys.Select(slug => Lists.Tag(catalogue, slug));
        var names = catalogue.ByPenName.Keys.Select(slug => Lists.PenName(catalogue, slug));
        foreach (var list in tags.Concat(names))
        {
            yield return list.First();
            foreach (var page in list.Pages())
            {
                yield return page;
            }
        }

        foreach (var slug in catalogue.BySeries.Keys)
        {
            yield return Lists.Series(catalogue, slug);
        }
    }

    private static IEnumerable<PagePlan> OfTime(Catalogue catalogue)
    {
        yield return new ArchivePlan();
        foreach (var month in catalogue.ByMonth.Keys)
        {
            yield return new MonthPlan(month);
        }

        foreach (var year in catalogue.ByMonth.Keys.Select(month => month.Year).Distinct())
        {
            yield return new YearPlan(year);
        }
    }

    private static IEnumerable<PagePlan> Single(Catalogue catalogue) =>
        [
            new TagsPlan(),
            new AuthorsPlan(),
            new SearchPlan(),
            new NotFoundPlan(),
            new StylePlan(),
            new RobotsPlan(),
            new TypesPlan(),
            new AddressesPlan(),
            .. catalogue.Withdrawn.Select(withdrawn => new GonePlan(withdrawn)),
        ];
}

internal sealed record TouchedFiles(IReadOnlyList<PagePlan> Write, IReadOnlyList<Seal.SitePath> Drop);

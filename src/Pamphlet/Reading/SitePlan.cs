using Pamphlet.Posts;
using Pamphlet.Reading.Feeds;
using Pamphlet.Reading.Sitemaps;
using Pamphlet.Reading.Touching;

namespace Pamphlet.Reading;

/// <summary>Which files a paper has, and which of them a change touches.</summary>
internal static class SitePlan
{
    /// <summary>Every file of the edition that shows <paramref name="catalogue"/>.</summary>
    public static IEnumerable<PagePlan> Everything(Catalogue catalogue) =>
        catalogue
            .Posts.SelectMany(DiscussionPlans.WithText)
            .Concat(catalogue.Pages.SelectMany(DiscussionPlans.WithPage))
            .Concat(OfLists(catalogue))
            .Concat(OfTime(catalogue))
            .Concat(FeedPlans.All(catalogue))
            .Concat(SitemapPlans.All(catalogue))
            .Concat(Single(catalogue));

    /// <inheritdoc cref="TouchedPlan"/>
    /// <param name="onlyPages">Posts of which nothing but these pages of their discussions differs.</param>
    public static TouchedFiles Touched(
        Catalogue before,
        Catalogue after,
        IReadOnlySet<PostId> changed,
        IReadOnlyDictionary<PostId, IReadOnlySet<int>>? onlyPages = null
    ) => TouchedPlan.Of(before, after, changed, onlyPages);

    private static IEnumerable<PagePlan> OfLists(Catalogue catalogue)
    {
        var tags = catalogue.ByTag.Keys.Select(slug => Lists.Tag(catalogue, slug));
        var names = catalogue.ByPenName.Keys.Select(slug => Lists.PenName(catalogue, slug));
        return Lists
            .Paper(catalogue)
            .Pages()
            .Concat(tags.Concat(names).SelectMany(list => list.Pages().Append(list.First())))
            .Concat<PagePlan>(catalogue.BySeries.Keys.Select(slug => Lists.Series(catalogue, slug)))
            .Append(Lists.Front(catalogue));
    }

    private static IEnumerable<PagePlan> OfTime(Catalogue catalogue)
    {
        var years = catalogue.ByMonth.Keys.Select(month => month.Year).Distinct();
        return catalogue
            .ByMonth.Keys.Select(PagePlan (month) => new MonthPlan(month))
            .Concat(years.Select(year => new YearPlan(year)))
            .Append(new ArchivePlan());
    }

    private static IEnumerable<PagePlan> Single(Catalogue catalogue) =>
        [
            new TagsPlan(),
            new AuthorsPlan(),
            new SearchPlan(),
            new RulesPlan(),
            new LettersPlan(),
            new ModerationLogPlan(),
            new NotFoundPlan(),
            new StylePlan(),
            new IconPlan(),
            new RobotsPlan(),
            new TypesPlan(),
            new AddressesPlan(),
            .. catalogue.Withdrawn.Select(withdrawn => new GonePlan(withdrawn)),
        ];
}

internal sealed record TouchedFiles(IReadOnlyList<PagePlan> Write, IReadOnlyList<Seal.SitePath> Drop);

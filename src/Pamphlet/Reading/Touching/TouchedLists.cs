namespace Pamphlet.Reading.Touching;

/// <summary>The pages of lists that show a changed text, or another text than before.</summary>
internal static class TouchedLists
{
    public static void Collect(CatalogueDifference difference, TouchedFilesBuilder files)
    {
        var (before, after) = (difference.Before, difference.After);
        var tags = OfTags(difference, files);
        var names = OfPenNames(difference, files);
        var months = OfTime(difference, files);

        // The front page's margin counts subjects and years.
        if (Paged(Lists.Paper(before), Lists.Paper(after), difference, files) || tags || months || Popular(difference))
        {
            files.Write(Lists.Front(after));
        }

        foreach (var slug in SeriesOf(difference))
        {
            files.WriteOrDrop(after.BySeries[slug].Count > 0, Files.Series(slug), () => Lists.Series(after, slug));
        }

        if (tags)
        {
            files.Write(new TagsPlan());
        }

        if (names)
        {
            files.Write(new AuthorsPlan());
        }
    }

    /// <returns>Whether the list of all tags differs.</returns>
    private static bool OfTags(CatalogueDifference difference, TouchedFilesBuilder files)
    {
        var differs = false;
        foreach (var slug in difference.Keys(card => card.Tags.Select(tag => tag.Slug)))
        {
            var (was, now) = (Lists.Tag(difference.Before, slug), Lists.Tag(difference.After, slug));
            differs |= OfKey(was, now, difference, files, aboutDiffers: false);
        }

        return differs;
    }

    /// <returns>Whether the list of all pen names differs.</returns>
    private static bool OfPenNames(CatalogueDifference difference, TouchedFilesBuilder files)
    {
        var (before, after) = (difference.Before, difference.After);
        var told = ReferenceEquals(before.PenNames, after.PenNames)
            ? []
            : before
                .PenNames.Keys.Concat(after.PenNames.Keys)
                .Where(slug => !Is(AboutOf(before), AboutOf(after), slug));
        var differs = false;
        foreach (
            var slug in difference
                .Keys(card => card.Bylines.Select(name => name.Slug))
                .Union(told, StringComparer.Ordinal)
        )
        {
            var (was, now) = (Lists.PenName(before, slug), Lists.PenName(after, slug));
            differs |= OfKey(was, now, difference, files, !Is(AboutOf(before), AboutOf(after), slug));
        }

        return differs;

        static Func<string, string?> AboutOf(Catalogue catalogue) =>
            slug => catalogue.PenNames.TryGetValue(slug, out var name) ? name.About.ToString() : null;
    }

    private static IEnumerable<string> SeriesOf(CatalogueDifference difference)
    {
        var (before, after) = (difference.Before, difference.After);
        var told = ReferenceEquals(before.Series, after.Series)
            ? []
            : before.Series.Keys.Concat(after.Series.Keys).Where(slug => !Is(AboutOf(before), AboutOf(after), slug));
        return difference
            .Keys<string>(card => card.Series is { } series ? [series.Slug] : [])
            .Union(told, StringComparer.Ordinal);

        static Func<string, string?> AboutOf(Catalogue catalogue) =>
            slug => catalogue.Series.TryGetValue(slug, out var series) ? series.About.ToString() : null;
    }

    /// <returns>Whether the name of the list or its count differs.</returns>
    private static bool OfKey(
        PagedList was,
        PagedList now,
        CatalogueDifference difference,
        TouchedFilesBuilder files,
        bool aboutDiffers
    )
    {
        var first = Paged(was, now, difference, files) || aboutDiffers;
        var renamed = !string.Equals(was.Title, now.Title, StringComparison.Ordinal);
        if (now.Cards.Count == 0)
        {
            files.Drop(now.FirstPath);
        }
        else if (renamed)
        {
            files.Write(now.Pages().Append(now.First()));
        }
        else if (first)
        {
            files.Write(now.First());
        }

        return renamed || was.Cards.Count != now.Cards.Count;
    }

    /// <summary>Writes the numbered pages that differ and drops those that are no more.</summary>
    /// <returns>Whether the first page differs.</returns>
    private static bool Paged(PagedList was, PagedList now, CatalogueDifference difference, TouchedFilesBuilder files)
    {
        var list = new ListDifference(was.Cards, now.Cards, difference);
        var pages = list.Stretches(now.Size).Select(stretch => stretch + 1);
        if (was.FullPages != now.FullPages)
        {
            // The last page that both have leads to another newer one, and pages beyond it are new.
            var kept = Math.Min(was.FullPages, now.FullPages);
            pages = pages.Concat(Enumerable.Range(kept, now.FullPages - kept + 1));
        }

        files.Write(pages.Where(page => page >= 1 && page <= now.FullPages).Select(now.Page));
        for (var page = now.FullPages + 1; page <= was.FullPages; page++)
        {
            files.Drop(was.PathOf(page));
        }

        return list.TouchesFrom(Math.Min(was.FirstStart, now.FirstStart));
    }

    /// <returns>Whether the counts of the archive differ.</returns>
    private static bool OfTime(CatalogueDifference difference, TouchedFilesBuilder files)
    {
        var (before, after) = (difference.Before, difference.After);
        var months = difference.Keys<DateOnly>(card => [card.Month]).ToList();
        foreach (var month in months)
        {
            files.WriteOrDrop(after.ByMonth[month].Count > 0, Files.Month(month), () => new MonthPlan(month));
        }

        foreach (var year in months.Select(month => month.Year).Distinct())
        {
            files.WriteOrDrop(
                Enumerable.Range(1, 12).Any(month => after.ByMonth[new DateOnly(year, month, 1)].Count > 0),
                Files.Year(year),
                () => new YearPlan(year)
            );
        }

        if (!months.Exists(month => before.ByMonth[month].Count != after.ByMonth[month].Count))
        {
            return false;
        }

        files.Write(new ArchivePlan());
        return true;
    }

    private static bool Popular(CatalogueDifference difference)
    {
        var now = difference.After.Popular.Take(Lists.MostRead).ToList();
        return now.Exists(difference.Changed.Contains)
            || !now.SequenceEqual(difference.Before.Popular.Take(Lists.MostRead));
    }

    private static bool Is(Func<string, string?> before, Func<string, string?> after, string slug) =>
        string.Equals(before(slug), after(slug), StringComparison.Ordinal);
}

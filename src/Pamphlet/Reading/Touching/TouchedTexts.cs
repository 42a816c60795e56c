using Pamphlet.Posts;
using Pamphlet.Reading.Feeds;

namespace Pamphlet.Reading.Touching;

/// <summary>The texts that changed, and those whose pages name one that did.</summary>
internal static class TouchedTexts
{
    public static void Collect(CatalogueDifference difference, TouchedFilesBuilder files)
    {
        foreach (var card in difference.Old)
        {
            files.Drop(card.Path);
            files.Drop(Files.Comments(card.Path));
        }

        foreach (var card in difference.New)
        {
            files.Write(PlanOf(card));
            if (FeedPlans.HasDiscussion(card))
            {
                files.Write(FeedPlans.OfDiscussion(card));
            }
        }

        var (before, after) = (difference.Before, difference.After);
        var around = difference
            .Old.SelectMany(card => Around(before, card))
            .Concat(difference.New.SelectMany(card => Around(after, card)))
            .Select(card => card.Id)
            .ToHashSet();
        around.ExceptWith(difference.Changed);
        foreach (var id in around)
        {
            if (after.TryGet(id, out var card) && Differs(difference, before[id], card))
            {
                files.Write(PlanOf(card));
            }
        }
    }

    private static PagePlan PlanOf(Card card) =>
        card.Kind == PostKind.Post ? new PostPlan(card) : new StandingPlan(card);

    private static bool Differs(CatalogueDifference difference, Card before, Card after)
    {
        var now = Named(difference.After, after).ToList();
        return now.Exists(id => id is { } named && difference.Changed.Contains(named))
            || !now.SequenceEqual(Named(difference.Before, before));
    }

    /// <summary>Every text that might name this one on its page, and some that do not.</summary>
    private static IEnumerable<Card> Around(Catalogue catalogue, Card card)
    {
        var versions = card.TranslationGroup is { } group ? catalogue.ByTranslationGroup[group] : CardList.Empty;
        if (card.Kind != PostKind.Post)
        {
            return versions;
        }

        var (older, newer) = ReadNext.Neighbours(catalogue.ByLanguage[card.Language], card);
        return versions
            .Concat(SeriesOf(catalogue, card))
            .Concat(new[] { older, newer }.OfType<Card>())
            .Concat(card.Tags.SelectMany(tag => NewerUnder(catalogue, tag.Slug, card)));
    }

    /// <summary>Those that look back far enough under a tag to see this one.</summary>
    private static ArraySegment<Card> NewerUnder(Catalogue catalogue, string tag, Card card)
    {
        var list = catalogue.ByTagAndLanguage[(tag, card.Language)];
        var next = list.IndexOf(card) + 1;
        return list.Range(next, Math.Min(ReadNext.Reach, list.Count - next));
    }

    /// <summary>The other texts that a text's page names, each in its role; null where a role is empty.</summary>
    private static IEnumerable<PostId?> Named(Catalogue catalogue, Card card)
    {
        var versions = card.TranslationGroup is { } group ? catalogue.ByTranslationGroup[group] : CardList.Empty;
        var ids = versions.Select(version => (PostId?)version.Id).Append(null);
        if (card.Kind != PostKind.Post)
        {
            return ids;
        }

        var next = ReadNext.For(card, catalogue);
        return ids.Concat(SeriesOf(catalogue, card).Select(part => (PostId?)part.Id))
            .Concat([null, next.SeriesBefore?.Id, next.SeriesAfter?.Id, next.Older?.Id, next.Newer?.Id])
            .Concat(next.Related.Select(related => (PostId?)related.Id));
    }

    private static CardList SeriesOf(Catalogue catalogue, Card card) =>
        card.Series is { } series ? catalogue.BySeries[series.Slug] : CardList.Empty;
}

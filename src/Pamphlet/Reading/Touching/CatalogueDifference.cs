using Pamphlet.Posts;

namespace Pamphlet.Reading.Touching;

/// <summary>Two states of a paper, and the texts by which they differ.</summary>
/// <param name="Changed">Texts whose words, facts or comments differ, and those that show a name which does.</param>
/// <param name="Old">Their cards before, where they had one.</param>
/// <param name="New">Their cards after, where they have one.</param>
internal sealed record CatalogueDifference(
    Catalogue Before,
    Catalogue After,
    IReadOnlySet<PostId> Changed,
    IReadOnlyList<Card> Old,
    IReadOnlyList<Card> New
)
{
    public static CatalogueDifference Of(Catalogue before, Catalogue after, IReadOnlySet<PostId> changed)
    {
        var all = changed.ToHashSet();
        foreach (var name in RenamedNames(before, after))
        {
            all.UnionWith(before.ByPenName[name].Concat(after.ByPenName[name]).Select(card => card.Id));
        }

        foreach (var series in RenamedSeries(before, after))
        {
            all.UnionWith(before.BySeries[series].Concat(after.BySeries[series]).Select(card => card.Id));
        }

        return new CatalogueDifference(before, after, all, CardsOf(before, all), CardsOf(after, all));
    }

    /// <summary>The keys under which a changed text stood or stands.</summary>
    public IEnumerable<TKey> Keys<TKey>(Func<Card, IEnumerable<TKey>> keysOf) =>
        Old.Concat(New).Where(card => card.Kind == PostKind.Post).SelectMany(keysOf).Distinct();

    private static IEnumerable<string> RenamedNames(Catalogue before, Catalogue after) =>
        ReferenceEquals(before.PenNames, after.PenNames)
            ? []
            : before
                .PenNames.Keys.Union(after.PenNames.Keys, StringComparer.Ordinal)
                .Where(slug =>
                    !Is(before.PenNames.GetValueOrDefault(slug)?.Name, after.PenNames.GetValueOrDefault(slug)?.Name)
                );

    private static IEnumerable<string> RenamedSeries(Catalogue before, Catalogue after) =>
        ReferenceEquals(before.Series, after.Series)
            ? []
            : before
                .Series.Keys.Union(after.Series.Keys, StringComparer.Ordinal)
                .Where(slug =>
                    !Is(before.Series.GetValueOrDefault(slug)?.Title, after.Series.GetValueOrDefault(slug)?.Title)
                );

    private static List<Card> CardsOf(Catalogue catalogue, HashSet<PostId> ids)
    {
        var cards = new List<Card>(ids.Count);
        foreach (var id in ids)
        {
            if (catalogue.TryGet(id, out var card))
            {
                cards.Add(card);
            }
        }

        return cards;
    }

    private static bool Is(string? left, string? right) => string.Equals(left, right, StringComparison.Ordinal);
}

namespace Pamphlet.Reading;

/// <summary>What a reader who has finished a text may turn to.</summary>
/// <remarks>
/// A new post must not change the pages of many old ones. So a text names its neighbours, and otherwise looks back only: the
/// nearest older posts with most of its tags. Everything is in the language one reads.
/// </remarks>
/// <param name="Older">The post before it, by date.</param>
/// <param name="Newer">The post after it, by date.</param>
/// <param name="Related">Older posts on the same subjects, those with most of its tags first.</param>
internal sealed record ReadNext(
    Card? SeriesBefore,
    Card? SeriesAfter,
    Card? Older,
    Card? Newer,
    IReadOnlyList<Card> Related
)
{
    /// <summary>How far back under each tag a text looks; and so, how far ahead a change is seen.</summary>
    public const int Reach = 8;

    private const int MostRelated = 3;

    public IEnumerable<Card> All => new[] { SeriesBefore, SeriesAfter, Older, Newer }.OfType<Card>().Concat(Related);

    public static ReadNext For(Card card, Catalogue catalogue)
    {
        var (seriesBefore, seriesAfter) = card.Series is { } series
            ? Neighbours(catalogue.BySeries[series.Slug], card)
            : default;
        var (older, newer) = Neighbours(catalogue.ByLanguage[card.Language], card);
        var next = new ReadNext(seriesBefore, seriesAfter, older, newer, []);
        var named = next.All.Select(other => other.Id).Append(card.Id).ToHashSet();
        return next with
        {
            Related =
            [
                .. OlderUnderItsTags(card, catalogue)
                    .Where(other => named.Add(other.Id))
                    .OrderByDescending(other => SharedTags(card, other))
                    .ThenByDescending(other => other.Published)
                    .ThenByDescending(other => other.Path)
                    .Take(MostRelated),
            ],
        };
    }

    /// <summary>The cards before and after one in a list.</summary>
    public static (Card? Before, Card? After) Neighbours(CardList list, Card card)
    {
        var place = list.IndexOf(card);
        var after = place >= 0 ? place + 1 : ~place;
        var before = (place >= 0 ? place : ~place) - 1;
        return (before >= 0 ? list[before] : null, after < list.Count ? list[after] : null);
    }

    private static IEnumerable<Card> OlderUnderItsTags(Card card, Catalogue catalogue) =>
        card.Tags.SelectMany(tag =>
        {
            var list = catalogue.ByTagAndLanguage[(tag.Slug, card.Language)];
            var place = Math.Max(0, list.IndexOf(card));
            var reach = Math.Min(Reach, place);
            return list.Range(place - reach, reach);
        });

    private static int SharedTags(Card card, Card other) =>
        card.Tags.Count(tag => other.Tags.Any(theirs => theirs.Id == tag.Id));
}

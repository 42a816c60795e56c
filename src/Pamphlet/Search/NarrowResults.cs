using Pamphlet.Reading;

namespace Pamphlet.Search;

/// <summary>Links that keep fewer of the results: by name, subject, year and language, each with what it would leave.</summary>
internal static class NarrowResults
{
    /// <summary>Of each kind; the most frequent come first.</summary>
    private const int Most = 8;

    public static IReadOnlyList<Narrowing> Of(SearchWish wish, IReadOnlyCollection<Card> found) =>
        [
            .. new[]
            {
                Kind(
                    NarrowedBy.Author,
                    wish.By,
                    found.SelectMany(card => card.Bylines.Select(name => (name.Slug, name.Name))),
                    slug => wish with { By = slug }
                ),
                Kind(
                    NarrowedBy.Tag,
                    wish.Tag,
                    found.SelectMany(card => card.Tags.Select(tag => (tag.Slug, tag.Name))),
                    slug => wish with { Tag = slug }
                ),
                Kind(
                    NarrowedBy.Year,
                    wish.Year,
                    found.Select(card => (SearchWish.YearOf(card), SearchWish.YearOf(card))),
                    year => wish with { Year = year }
                ),
                Kind(
                    NarrowedBy.Language,
                    wish.Language,
                    found.Select(card => (card.Language.Tag, card.Language.OwnName)),
                    tag => wish with { Language = tag }
                ),
            }.OfType<Narrowing>(),
        ];

    private static Narrowing? Kind(
        NarrowedBy by,
        string chosen,
        IEnumerable<(string Key, string Name)> all,
        Func<string, SearchWish> narrowed
    )
    {
        var choices = all.GroupBy(one => one.Key, StringComparer.Ordinal)
            .Select(same => new NarrowingChoice(same.First().Name, same.Count(), narrowed(same.Key).Address()))
            .OrderByDescending(choice => choice.Count)
            .ThenBy(choice => choice.Name, StringComparer.Ordinal)
            .Take(Most)
            .ToList();
        return chosen.Length > 0 ? new Narrowing(by, choices.Take(1).ToList(), narrowed("").Address())
            : choices.Count > 1 ? new Narrowing(by, choices, Back: null)
            : null;
    }
}

using System.Globalization;
using System.Runtime.InteropServices;
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
        var counted = new Dictionary<string, (string Name, int Count)>(StringComparer.Ordinal);
        foreach (var (key, name) in all)
        {
            ref var so = ref CollectionsMarshal.GetValueRefOrAddDefault(counted, key, out var isKnown);
            so = (isKnown ? so.Name : name, so.Count + 1);
        }

        var choices = counted
            .OrderByDescending(choice => choice.Value.Count)
            .ThenBy(choice => choice.Value.Name, StringComparer.Ordinal)
            .Take(Most)
            .Select(choice => new NarrowingChoice(
                choice.Value.Name,
                choice.Value.Count,
                narrowed(choice.Key).Address()
            ))
            .ToList();
        return chosen.Length > 0 ? new Narrowing(by, choices.Take(1).ToList(), narrowed("").Address())
            : choices.Count > 1 ? new Narrowing(by, choices, Back: null)
            : null;
    }
}

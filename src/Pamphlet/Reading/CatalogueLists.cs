using Pamphlet.Posts;
using Pamphlet.Rendering;

namespace Pamphlet.Reading;

/// <summary>Every list a catalogue keeps, so that no page ever looks at every text to find its own.</summary>
internal sealed record CatalogueLists
{
    public static CatalogueLists Empty { get; } = new();

    public CardList Posts { get; private init; } = CardList.In(CardOrder.ByDate);

    public CardList Pages { get; private init; } = CardList.In(CardOrder.ByPath);

    public CardList Discussed { get; private init; } = CardList.In(CardOrder.ByDiscussion);

    public CardIndex<string> ByTag { get; private init; } =
        new(card => card.Tags.Select(tag => tag.Slug), CardOrder.ByDate);

    public CardIndex<(string Tag, Language Language)> ByTagAndLanguage { get; private init; } =
        new(card => card.Tags.Select(tag => (tag.Slug, card.Language)), CardOrder.ByDate);

    public CardIndex<Language> ByLanguage { get; private init; } = new(card => [card.Language], CardOrder.ByDate);

    public CardIndex<string> ByPenName { get; private init; } =
        new(card => card.Bylines.Select(name => name.Slug), CardOrder.ByDate);

    public CardIndex<string> BySeries { get; private init; } =
        new(card => card.Series is { } series ? [series.Slug] : [], CardOrder.ByPlace);

    public CardIndex<DateOnly> ByMonth { get; private init; } = new(card => [card.Month], CardOrder.ByDate);

    public CardIndex<long> ByTranslationGroup { get; private init; } =
        new(card => card.TranslationGroup is { } group ? [group] : [], CardOrder.ByLanguage);

    public CatalogueLists With(IReadOnlyCollection<Card> removed, IReadOnlyCollection<Card> added)
    {
        var (lessPosts, posts) = (Of(isStanding: false, removed), Of(isStanding: false, added));
        return new CatalogueLists
        {
            Posts = Posts.With([.. lessPosts], [.. posts]),
            Pages = Pages.With(Of(isStanding: true, removed), Of(isStanding: true, added)),
            Discussed = Discussed.With(
                [.. removed.Where(card => card.LastComment is not null)],
                [.. added.Where(card => card.LastComment is not null)]
            ),
            ByTag = ByTag.With(lessPosts, posts),
            ByTagAndLanguage = ByTagAndLanguage.With(lessPosts, posts),
            ByLanguage = ByLanguage.With(lessPosts, posts),
            ByPenName = ByPenName.With(lessPosts, posts),
            BySeries = BySeries.With(lessPosts, posts),
            ByMonth = ByMonth.With(lessPosts, posts),
            ByTranslationGroup = ByTranslationGroup.With(removed, added),
        };
    }

    private static List<Card> Of(bool isStanding, IEnumerable<Card> cards) =>
        [.. cards.Where(card => card.Kind.IsStanding() == isStanding)];
}

using Pamphlet.Posts;
using Pamphlet.Rendering;

namespace Pamphlet.Reading;

/// <summary>Everything public of a paper but the words, frozen: what all pages are functions of.</summary>
internal sealed class Catalogue
{
    private readonly Dictionary<PostId, Card> byId;
    private readonly CatalogueLists lists;
    private readonly IReadOnlyList<PostId> popular;

    public Catalogue(
        Paper paper,
        IEnumerable<Card> cards,
        IEnumerable<PenNamePage> penNames,
        IEnumerable<SeriesPage> series,
        IEnumerable<Withdrawn> withdrawn,
        IEnumerable<Address> addresses,
        IReadOnlyList<PostId> popular
    )
    {
        Paper = paper;
        byId = cards.ToDictionary(card => card.Id);
        lists = CatalogueLists.Empty.With([], byId.Values);
        PenNames = penNames.ToDictionary(name => name.Slug, StringComparer.Ordinal);
        Series = series.ToDictionary(page => page.Slug, StringComparer.Ordinal);
        Withdrawn = [.. withdrawn.OrderBy(page => page.Path)];
        Addresses = [.. addresses.OrderBy(address => address.From, StringComparer.Ordinal)];
        this.popular = popular;
    }

    private Catalogue(Catalogue before, CatalogueChange change)
    {
        byId = new Dictionary<PostId, Card>(before.byId);
        var (removed, added) = (new Dictionary<PostId, Card>(), new Dictionary<PostId, Card>());
        foreach (var id in change.Gone.Concat(change.Put.Select(card => card.Id)))
        {
            if (byId.Remove(id, out var old))
            {
                removed.Add(id, old);
            }
        }

        foreach (var card in change.Put)
        {
            byId[card.Id] = card;
            added[card.Id] = card;
        }

        Paper = change.Paper ?? before.Paper;
        lists = before.lists.With(removed.Values, added.Values);
        PenNames = change.PenNames?.ToDictionary(name => name.Slug, StringComparer.Ordinal) ?? before.PenNames;
        Series = change.Series?.ToDictionary(page => page.Slug, StringComparer.Ordinal) ?? before.Series;
        Withdrawn = change.Withdrawn is { } withdrawn ? [.. withdrawn.OrderBy(page => page.Path)] : before.Withdrawn;
        Addresses = change.Addresses is { } addresses
            ? [.. addresses.OrderBy(address => address.From, StringComparer.Ordinal)]
            : before.Addresses;
        popular = change.Popular ?? before.popular;
        ModerationLog = change.ModerationLog ?? before.ModerationLog;
    }

    public Paper Paper { get; }

    /// <summary>Oldest first: a numbered page, once full, never changes.</summary>
    public CardList Posts => lists.Posts;

    public CardList Pages => lists.Pages;

    /// <summary>By the last part of the address.</summary>
    public IReadOnlyDictionary<string, PenNamePage> PenNames { get; }

    /// <summary>By the last part of the address.</summary>
    public IReadOnlyDictionary<string, SeriesPage> Series { get; }

    public IReadOnlyList<Withdrawn> Withdrawn { get; }

    public IReadOnlyList<Address> Addresses { get; }

    /// <summary>Newest first, the last two hundred. No text's address stands in it: a text may go, and the line stays.</summary>
    public IReadOnlyList<LogLine> ModerationLog { get; init; } = [];

    /// <summary>In rank order.</summary>
    public IEnumerable<PostId> Popular => popular.Where(byId.ContainsKey);

    /// <summary>Posts by the last part of their tags' addresses, oldest first.</summary>
    public CardIndex<string> ByTag => lists.ByTag;

    /// <summary>The same, apart for each language: what to read next is in the language one reads.</summary>
    public CardIndex<(string Tag, Language Language)> ByTagAndLanguage => lists.ByTagAndLanguage;

    public CardIndex<Language> ByLanguage => lists.ByLanguage;

    /// <summary>Posts by the last part of their pen names' addresses, oldest first.</summary>
    public CardIndex<string> ByPenName => lists.ByPenName;

    /// <summary>Posts by the last part of their series' addresses, in the series' order.</summary>
    public CardIndex<string> BySeries => lists.BySeries;

    /// <summary>Posts by the first day of the month they appeared in, UTC.</summary>
    public CardIndex<DateOnly> ByMonth => lists.ByMonth;

    /// <summary>Texts, pages too, that are versions of one text.</summary>
    public CardIndex<long> ByTranslationGroup => lists.ByTranslationGroup;

    /// <summary>Texts, pages too, that have live comments; last discussed at the end.</summary>
    public CardList Discussed => lists.Discussed;

    public Card this[PostId id] => byId[id];

    public bool TryGet(PostId id, out Card card) => byId.TryGetValue(id, out card!);

    /// <summary>The catalogue after a change; this one stays as it is. The cost is a few copies of references.</summary>
    public Catalogue With(CatalogueChange change) => new(this, change);
}

internal sealed record PenNamePage(PenNameId Id, string Name, string Slug, SafeHtml About);

internal sealed record SeriesPage(SeriesId Id, string Title, string Slug, SafeHtml About);

/// <summary>A text that was public and is no more.</summary>
internal sealed record Withdrawn(Seal.SitePath Path, string Because);

/// <summary>An address that is not a file: see <c>edition/addresses.txt</c> in <c>docs/formats/edition.md</c>.</summary>
internal sealed record Address(string From, string To, OldAddressAnswer Answer);

/// <summary>What became different in a catalogue; what is null stays.</summary>
internal sealed record CatalogueChange
{
    public Paper? Paper { get; init; }

    /// <summary>Cards that are new or stand for an older one with their id.</summary>
    public IReadOnlyCollection<Card> Put { get; init; } = [];

    public IReadOnlyCollection<PostId> Gone { get; init; } = [];

    public IEnumerable<PenNamePage>? PenNames { get; init; }

    public IEnumerable<SeriesPage>? Series { get; init; }

    public IEnumerable<Withdrawn>? Withdrawn { get; init; }

    public IEnumerable<Address>? Addresses { get; init; }

    public IReadOnlyList<PostId>? Popular { get; init; }

    public IReadOnlyList<LogLine>? ModerationLog { get; init; }
}

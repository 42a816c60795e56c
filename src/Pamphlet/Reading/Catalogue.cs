using Pamphlet.Posts;

namespace Pamphlet.Reading;

/// <summary>Everything public of a paper but the words, frozen: what all pages are functions of.</summary>
internal sealed class Catalogue
{
    private readonly Dictionary<PostId, Card> byId;

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
        Posts =
        [
            .. byId
                .Values.Where(card => card.Kind == PostKind.Post)
                .OrderBy(card => card.Published)
                .ThenBy(card => card.Path),
        ];
        Pages = [.. byId.Values.Where(card => card.Kind == PostKind.Page).OrderBy(card => card.Path)];
        PenNames = penNames.ToDictionary(name => name.Slug, StringComparer.Ordinal);
        Series = series.ToDictionary(page => page.Slug, StringComparer.Ordinal);
        Withdrawn = [.. withdrawn.OrderBy(page => page.Path)];
        Addresses = [.. addresses.OrderBy(address => address.From, StringComparer.Ordinal)];
        Popular = [.. popular.Where(byId.ContainsKey)];
    }

    public Paper Paper { get; }

    /// <summary>Oldest first: a numbered page, once full, never changes.</summary>
    public IReadOnlyList<Card> Posts { get; }

    public IReadOnlyList<Card> Pages { get; }

    /// <summary>By the last part of the address.</summary>
    public IReadOnlyDictionary<string, PenNamePage> PenNames { get; }

    /// <summary>By the last part of the address.</summary>
    public IReadOnlyDictionary<string, SeriesPage> Series { get; }

    public IReadOnlyList<Withdrawn> Withdrawn { get; }

    public IReadOnlyList<Address> Addresses { get; }

    /// <summary>In rank order.</summary>
    public IReadOnlyList<PostId> Popular { get; }

    public Card this[PostId id] => byId[id];

    public bool TryGet(PostId id, out Card card) => byId.TryGetValue(id, out card!);
}

internal sealed record PenNamePage(PenNameId Id, string Name, string Slug, Rendering.SafeHtml About);

internal sealed record SeriesPage(SeriesId Id, string Title, string Slug, Rendering.SafeHtml About);

/// <summary>A text that was public and is no more.</summary>
internal sealed record Withdrawn(Seal.SitePath Path, string Because);

/// <summary>An address that is not a file: see <c>edition/addresses.txt</c> in <c>docs/formats/edition.md</c>.</summary>
internal sealed record Address(string From, string To, OldAddressAnswer Answer);

using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments;
using Pamphlet.Comments.Moderating;
using Pamphlet.Pictures;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Reading;
using Pamphlet.Reading.Words;
using Pamphlet.Rendering;
using Pamphlet.Seal;
using Pamphlet.Storage;

namespace Pamphlet.Editions.Building;

/// <summary>Reads what is public of a paper, at one moment, into what Reading understands.</summary>
internal sealed class PaperReader(Database database, Publication publication, PaperTraits traits)
{
    private const int LinesOfLog = 200;

    private readonly PostStore posts = new(database, publication.Id);
    private readonly CommentStore comments = new(database, publication.Id);

    /// <summary>Everything public but the words.</summary>
    public async Task<Catalogue> CatalogueAsync(ShownPictures pictures, CancellationToken cancellationToken)
    {
        var facts = await posts.PublishedFactsAsync(null, cancellationToken);
        var cards = await CardsAsync(facts, only: null, pictures, cancellationToken);
        var context = Context(pictures);
        return new Catalogue(
            PaperOf(facts),
            cards,
            await PenNamesAsync(context, cancellationToken),
            await SeriesAsync(context, cancellationToken),
            await WithdrawnAsync(cancellationToken),
            await AddressesAsync(cancellationToken),
            await PopularAsync(facts, cancellationToken)
        )
        {
            ModerationLog = await LogAsync(cancellationToken),
        };
    }

    /// <summary>What became of a catalogue after changes to some posts and, perhaps, to the paper.</summary>
    public async Task<CatalogueChange> ChangeAsync(
        Catalogue before,
        IReadOnlyCollection<PostId> changed,
        IReadOnlySet<ChangeKind> kinds,
        ShownPictures pictures,
        CancellationToken cancellationToken
    )
    {
        var facts = await posts.PublishedFactsAsync(changed, cancellationToken);
        await pictures.FindAsync(facts.Select(post => post.LeadPicture).OfType<PictureId>(), cancellationToken);
        var put = await CardsAsync(facts, changed, pictures, cancellationToken);

        // Asked only where it may be another: the whole table is looked through for it.
        var menu = MayChangeMenu(before, changed, facts) ? await MenuAsync(cancellationToken) : before.Paper.Menu;
        var paper = Described(menu);
        var isPaper = kinds.Contains(ChangeKind.Paper);
        var context = Context(pictures);
        await pictures.FindAsync(
            (await AboutsAsync(cancellationToken)).SelectMany(PicturesNamed.In),
            cancellationToken
        );
        return new CatalogueChange
        {
            Paper = before.Paper == paper ? null : paper,
            Put = put,
            Gone = [.. changed.Except(put.Select(card => card.Id))],
            PenNames =
                isPaper || kinds.Contains(ChangeKind.Post) ? await PenNamesAsync(context, cancellationToken) : null,
            Series = isPaper || kinds.Contains(ChangeKind.Post) ? await SeriesAsync(context, cancellationToken) : null,
            Withdrawn = kinds.Contains(ChangeKind.Post) ? await WithdrawnAsync(cancellationToken) : null,
            Addresses = kinds.Contains(ChangeKind.Addresses) ? await AddressesAsync(cancellationToken) : null,
            ModerationLog = kinds.Contains(ChangeKind.Moderation) ? await LogAsync(cancellationToken) : null,
            Popular = kinds.Contains(ChangeKind.Popular) ? await PopularAsync(null, cancellationToken) : null,
        };
    }

    private RenderContext Context(ShownPictures pictures) => new(publication.Language, pictures.Of, address => address);

    private async Task<List<Card>> CardsAsync(
        List<PostFacts> facts,
        IReadOnlyCollection<PostId>? only,
        ShownPictures pictures,
        CancellationToken cancellationToken
    )
    {
        var names = (await posts.PenNamesAsync(cancellationToken)).ToDictionary(name => name.Id);
        var tags = (await posts.TagsAsync(cancellationToken)).ToDictionary(tag => tag.Id);
        var series = (await posts.SeriesAsync(cancellationToken)).ToDictionary(one => one.Id);
        var discussions = await comments.PublicCountsAsync(only, cancellationToken);
        var maker = new CardMaker(names, tags, series, discussions, pictures);
        return [.. facts.Select(maker.Make)];
    }

    private async Task<List<PenNamePage>> PenNamesAsync(RenderContext context, CancellationToken cancellationToken) =>
        [
            .. (await posts.PenNamesAsync(cancellationToken)).Select(name => new PenNamePage(
                name.Id,
                name.Name,
                name.Slug,
                About(name.About, context)
            )),
        ];

    private async Task<List<SeriesPage>> SeriesAsync(RenderContext context, CancellationToken cancellationToken) =>
        [
            .. (await posts.SeriesAsync(cancellationToken)).Select(series => new SeriesPage(
                series.Id,
                series.Title,
                series.Slug,
                About(series.About, context)
            )),
        ];

    private async Task<IEnumerable<string>> AboutsAsync(CancellationToken cancellationToken) =>
        [
            .. (await posts.PenNamesAsync(cancellationToken)).Select(name => name.About),
            .. (await posts.SeriesAsync(cancellationToken)).Select(series => series.About),
        ];

    private static SafeHtml About(string markdown, RenderContext context) =>
        markdown.Length == 0 ? SafeHtml.Empty : PostRenderer.Render(markdown, context).Body;

    private async Task<List<Withdrawn>> WithdrawnAsync(CancellationToken cancellationToken) =>
        [
            .. (await posts.WithdrawnAsync(cancellationToken)).Select(post => new Withdrawn(
                SitePath.From(post.Path),
                post.Because
            )),
        ];

    private async Task<List<Address>> AddressesAsync(CancellationToken cancellationToken) =>
        [
            .. (await posts.OldAddressesAsync(cancellationToken)).Select(address => new Address(
                address.From,
                address.To,
                address.Answer
            )),
        ];

    private async Task<IReadOnlyList<PostId>> PopularAsync(List<PostFacts>? facts, CancellationToken cancellationToken)
    {
        if (publication.PopularBy == PopularBy.Editors)
        {
            var picked = facts ?? await posts.PublishedFactsAsync(null, cancellationToken);
            return
            [
                .. picked
                    .Where(post => post.PickPlace is not null)
                    .OrderBy(post => post.PickPlace)
                    .Select(post => post.Id),
            ];
        }

        return await database
            .Set<PopularRank>()
            .Where(rank => rank.PublicationId == publication.Id)
            .OrderBy(rank => rank.Rank)
            .Select(rank => rank.PostId)
            .ToListAsync(cancellationToken);
    }

    private async Task<List<LogLine>> LogAsync(CancellationToken cancellationToken)
    {
        var words = Phrasebooks.For(publication.Language);
        var entries = await database
            .Set<ModerationEntry>()
            .AsNoTracking()
            .Where(entry => entry.PublicationId == publication.Id)
            .OrderByDescending(entry => entry.Number)
            .Take(LinesOfLog)
            .ToListAsync(cancellationToken);
        return
        [
            .. entries.Select(entry => new LogLine(
                entry.Day,
                ActText.Of(entry.Act, words),
                entry.Because is { } because ? ReasonText.Of(because, words) : "",
                entry.Note
            )),
        ];
    }

    private async Task<Menu> MenuAsync(CancellationToken cancellationToken)
    {
        var inMenu = await database
            .Set<Post>()
            .Where(post => post.PublicationId == publication.Id && post.MenuPlace != null)
            .Select(post => post.Id)
            .ToListAsync(cancellationToken);
        return MenuOf(await posts.PublishedFactsAsync(inMenu, cancellationToken));
    }

    private static bool MayChangeMenu(Catalogue before, IReadOnlyCollection<PostId> changed, List<PostFacts> facts) =>
        facts.Exists(post => post.MenuPlace is not null)
        || changed.Any(id => before.TryGet(id, out var card) && before.Paper.Menu.Any(item => item.Path == card.Path));

    private Paper PaperOf(List<PostFacts> facts) => Described(MenuOf(facts));

    private Paper Described(Menu menu) =>
        new(
            publication.Name,
            TitleWords.Of(publication.Line, publication.Language),
            publication.Language,
            publication.Home is { } home ? new Uri(home) : null,
            publication.FeedId,
            publication.PostsPerPage,
            menu
        )
        {
            IsSigned = traits.IsSigned,
            TakesLetters = traits.TakesLetters,
            Theme = new Theme(
                Look.Named($"{publication.Look}"),
                publication.Ground,
                publication.Accent,
                publication.Lettering == Lettering.Sans,
                publication.OwnStyle
            ),
            FeedsAreWhole = publication.FeedsAreWhole,
            TakesMentions = publication.TakesMentions,
            Hub = Uri.TryCreate(publication.Hub, UriKind.Absolute, out var hub) ? hub : null,
        };

    private static Menu MenuOf(IEnumerable<PostFacts> facts) =>
        [
            .. facts
                .Where(post => post.MenuPlace is not null)
                .OrderBy(post => post.MenuPlace)
                .ThenBy(post => post.Path, StringComparer.Ordinal)
                .Select(post => new MenuItem(TitleWords.Of(post.Title, post.Language), SitePath.From(post.Path))),
        ];
}

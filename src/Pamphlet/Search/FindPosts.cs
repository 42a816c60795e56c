using System.Buffers;
using Pamphlet.Editions;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Reading;
using Pamphlet.Rendering;
using Pamphlet.Storage;
using Pamphlet.Web;

namespace Pamphlet.Search;

/// <summary><c>GET /search?q=…&amp;page=2</c>: the posts that hold a reader's words.</summary>
internal static class FindPosts
{
    private const int OnAPage = 10;
    private const int LastPage = 50;

    public static async Task AnswerAsync(
        HttpContext context,
        DatabaseAddress address,
        Press press,
        CancellationToken cancellationToken
    )
    {
        var wish = SearchWish.Of(context.Request.Query);
        _ = int.TryParse(
            context.Request.Query["page"],
            System.Globalization.CultureInfo.InvariantCulture,
            out var page
        );
        page = Math.Clamp(page, 1, LastPage);

        var catalogue = await press.CatalogueAsync(cancellationToken);
        if (
            wish is { Typed.Length: 0, IsNarrowed: false }
            && OlderPosts.PageFor(context.Request.Query, catalogue) is { } older
        )
        {
            context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
            context.Response.Headers.Location = $"/{SiteLink.Encode(older.Value)}";
            PageHeaders.SetPrivate(context.Response);
            return;
        }

        var answer = await FindAsync(wish, page, catalogue, address, cancellationToken);

        var body = new ArrayBufferWriter<byte>();
        answer.WriteTo(body, catalogue);
        context.Response.ContentType = "text/html; charset=utf-8";
        PageHeaders.SetPrivate(context.Response);
        await context.Response.Body.WriteAsync(body.WrittenMemory, cancellationToken);
    }

    /// <summary>Texts with all the words in their titles first, then the others; within each, the newest first.</summary>
    public static async Task<SearchAnswer> FindAsync(
        SearchWish wish,
        int page,
        Catalogue catalogue,
        DatabaseAddress address,
        CancellationToken cancellationToken
    )
    {
        var typed = wish.Typed.Trim();
        var query = SearchQuery.Parse(wish.Typed);
        if (query.IsEmpty && !wish.IsNarrowed)
        {
            return new SearchAnswer(typed, 0, [], null);
        }

        await using var database = address.Open();
        var publication =
            await new PublicationStore(database).FirstAsync(cancellationToken)
            ?? throw new InvalidOperationException("No paper was founded here.");
        var found = query.IsEmpty
            ? [.. catalogue.Posts.Reverse()]
            : await CardsAsync(new SearchIndex(database), publication.Id.Value, query, catalogue, cancellationToken);
        var fitting = found.Where(wish.Fits).ToList();
        var shown = fitting.Skip((page - 1) * OnAPage).Take(OnAPage).ToList();
        var texts = await new PostStore(database, publication.Id)
            .PublishedTextsAsync([.. shown.Select(card => card.Id)], cancellationToken)
            .ToDictionaryAsync(text => text.Id, text => text.Markdown, cancellationToken: cancellationToken);
        var hasMore = page < LastPage && page * OnAPage < fitting.Count;
        return new SearchAnswer(
            typed,
            fitting.Count,
            [
                .. shown
                    .Where(card => texts.ContainsKey(card.Id))
                    .Select(card => new FoundText(card, Place(texts[card.Id], card, query))),
            ],
            hasMore ? wish.Address(page + 1) : null
        )
        {
            Narrowings = NarrowResults.Of(wish, fitting),
            Meant =
                found.Count == 0 && NearbyWords.For(typed, catalogue) is { } meant
                    ? new MeantWords(meant, new SearchWish(meant, "", "", "", "").Address())
                    : null,
        };
    }

    private static async Task<List<Card>> CardsAsync(
        SearchIndex index,
        long paper,
        SearchQuery query,
        Catalogue catalogue,
        CancellationToken cancellationToken
    )
    {
        var all = await index.FindAsync(paper, query, cancellationToken);
        var titled = (await index.FindAsync(paper, query, cancellationToken, inTitle: true)).ToHashSet();

        // What the served edition does not list yet, or no longer, is not shown: its link would lead nowhere.
        var cards = all.Select(id => catalogue.TryGet(new PostId(id), out var card) ? card : null)
            .OfType<Card>()
            .ToList();
        cards.Sort(
            (left, right) =>
                titled.Contains(right.Id.Value).CompareTo(titled.Contains(left.Id.Value)) is not 0 and var order
                    ? order
                    : CardOrder.ByDate(right, left)
        );
        return cards;
    }

    private static FoundWords[] Place(string markdown, Card card, SearchQuery query)
    {
        var plain = PostRenderer.Render(markdown, new RenderContext(card.Language, _ => null, _ => null)).Plain;
        return [.. Snippet.Of(plain, query).Select(part => new FoundWords(part.Text, part.IsMarked))];
    }
}

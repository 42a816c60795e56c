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
    private const int LongestQuery = 200;

    public static async Task AnswerAsync(
        HttpContext context,
        DatabaseAddress address,
        Press press,
        CancellationToken cancellationToken
    )
    {
        var typed = CleanText.Of(context.Request.Query["q"].ToString());
        typed = typed.Length > LongestQuery ? typed[..LongestQuery] : typed;
        _ = int.TryParse(
            context.Request.Query["page"],
            System.Globalization.CultureInfo.InvariantCulture,
            out var page
        );
        page = Math.Clamp(page, 1, LastPage);

        var catalogue = await press.CatalogueAsync(cancellationToken);
        var answer = await FindAsync(typed, page, catalogue, address, cancellationToken);

        var body = new ArrayBufferWriter<byte>();
        answer.WriteTo(body, catalogue);
        context.Response.ContentType = "text/html; charset=utf-8";
        PageHeaders.SetPrivate(context.Response);
        await context.Response.Body.WriteAsync(body.WrittenMemory, cancellationToken);
    }

    private static async Task<SearchAnswer> FindAsync(
        string typed,
        int page,
        Catalogue catalogue,
        DatabaseAddress address,
        CancellationToken cancellationToken
    )
    {
        var query = SearchQuery.Parse(typed);
        if (query.IsEmpty)
        {
            return new SearchAnswer(typed.Trim(), 0, [], null);
        }

        await using var database = address.Open();
        var publication =
            await new PublicationStore(database).FirstAsync(cancellationToken)
            ?? throw new InvalidOperationException("No paper was founded here.");
        var index = new SearchIndex(database);
        var total = await index.CountAsync(publication.Id.Value, query, cancellationToken);
        var ids = await index.FindAsync(publication.Id.Value, query, (page - 1) * OnAPage, OnAPage, cancellationToken);
        PostId[] posts = [.. ids.Select(id => new PostId(id))];
        var texts = await new PostStore(database, publication.Id)
            .PublishedTextsAsync(posts, cancellationToken)
            .ToDictionaryAsync(text => text.Id, text => text.Markdown, cancellationToken: cancellationToken);

        // What the served edition does not list yet, or no longer, is not shown: its link would lead nowhere.
        var found = posts
            .Where(id => texts.ContainsKey(id) && catalogue.TryGet(id, out _))
            .Select(id => new FoundText(catalogue[id], Place(texts[id], catalogue[id], query)));
        var hasMore = page < LastPage && page * OnAPage < total;
        return new SearchAnswer(
            typed.Trim(),
            total,
            [.. found],
            hasMore ? $"search?q={Uri.EscapeDataString(typed)}&page={page + 1}" : null
        );
    }

    private static FoundWords[] Place(string markdown, Card card, SearchQuery query)
    {
        var plain = PostRenderer.Render(markdown, new RenderContext(card.Language, _ => null, _ => null)).Plain;
        return [.. Snippet.Of(plain, query).Select(part => new FoundWords(part.Text, part.IsMarked))];
    }
}

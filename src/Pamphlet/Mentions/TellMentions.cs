using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Reading;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Mentions;

/// <summary>Tells whom newly published texts answer or link, where their pages take mentions.</summary>
internal sealed class TellMentions(DatabaseAddress address, Outward outward, OwnAddresses own)
{
    private const int MostLinks = 20;
    private const int AtOnce = 10;

    /// <param name="printed">What readers get: whoever is told looks at once.</param>
    /// <returns>How many were told.</returns>
    public async Task<int> RunAsync(Catalogue printed, CancellationToken cancellationToken)
    {
        await using var database = address.Open();
        var paper = await new PublicationStore(database).FirstAsync(cancellationToken);
        if (paper is not { SendsMentionsSince: { } since } || !outward.IsThere || own.Home(paper) is not { } home)
        {
            return 0;
        }

        var told = 0;
        foreach (var post in await DueAsync(database, paper, since, printed, cancellationToken))
        {
            told += await TellAsync(database, paper, home, printed[post], cancellationToken);
            database.Add(new ToldPost { PublicationId = paper.Id, PostId = post });
            await database.SaveChangesAsync(cancellationToken);
        }

        return told;
    }

    private static async Task<List<PostId>> DueAsync(
        Database database,
        Publication paper,
        DateOnly since,
        Catalogue printed,
        CancellationToken cancellationToken
    )
    {
        var from = new DateTimeOffset(since.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var due = await database
            .Set<Post>()
            .Where(post =>
                post.PublicationId == paper.Id
                && post.State == PostState.Published
                && post.PublishedAt >= from
                && !database.Set<ToldPost>().Any(told => told.PublicationId == paper.Id && told.PostId == post.Id)
            )
            .OrderBy(post => post.PublishedAt)
            .Select(post => post.Id)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        return due.FindAll(post => printed.TryGet(post, out _));
    }

    private async Task<int> TellAsync(
        Database database,
        Publication paper,
        Uri home,
        Card card,
        CancellationToken cancellationToken
    )
    {
        var source = new Uri(SiteLink.Absolute(home, card.Path));
        var links = await LinksAsync(new PostStore(database, paper.Id), card, cancellationToken);
        var told = 0;
        foreach (var link in links.Where(link => outward.MayAsk(link) && !own.Has(paper, link, "")).Take(MostLinks))
        {
            told += await TellOneAsync(source, link, cancellationToken) ? 1 : 0;
        }

        return told;
    }

    private async Task<bool> TellOneAsync(Uri source, Uri target, CancellationToken cancellationToken)
    {
        var page = await new AskPage(outward).GetAsync(target, cancellationToken);
        return page.Fault == PageFault.None
            && FindEndpoint.In(page) is { } endpoint
            && await new PostNotice(outward).RunAsync(
                endpoint,
                [new("source", source.AbsoluteUri), new("target", target.OriginalString)],
                cancellationToken
            );
    }

    private static async Task<IReadOnlyList<Uri>> LinksAsync(
        PostStore posts,
        Card card,
        CancellationToken cancellationToken
    )
    {
        var texts = await posts.PublishedTextsAsync([card.Id], cancellationToken).ToListAsync(cancellationToken);
        var html = texts
            .Select(text => PostRenderer.Render(text.Markdown, new RenderContext(card.Language, _ => null, to => to)))
            .Select(text => text.Body.At(""));
        using var document = await new HtmlParser().ParseDocumentAsync(string.Concat(html), cancellationToken);
        var links = document
            .QuerySelectorAll("a[href]")
            .Select(link => Uri.TryCreate(link.GetAttribute("href"), UriKind.Absolute, out var to) ? to : null)
            .OfType<Uri>();
        return [.. (card.InReplyTo is { } reply ? links.Prepend(reply.Url) : links).Distinct()];
    }
}

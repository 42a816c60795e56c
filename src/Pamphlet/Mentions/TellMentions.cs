using Microsoft.EntityFrameworkCore;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Reading;
using Pamphlet.Seal;
using Pamphlet.Storage;

namespace Pamphlet.Mentions;

/// <summary>
/// Tells whom texts answer or link that they appeared, changed or went, where their pages take mentions. What changed is told
/// to those whom it links no more as well (W3C Webmention, 3.1.4), and what went answers 410.
/// </summary>
internal sealed class TellMentions(DatabaseAddress address, Outward outward, OwnAddresses own)
{
    private const int MostLinks = 20;

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
        foreach (var due in await DueMentions.FindAsync(database, paper, since, printed, cancellationToken))
        {
            told += await TellAsync(database, paper, home, due, cancellationToken);
            await KeepAsync(database, paper.Id, due, cancellationToken);
        }

        return told;
    }

    private async Task<int> TellAsync(
        Database database,
        Publication paper,
        Uri home,
        DueMention due,
        CancellationToken cancellationToken
    )
    {
        var path = await database
            .Set<Post>()
            .Where(post => post.PublicationId == paper.Id && post.Id == due.Post)
            .Select(post => post.Path!)
            .SingleAsync(cancellationToken);
        var source = new Uri(SiteLink.Absolute(home, SitePath.From(path)));
        var links = await new LinksOfText(database, paper.Id).FindAsync(due, cancellationToken);
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

    private static async Task KeepAsync(
        Database database,
        PublicationId paper,
        DueMention due,
        CancellationToken cancellationToken
    )
    {
        var told = await database.FindAsync<ToldPost>([paper, due.Post], cancellationToken);
        if (told is null)
        {
            told = new ToldPost { PublicationId = paper, PostId = due.Post };
            database.Add(told);
        }

        (told.Version, told.IsWithdrawn) = (due.Version, due.IsWithdrawn);
        await database.SaveChangesAsync(cancellationToken);
    }
}

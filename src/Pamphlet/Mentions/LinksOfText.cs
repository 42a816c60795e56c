using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Mentions;

/// <summary>Where a text leads, and where it led as readers read it before.</summary>
internal sealed class LinksOfText(Database database, PublicationId paper)
{
    /// <returns>First whom it answers, then whom it links, then whom only its earlier public versions link.</returns>
    public async Task<IReadOnlyList<Uri>> FindAsync(DueMention due, CancellationToken cancellationToken)
    {
        var text = await database
            .Set<Post>()
            .AsNoTracking()
            .Where(post => post.PublicationId == paper && post.Id == due.Post)
            .Select(post => new
            {
                post.Markdown,
                post.Language,
                post.InReplyToUrl,
            })
            .SingleAsync(cancellationToken);
        // What was a draft's is not among them: a link that was thought better of before anybody read it is nobody's to know.
        var before = await database
            .Set<Revision>()
            .Where(version =>
                version.PublicationId == paper && version.PostId == due.Post && version.Number > due.Since
            )
            .OrderByDescending(version => version.Number)
            .Select(version => version.Markdown)
            .ToListAsync(cancellationToken);
        var links = before.Prepend(text.Markdown).SelectMany(words => LinksIn(words, text.Language));
        return
        [
            .. (
                Uri.TryCreate(text.InReplyToUrl, UriKind.Absolute, out var answered) ? links.Prepend(answered) : links
            ).Distinct(),
        ];
    }

    private static List<Uri> LinksIn(string markdown, Language language)
    {
        var html = PostRenderer.Render(markdown, new RenderContext(language, _ => null, to => to)).Body.At("");
        using var document = new HtmlParser().ParseDocument(html);
        return
        [
            .. document
                .QuerySelectorAll("a[href]")
                .Select(link => Uri.TryCreate(link.GetAttribute("href"), UriKind.Absolute, out var to) ? to : null)
                .OfType<Uri>(),
        ];
    }
}

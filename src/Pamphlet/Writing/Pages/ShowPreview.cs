using System.Buffers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Editions;
using Pamphlet.Pictures;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Reading;
using Pamphlet.Rendering;
using Pamphlet.Seal;
using Pamphlet.Storage;
using Pamphlet.Writing.Previewing;
using Pamphlet.Writing.Publishing;

namespace Pamphlet.Writing.Pages;

/// <summary>
/// A draft in the paper's own look: for editors under its text, and for whoever holds a secret link under <c>/preview/SECRET/</c>.
/// Its links are relative, so that style and pictures are asked for below the same address.
/// </summary>
internal static class ShowPreview
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("texts/{id}/preview/{**path}", ForEditorAsync).Requires(Act.Write);
        desk.MapGet("media/{file}", PictureAsync).Requires(Act.Write);
    }

    /// <summary><c>GET /preview/SECRET/…</c>, outside the desk: no account is asked for.</summary>
    public static async Task ForGuestAsync(
        HttpContext context,
        string secret,
        string? path,
        DatabaseAddress address,
        Press press,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        await using var database = address.Open();
        var paper =
            await new PublicationStore(database).FirstAsync(cancel)
            ?? throw new InvalidOperationException("No paper was founded here.");
        var links = new PreviewLinks(database, paper.Id, time);
        var post = await links.OpenAsync(secret, cancel) is { } id
            ? await new Texts.TextStore(database, paper.Id).FindAsync(id, cancel)
            : null;
        if (post is null)
        {
            // Expired, ended or never made: the same to whoever tries.
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            context.Response.Headers.CacheControl = "no-store";
            return;
        }

        if (string.IsNullOrEmpty(path))
        {
            context.Response.Redirect($"/preview/{secret}/{SiteLinkOf(PathOf(post))}");
            return;
        }

        var words = Desk.Words.DeskLanguages.For(paper.Language);
        var notice = new PageNotice(words.Writing.Write.IsPreview, Language.From(words.Language), Back: null, "");
        var catalogue = await press.CatalogueAsync(cancel);
        await AnswerAsync(context, database, paper, post, path, catalogue, notice, time, cancel);
    }

    /// <summary>Where the draft would be read if it appeared now.</summary>
    public static SitePath PathOf(Post post) =>
        SitePath.From(post.Path ?? (post.Kind.IsStanding() ? "p/preview.html" : "2000/01/preview.html"));

    private static string SiteLinkOf(SitePath path) =>
        string.Join('/', path.Value.Split('/').Select(Uri.EscapeDataString));

    private static async Task<IResult> ForEditorAsync(
        Visit visit,
        string id,
        string? path,
        Database database,
        Press press,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        if (await TextFrame.FindAsync(visit, database, id, cancel) is not { } frame)
        {
            return Trouble.NotFound(visit);
        }

        if (string.IsNullOrEmpty(path))
        {
            return visit.SeeOther(WriteText.PreviewOf(frame));
        }

        var catalogue = await press.CatalogueAsync(cancel);
        var words = visit.Words.Writing.Write;
        var notice = new PageNotice(words.IsPreview, visit.Language, frame.Address, words.BackToText);
        await AnswerAsync(visit.Context, database, visit.Paper, frame.Post, path, catalogue, notice, time, cancel);
        return Results.Empty;
    }

    private static async Task<IResult> PictureAsync(
        Visit visit,
        string file,
        Database database,
        CancellationToken cancel
    )
    {
        await SendPictureAsync(visit.Context, database, visit.Paper.Id, file, cancel);
        return Results.Empty;
    }

    private static async Task AnswerAsync(
        HttpContext context,
        Database database,
        Publication paper,
        Post post,
        string path,
        Catalogue catalogue,
        PageNotice notice,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        if (path.StartsWith("media/", StringComparison.Ordinal))
        {
            await SendPictureAsync(context, database, paper.Id, path["media/".Length..], cancel);
        }
        else if (string.Equals(path, Files.Style.Value, StringComparison.Ordinal))
        {
            var style = new ArrayBufferWriter<byte>();
            PageWriter.Write(new StylePlan(), catalogue, _ => throw new InvalidOperationException("A style."), style);
            Encoding.UTF8.GetBytes(PageNotice.Style, style);
            await SendAsync(context, "text/css; charset=utf-8", style.WrittenMemory, cancel);
        }
        else if (string.Equals(path, PathOf(post).Value, StringComparison.Ordinal))
        {
            var when = post.PublishedAt ?? PublishText.Minute(time.GetUtcNow());
            var page = await new DraftPage(database, paper, catalogue).WriteAsync(
                post,
                PathOf(post),
                when,
                notice,
                cancel
            );
            await SendAsync(context, "text/html; charset=utf-8", page, cancel);
        }
        else
        {
            // A link from the draft into the paper that stands.
            context.Response.Redirect($"/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}");
        }
    }

    private static async Task SendPictureAsync(
        HttpContext context,
        Database database,
        PublicationId paper,
        string name,
        CancellationToken cancel
    )
    {
        var hash = Path.GetFileNameWithoutExtension(name);
        var file =
            hash.Length == 16 && hash.All(char.IsAsciiHexDigitLower)
                ? await database
                    .Set<PictureFile>()
                    .AsNoTracking()
                    .FirstOrDefaultAsync(file => file.PublicationId == paper && file.Hash.StartsWith(hash), cancel)
                : null;
        if (file is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await SendAsync(context, PictureFile.MediaTypeOf(file.Format), file.Content, cancel);
    }

    private static async Task SendAsync(
        HttpContext context,
        string type,
        ReadOnlyMemory<byte> content,
        CancellationToken cancel
    )
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        context.Response.ContentType = type;
        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content, cancel);
    }
}

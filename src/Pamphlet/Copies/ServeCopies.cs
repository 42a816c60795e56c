using Microsoft.Net.Http.Headers;
using Pamphlet.Web;

namespace Pamphlet.Copies;

/// <summary><c>/copies/HASH/NAME</c>: a copy that lies ready, and nothing else of that folder.</summary>
internal static class ServeCopies
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".zip"] = "application/zip",
        [".epub"] = "application/epub+zip",
        [".pdf"] = "application/pdf",
        [".torrent"] = "application/x-bittorrent",
        [".zim"] = "application/octet-stream",
    };

    public static Task AnswerAsync(HttpContext context, CopyShelf shelf, RequestDelegate notFound)
    {
        // What is asked for is compared with the list, and never made into a path.
        var asked = context.Request.Path.Value?.TrimStart('/');
        if (
            shelf.All().FirstOrDefault(copy => string.Equals(copy.Path, asked, StringComparison.Ordinal))
            is not { } copy
        )
        {
            return notFound(context);
        }

        foreach (var (name, value) in PageHeaders.OnEveryAnswer)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.Headers.ContentSecurityPolicy = PageHeaders.Policy;
        context.Response.Headers.CacheControl = "no-cache";
        return Results
            .File(
                shelf.FileOf(copy),
                Types[Path.GetExtension(copy.Path)],
                Path.GetFileName(copy.Path),
                entityTag: new EntityTagHeaderValue($"\"{copy.Hash[..32]}\""),
                enableRangeProcessing: true
            )
            .ExecuteAsync(context);
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Posts;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Writing.Publishing;

/// <summary>Where a text will be read: <c>2026/11/slug.html</c>, pages <c>p/slug.html</c>. What is taken gets a number.</summary>
internal static class ChooseAddress
{
    public static async Task<string> ForAsync(
        Database database,
        Post post,
        string slug,
        DateTimeOffset when,
        CancellationToken cancellationToken
    )
    {
        var name = Slug.Of(slug.Length > 0 ? slug : post.Title);
        // /2026/11/index.html is the month's.
        name = name is "index" ? "index-1" : name;
        var wished = post.Kind.IsStanding()
            ? $"p/{name}"
            : string.Create(CultureInfo.InvariantCulture, $"{when.UtcDateTime:yyyy'/'MM}/{name}");
        var taken = await database
            .Set<Post>()
            .Where(other =>
                other.PublicationId == post.PublicationId && other.Id != post.Id && other.Path!.StartsWith(wished)
            )
            .Select(other => other.Path!)
            .ToListAsync(cancellationToken);
        var path = $"{wished}.html";
        for (var again = 2; taken.Contains(path, StringComparer.Ordinal); again++)
        {
            path = string.Create(CultureInfo.InvariantCulture, $"{wished}-{again}.html");
        }

        return path;
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Writing.Previewing;

/// <summary>Makes, opens and ends secret links to drafts.</summary>
internal sealed class PreviewLinks(Database database, PublicationId paper, TimeProvider time)
{
    /// <returns>The secret, which is kept nowhere.</returns>
    public async Task<string> MakeAsync(PostId post, int days, CancellationToken cancellationToken)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18));
        var until = time.GetUtcNow().AddDays(days);
        await EndOldAsync(cancellationToken);
        database.Add(
            new PreviewLink
            {
                PublicationId = paper,
                PostId = post,
                TokenHash = HashOf(token),
                Until = DateTimeOffset.FromUnixTimeSeconds((until.ToUnixTimeSeconds() / 3600 * 3600) + 3600),
            }
        );
        await database.SaveChangesAsync(cancellationToken);
        return token;
    }

    /// <summary>The draft that a secret opens, or null: it opens nothing, or nothing any more.</summary>
    public async Task<PostId?> OpenAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length is 0 or > 64)
        {
            return null;
        }

        var (hash, now) = (HashOf(token), time.GetUtcNow());
        return (
            await database
                .Set<PreviewLink>()
                .AsNoTracking()
                .FirstOrDefaultAsync(
                    link => link.PublicationId == paper && link.TokenHash == hash && link.Until > now,
                    cancellationToken
                )
        )?.PostId;
    }

    public Task<int> CountAsync(PostId post, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return database
            .Set<PreviewLink>()
            .CountAsync(
                link => link.PublicationId == paper && link.PostId == post && link.Until > now,
                cancellationToken
            );
    }

    public Task<int> EndAllAsync(PostId post, CancellationToken cancellationToken) =>
        database
            .Set<PreviewLink>()
            .Where(link => link.PublicationId == paper && link.PostId == post)
            .ExecuteDeleteAsync(cancellationToken);

    private Task<int> EndOldAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return database
            .Set<PreviewLink>()
            .Where(link => link.PublicationId == paper && link.Until <= now)
            .ExecuteDeleteAsync(cancellationToken);
    }

    private static string HashOf(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

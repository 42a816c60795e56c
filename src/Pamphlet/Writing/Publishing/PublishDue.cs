using Microsoft.EntityFrameworkCore;
using Pamphlet.Posts;
using Pamphlet.Storage;

namespace Pamphlet.Writing.Publishing;

/// <summary>Makes public what was scheduled up to this minute.</summary>
internal static class PublishDue
{
    /// <returns>How many appeared.</returns>
    public static async Task<int> RunAsync(Database database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = await database
            .Set<Post>()
            .AsNoTracking()
            .Where(post => post.State == PostState.Scheduled && post.PublishedAt <= now)
            .Select(post => new { post.PublicationId, post.Id })
            .ToListAsync(cancellationToken);
        var appeared = 0;
        foreach (var one in due)
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            database.ChangeTracker.Clear();
            var post = await database
                .Set<Post>()
                .FirstOrDefaultAsync(
                    post =>
                        post.PublicationId == one.PublicationId
                        && post.Id == one.Id
                        && post.State == PostState.Scheduled,
                    cancellationToken
                );
            if (post is not null)
            {
                PublishText.Appear(database, post);
                await PublishText.ForgetDeskAsync(database, post, cancellationToken);
                await database.SaveChangesAsync(cancellationToken);
                appeared++;
            }

            await transaction.CommitAsync(cancellationToken);
        }

        return appeared;
    }
}

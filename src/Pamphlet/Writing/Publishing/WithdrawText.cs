using Microsoft.EntityFrameworkCore;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Writing.Publishing;

/// <summary>Takes a public text back. Its address answers 410 with the editors' words, for silence would look like a fault.</summary>
internal static class WithdrawText
{
    public static async Task<bool> RunAsync(
        Database database,
        PublicationId paper,
        PostId id,
        string because,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var post = await database
            .Set<Post>()
            .FirstOrDefaultAsync(
                post => post.PublicationId == paper && post.Id == id && post.State == PostState.Published,
                cancellationToken
            );
        if (post is null)
        {
            return false;
        }

        post.State = PostState.Withdrawn;
        post.WithdrawnBecause = because;
        new PublicationStore(database).Note(paper, ChangeKind.Post, id);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Puts a withdrawn text where it was.</summary>
    public static async Task<bool> PutBackAsync(
        Database database,
        PublicationId paper,
        PostId id,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var post = await database
            .Set<Post>()
            .FirstOrDefaultAsync(
                post => post.PublicationId == paper && post.Id == id && post.State == PostState.Withdrawn,
                cancellationToken
            );
        if (post is null)
        {
            return false;
        }

        post.State = PostState.Published;
        post.WithdrawnBecause = null;
        new PublicationStore(database).Note(paper, ChangeKind.Post, id);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}

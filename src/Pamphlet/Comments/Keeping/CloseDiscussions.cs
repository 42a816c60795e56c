using Microsoft.EntityFrameworkCore;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Comments.Keeping;

/// <summary>Closes what is older than the editors let discussions become, so that the edition says so too.</summary>
internal sealed class CloseDiscussions(Database database, PublicationId publication, TimeProvider time)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var settings = await new SettingsStore(database, publication).PaperAsync(cancellationToken);
        if (settings.ClosesAfterDays is not { } days)
        {
            return;
        }

        var before = time.GetUtcNow().AddDays(-days);
        var old = await database
            .Set<Post>()
            .Where(post =>
                post.PublicationId == publication
                && post.State == PostState.Published
                && post.Kind == PostKind.Post
                && post.CommentsOpen
                && post.PublishedAt < before
            )
            .ToListAsync(cancellationToken);
        foreach (var post in old)
        {
            post.CommentsOpen = false;
            new PublicationStore(database).Note(publication, ChangeKind.Comments, post.Id);
        }

        await database.SaveChangesAsync(cancellationToken);
    }
}

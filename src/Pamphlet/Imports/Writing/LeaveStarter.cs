using Microsoft.EntityFrameworkCore;
using Pamphlet.Founding;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Imports.Writing;

/// <summary>Takes what nobody changed of the starter paper out of a paper that is somebody's by now.</summary>
internal static class LeaveStarter
{
    /// <summary>The journal gets its lines; the caller saves them.</summary>
    public static async Task TextsAsync(Database database, KnownPaper known, CancellationToken cancellationToken)
    {
        var id = known.Paper!.Id;
        foreach (var post in known.Starter)
        {
            await new SearchIndex(database).RemoveAsync(id.Value, post.Value, cancellationToken);
            database.Add(
                new Change
                {
                    PublicationId = id,
                    Kind = ChangeKind.Post,
                    PostId = post,
                }
            );
        }

        await database
            .Set<Post>()
            .Where(post => post.PublicationId == id && known.Starter.Contains(post.Id))
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Its pen name and its subjects, where nothing else has them; last, for what was moved in may.</summary>
    public static async Task NamesAsync(Database database, KnownPaper known, CancellationToken cancellationToken)
    {
        if (known.IsReplaced || known.Starter.Count == 0)
        {
            return;
        }

        var id = known.Paper!.Id;
        await database
            .Set<PenName>()
            .Where(name => name.PublicationId == id && name.Slug == FoundStarterPaper.PenNameSlug)
            .Where(name =>
                !database.Set<Byline>().Any(byline => byline.PublicationId == id && byline.PenNameId == name.Id)
            )
            .ExecuteDeleteAsync(cancellationToken);
        await database
            .Set<Tag>()
            .Where(tag => tag.PublicationId == id && FoundStarterPaper.Subjects.Contains(tag.Name))
            .Where(tag => !database.Set<PostTag>().Any(post => post.PublicationId == id && post.TagId == tag.Id))
            .ExecuteDeleteAsync(cancellationToken);
    }
}

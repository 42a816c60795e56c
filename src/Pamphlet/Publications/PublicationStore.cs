using Microsoft.EntityFrameworkCore;
using Pamphlet.Posts;
using Pamphlet.Storage;

namespace Pamphlet.Publications;

/// <summary>The papers of a database and what happened to them since their last editions.</summary>
internal sealed class PublicationStore(Database database)
{
    /// <summary>The paper of this house, or null: nothing was founded yet.</summary>
    public Task<Publication?> FirstAsync(CancellationToken cancellationToken) =>
        database.Set<Publication>().OrderBy(paper => paper.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>What no edition shows yet, oldest first.</summary>
    public Task<List<Change>> ChangesAsync(PublicationId id, CancellationToken cancellationToken) =>
        database
            .Set<Change>()
            .AsNoTracking()
            .Where(change => change.PublicationId == id)
            .OrderBy(change => change.Number)
            .ToListAsync(cancellationToken);

    /// <summary>
    /// Notes that an edition shows these changes, and forgets them: a list of who was edited when serves nobody but a visitor
    /// with a warrant. By their own numbers, for a change with a lower one may have been saved later. In the caller's transaction.
    /// </summary>
    public async Task MarkBuiltAsync(
        PublicationId id,
        long shows,
        IReadOnlyCollection<Change> changes,
        CancellationToken cancellationToken
    )
    {
        await database
            .Set<Publication>()
            .Where(paper => paper.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(paper => paper.BuiltUpTo, shows), cancellationToken);
        foreach (var some in changes.Select(change => change.Number).Chunk(500))
        {
            await database
                .Set<Change>()
                .Where(change => change.PublicationId == id && some.Contains(change.Number))
                .ExecuteDeleteAsync(cancellationToken);
        }
    }

    /// <summary>Adds to the journal; saved with the change itself, by whoever saves it.</summary>
    public void Note(PublicationId id, ChangeKind kind, PostId? post = null, int? discussionPage = null) =>
        database.Add(
            new Change
            {
                PublicationId = id,
                Kind = kind,
                PostId = post,
                DiscussionPage = discussionPage,
            }
        );
}

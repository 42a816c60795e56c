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

    /// <summary>The journal, oldest first: what no edition shows yet, and what another node's may not show.</summary>
    public Task<List<Change>> ChangesAsync(PublicationId id, CancellationToken cancellationToken) =>
        database
            .Set<Change>()
            .AsNoTracking()
            .Where(change => change.PublicationId == id)
            .OrderBy(change => change.Number)
            .ToListAsync(cancellationToken);

    /// <summary>
    /// Forgets changes that an edition shows: a list of who was edited when serves nobody but a visitor with a warrant. By their
    /// own numbers, for a change with a lower one may have been saved later. In the caller's transaction.
    /// </summary>
    /// <param name="shown">What the edition shows, oldest first.</param>
    /// <param name="kept">How many of the last stay, for other nodes to follow: one that missed more builds anew.</param>
    public async Task ForgetAsync(
        PublicationId id,
        IReadOnlyList<Change> shown,
        int kept,
        CancellationToken cancellationToken
    )
    {
        var old = shown.Take(Math.Max(0, shown.Count - kept)).Select(change => change.Number).ToArray();
        if (old.Length == 0)
        {
            return;
        }

        var upTo = old[^1];
        await database
            .Set<Publication>()
            .Where(paper => paper.Id == id && paper.BuiltUpTo < upTo)
            .ExecuteUpdateAsync(set => set.SetProperty(paper => paper.BuiltUpTo, upTo), cancellationToken);
        foreach (var some in old.Chunk(500))
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

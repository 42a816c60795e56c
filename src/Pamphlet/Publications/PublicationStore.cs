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

    /// <summary>The number of the latest change, or 0.</summary>
    public async Task<long> NewestChangeAsync(PublicationId id, CancellationToken cancellationToken) =>
        await database
            .Set<Change>()
            .Where(change => change.PublicationId == id)
            .MaxAsync(change => (long?)change.Number, cancellationToken)
        ?? 0;

    public Task<List<Change>> ChangesAfterAsync(PublicationId id, long number, CancellationToken cancellationToken) =>
        database
            .Set<Change>()
            .AsNoTracking()
            .Where(change => change.PublicationId == id && change.Number > number)
            .OrderBy(change => change.Number)
            .ToListAsync(cancellationToken);

    /// <summary>
    /// Notes that editions show everything up to a change, and forgets the journal that far: a list of who was edited when
    /// serves nobody but a visitor with a warrant.
    /// </summary>
    public async Task MarkBuiltAsync(PublicationId id, long number, CancellationToken cancellationToken)
    {
        await database
            .Set<Publication>()
            .Where(paper => paper.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(paper => paper.BuiltUpTo, number), cancellationToken);
        await database
            .Set<Change>()
            .Where(change => change.PublicationId == id && change.Number < number)
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Adds to the journal; saved with the change itself, by whoever saves it.</summary>
    public void Note(PublicationId id, ChangeKind kind, PostId? post = null) =>
        database.Add(
            new Change
            {
                PublicationId = id,
                Kind = kind,
                PostId = post,
            }
        );
}

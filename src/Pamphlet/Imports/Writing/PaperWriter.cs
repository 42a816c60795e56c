using Microsoft.EntityFrameworkCore;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Imports.Writing;

/// <summary>Writes rows a few hundred at a time, within the transaction of the whole import; in a dry run, nothing at all.</summary>
internal sealed class PaperWriter(Database? database, PublicationId publication, bool isDry)
{
    private const int Most = 200;

    private int waiting;

    public PublicationId Publication { get; } = publication;

    /// <summary>The paper as it is, for changing it; null in a dry run.</summary>
    public Database? Database => isDry ? null : database;

    public async Task AddAsync(object row, CancellationToken cancellationToken)
    {
        if (isDry)
        {
            return;
        }

        database!.Add(row);
        if (++waiting >= Most)
        {
            await FlushAsync(cancellationToken);
        }
    }

    public Task NoteAsync(ChangeKind kind, Posts.PostId? post, CancellationToken cancellationToken) =>
        AddAsync(
            new Change
            {
                PublicationId = Publication,
                Kind = kind,
                PostId = post,
            },
            cancellationToken
        );

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (!isDry)
        {
            await database!.SaveChangesAsync(cancellationToken);
            // What was saved is not needed again: ten thousand essays would stay in memory.
            database.ChangeTracker.Clear();
            waiting = 0;
        }
    }
}

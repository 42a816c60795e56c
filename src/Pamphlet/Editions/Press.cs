using Microsoft.EntityFrameworkCore;
using Pamphlet.Editions.Building;
using Pamphlet.Editions.Shelving;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Reading;
using Pamphlet.Storage;

namespace Pamphlet.Editions;

/// <summary>Makes the next edition out of what changed since the last, and puts it on the shelf.</summary>
/// <remarks>One at a time. A crash at any point repeats work and loses none: the journal is cleared last.</remarks>
internal sealed class Press(DatabaseAddress address, EditionShelf shelf) : IDisposable
{
    // Another program may render the same text otherwise: its first edition is whole.
    private static readonly string Build = typeof(Press).Module.ModuleVersionId.ToString("N");

    private readonly SemaphoreSlim turn = new(1, 1);
    private Catalogue? printed;

    /// <summary>What the served edition lists, or null: nothing was printed since the start; ask <see cref="CatalogueAsync"/>.</summary>
    public Catalogue? Printed => Volatile.Read(ref printed);

    /// <returns>Whether there is a new edition.</returns>
    public async Task<bool> PublishAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await PublishInTurnAsync(cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>What is public now, read from the database where it was not printed since the start.</summary>
    public async Task<Catalogue> CatalogueAsync(CancellationToken cancellationToken)
    {
        if (Printed is { } known)
        {
            return known;
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            await using var database = address.Open();
            await using var moment = await ReadMoment.BeginAsync(database, cancellationToken);
            var publication = await PublicationAsync(database, cancellationToken);
            var pictures = await ShownPictures.ReadAsync(database, publication.Id, cancellationToken);
            return printed ??= await new PaperReader(database, publication).CatalogueAsync(pictures, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<bool> PublishInTurnAsync(CancellationToken cancellationToken)
    {
        await using var database = address.Open();
        var moment = await ReadMoment.BeginAsync(database, cancellationToken);
        Publication publication;
        List<Change> changes;
        Impression impression;
        await using (moment)
        {
            publication = await PublicationAsync(database, cancellationToken);
            changes = await new PublicationStore(database).ChangesAsync(publication.Id, cancellationToken);
            var isWhole = MustBeWhole(publication, changes);
            if (changes.Count == 0 && !isWhole)
            {
                return false;
            }

            impression = new Impression(database, publication, shelf);
            printed =
                isWhole || printed is null
                    ? await impression.WholeAsync(cancellationToken)
                    : await impression.NextAsync(printed, changes, cancellationToken);
        }

        var shows = Math.Max(publication.BuiltUpTo, changes.Select(change => change.Number).DefaultIfEmpty(0).Max());
        impression.Publish(shows, Build);
        await database.Database.UseTransactionAsync(null, cancellationToken);
        await impression.IndexAsync(cancellationToken);
        await new PublicationStore(database).MarkBuiltAsync(publication.Id, shows, changes, cancellationToken);
        await shelf.SweepAsync(cancellationToken);
        return true;
    }

    private bool MustBeWhole(Publication publication, List<Change> changes) =>
        shelf.Current is not { } current
        || !string.Equals(current.Kept.Build, Build, StringComparison.Ordinal)
        // The shelf missed something: it is another database's, or a copy that was put back.
        || shelf.Shows != publication.BuiltUpTo && changes.All(change => change.Number != shelf.Shows);

    private static async Task<Publication> PublicationAsync(Database database, CancellationToken cancellationToken) =>
        await new PublicationStore(database).FirstAsync(cancellationToken)
        ?? throw new InvalidOperationException("No paper was founded here.");
}

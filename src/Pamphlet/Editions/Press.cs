using Microsoft.EntityFrameworkCore;
using Pamphlet.Editions.Building;
using Pamphlet.Editions.Shelving;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Reading;
using Pamphlet.Seal;
using Pamphlet.Storage;

namespace Pamphlet.Editions;

/// <summary>Makes the next edition out of what changed since the last, and puts it on the shelf.</summary>
/// <remarks>One at a time. A crash at any point repeats work and loses none: the journal is cleared last.</remarks>
internal sealed class Press(DatabaseAddress address, EditionShelf shelf) : IDisposable
{
    // Another program may render the same text otherwise: its first edition is whole.
    private static readonly string Build = typeof(Press).Module.ModuleVersionId.ToString("N");

    // On PostgreSQL several nodes may follow one journal; on SQLite there is one, and it forgets at once.
    private const int KeptForOtherNodes = 256;

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly StandingComments standing = new();
    private Catalogue? printed;
    private long printedNumber;
    private int asked;
    private int answered;

    /// <summary>What the served edition lists, or null: nothing was printed since the start; ask <see cref="CatalogueAsync"/>.</summary>
    public Catalogue? Printed => Volatile.Read(ref printed);

    /// <summary>Files that every edition carries besides its pages, so that they are signed with it.</summary>
    public Func<Catalogue, IEnumerable<KeyValuePair<SitePath, byte[]>>>? Enclosed { get; set; }

    /// <summary>Whether readers can write a letter today: every page's foot says it. Null: nobody here takes letters.</summary>
    public Func<bool>? TakesLetters { get; set; }

    /// <summary>The last edition could not be made because the disk has no room left: the desk is to know.</summary>
    public bool IsDiskFull { get; set; }

    /// <summary>Asks for a new edition though no text changed: what is enclosed did.</summary>
    public void Reissue() => Interlocked.Increment(ref asked);

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
            var changes = await new PublicationStore(database).ChangesAsync(publication.Id, cancellationToken);
            var catalogue = await ReadAsync(database, publication, cancellationToken);

            // What waits to be printed is in it already: the next edition must not be measured against it.
            if (changes.TrueForAll(shelf.Shows.Has) && shelf.Current is { } edition)
            {
                (printed, printedNumber) = (catalogue, edition.Number);
            }

            return catalogue;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Takes over denser forms of what is served.</summary>
    public async Task ShrinkAsync(
        IReadOnlyDictionary<Seal.ContentHash, byte[]> brotli,
        CancellationToken cancellationToken
    )
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            shelf.Compact(brotli);
            await shelf.SweepAsync(cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private PaperTraits Traits => new(IsSigned: Enclosed is not null, TakesLetters: TakesLetters?.Invoke() == true);

    // What no journal tells of: an edition that was made under other signs is made anew, also after a crash.
    private static string BuildFor(PaperTraits traits) => traits.TakesLetters ? $"{Build}+letters" : Build;

    private async Task<bool> PublishInTurnAsync(CancellationToken cancellationToken)
    {
        var wanted = Volatile.Read(ref asked);
        var traits = Traits;
        await using var database = address.Open();
        var moment = await ReadMoment.BeginAsync(database, cancellationToken);
        List<Change> journal;
        Publication publication;
        Catalogue? next = null;
        using var impression = new Impression(database, address, shelf, traits, standing);
        await using (moment)
        {
            publication = await PublicationAsync(database, cancellationToken);
            journal = await new PublicationStore(database).ChangesAsync(publication.Id, cancellationToken);
            var changes = journal.FindAll(change => !shelf.Shows.Has(change));
            var isWhole = MustBeWhole(publication, journal, traits);
            if (changes.Count == 0 && !isWhole && wanted == answered)
            {
                await KeepUpAsync(database, publication, cancellationToken);
            }
            else
            {
                // Whoever else printed here since then, it is not what that edition lists.
                var isKnown = printed is not null && printedNumber == shelf.Current?.Number;
                next =
                    isWhole || !isKnown || !Impression.CanFollow(changes)
                        ? await impression.WholeAsync(publication, cancellationToken)
                        : await impression.NextAsync(publication, printed!, changes, cancellationToken);
            }
        }

        if (next is null)
        {
            await TidyAsync(cancellationToken);
            return false;
        }

        foreach (var (path, content) in Enclosed?.Invoke(next) ?? [])
        {
            impression.Enclose(path, content);
        }

        var since = shelf.Current is null ? Shown.Nothing : shelf.Shows;
        impression.Publish(
            since.With(journal, publication.BuiltUpTo, isOrdered: !address.IsPostgres),
            BuildFor(traits)
        );
        (printed, printedNumber, answered) = (next, shelf.Current!.Number, wanted);
        await database.Database.UseTransactionAsync(null, cancellationToken);
        var kept = address.IsPostgres ? KeptForOtherNodes : 0;
        await impression.IndexAsync(
            () => new PublicationStore(database).ForgetAsync(publication.Id, journal, kept, cancellationToken),
            cancellationToken
        );
        if (impression.TakesAway)
        {
            // What somebody took back must not wait.
            await shelf.SweepAsync(cancellationToken);
        }

        return true;
    }

    // The next change is followed from here.
    private async Task KeepUpAsync(Database database, Publication publication, CancellationToken cancellationToken)
    {
        if (printed is null || printedNumber != shelf.Current!.Number)
        {
            printed = await ReadAsync(database, publication, cancellationToken);
            printedNumber = shelf.Current!.Number;
        }
    }

    /// <summary>What can wait until nobody waits: older pages are destroyed, and the shelf is laid out anew.</summary>
    private async Task TidyAsync(CancellationToken cancellationToken)
    {
        if (shelf.HasGoing)
        {
            await shelf.SweepAsync(cancellationToken);
        }

        if (ShelfCompaction.IsDue(shelf.Current!))
        {
            shelf.Compact();
            await shelf.SweepAsync(cancellationToken);
        }
    }

    private async Task<Catalogue> ReadAsync(
        Database database,
        Publication publication,
        CancellationToken cancellationToken
    )
    {
        var pictures = await ShownPictures.AllAsync(database, publication.Id, cancellationToken);
        return await new PaperReader(database, publication, Traits).CatalogueAsync(pictures, cancellationToken);
    }

    private bool MustBeWhole(Publication publication, List<Change> journal, PaperTraits traits) =>
        shelf.Current is not { } current
        || shelf.IsDistrusted
        || !string.Equals(current.Kept.Build, BuildFor(traits), StringComparison.Ordinal)
        // The shelf missed something: it is another database's, or a copy that was put back, or slept too long.
        || (
            shelf.Shows.UpTo != publication.BuiltUpTo && journal.TrueForAll(change => change.Number != shelf.Shows.UpTo)
        );

    private static async Task<Publication> PublicationAsync(Database database, CancellationToken cancellationToken) =>
        await new PublicationStore(database).FirstAsync(cancellationToken)
        ?? throw new InvalidOperationException("No paper was founded here.");
}

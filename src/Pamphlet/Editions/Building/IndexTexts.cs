using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Reading;
using Pamphlet.Storage;

namespace Pamphlet.Editions.Building;

/// <summary>Lets the search know what an edition says, out of the same rendering that made its pages.</summary>
internal sealed class IndexTexts(DatabaseAddress address, PublicationId publication) : IDisposable
{
    // The words of ten thousand essays. More are not kept waiting for the edition, but written while it is made.
    private const long MostWaiting = 80L << 20;

    // Enough that a transaction's flush is shared, few enough that an editor who saves does not wait long for the lock.
    private const int AtOnce = 1_000;

    private readonly SemaphoreSlim gate = new(1, 1);
    private List<WordsOfText> waiting = [];
    private long waitingBytes;
    private bool isCleared;

    /// <summary>The posts whose words may be others; null: all.</summary>
    public IReadOnlyCollection<PostId>? Changed { get; init; }

    public void Dispose() => gate.Dispose();

    /// <summary>Takes a text's words; several threads may.</summary>
    public async ValueTask AddAsync(Article article, CancellationToken cancellationToken)
    {
        if (Changed?.Contains(article.Card.Id) == false)
        {
            return;
        }

        var card = article.Card;
        var words = WordsOfText.Of(card.Id.Value, $"{card.Title} {card.Subtitle}", article.Text.Plain);
        await gate.WaitAsync(cancellationToken);
        try
        {
            waiting.Add(words);
            waitingBytes += words.Body.Length;
            if (waitingBytes > MostWaiting)
            {
                // On a connection of its own: the edition's reads what was public when it began.
                await using var database = address.Open();
                await WriteAsync(database, atMost: 0, cancellationToken);
            }
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Writes all but what fits into one transaction, which is the caller's to begin and to share.</summary>
    public Task WriteMostAsync(Database database, CancellationToken cancellationToken) =>
        WriteAsync(database, AtOnce, cancellationToken);

    /// <summary>Writes what is left, in the caller's transaction.</summary>
    public async Task WriteRestAsync(Database database, CancellationToken cancellationToken)
    {
        var index = new SearchIndex(database);
        await ClearAsync(index, cancellationToken);
        await index.StoreAsync(publication.Value, waiting, cancellationToken);
        waiting = [];
    }

    private async Task WriteAsync(Database database, int atMost, CancellationToken cancellationToken)
    {
        var index = new SearchIndex(database);
        while (waiting.Count > atMost)
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            await ClearAsync(index, cancellationToken);
            var some = Math.Min(AtOnce, waiting.Count);
            await index.StoreAsync(publication.Value, waiting.GetRange(0, some), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            waiting.RemoveRange(0, some);
        }

        waitingBytes = waiting.Sum(text => (long)text.Body.Length);
    }

    private async Task ClearAsync(SearchIndex index, CancellationToken cancellationToken)
    {
        if (isCleared)
        {
            return;
        }

        isCleared = true;
        if (Changed is null)
        {
            await index.ClearAsync(publication.Value, cancellationToken);
        }

        foreach (var id in Changed ?? [])
        {
            await index.RemoveAsync(publication.Value, id.Value, cancellationToken);
        }
    }
}

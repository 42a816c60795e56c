using Microsoft.EntityFrameworkCore;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Editions.Building;

/// <summary>Lets the search know what an edition says.</summary>
internal static class IndexTexts
{
    // Enough that a transaction's flush is shared, few enough that nobody waits for the lock.
    private const int AtOnce = 200;

    /// <param name="changed">The posts whose words may be others; null: all.</param>
    public static async Task RunAsync(
        Database database,
        PublicationId publication,
        IReadOnlyCollection<PostId>? changed,
        ArticleReader reader,
        CancellationToken cancellationToken
    )
    {
        var index = new SearchIndex(database);
        if (changed is null)
        {
            await index.ClearAsync(publication.Value, cancellationToken);
        }

        foreach (var id in changed ?? [])
        {
            await index.RemoveAsync(publication.Value, id.Value, cancellationToken);
        }

        var texts = new List<(PostId Id, string Title, string Plain)>();
        await foreach (var unrendered in reader.ReadAsync(changed, cancellationToken))
        {
            var article = reader.Render(unrendered);
            texts.Add((article.Card.Id, $"{article.Card.Title} {article.Card.Subtitle}", article.Text.Plain));
        }

        foreach (var some in texts.Chunk(AtOnce))
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            foreach (var (id, title, plain) in some)
            {
                await index.StoreAsync(publication.Value, id.Value, title, plain, cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }
    }
}

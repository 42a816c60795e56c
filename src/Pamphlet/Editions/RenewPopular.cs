using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Editions.Shelving;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Reading;
using Pamphlet.Storage;

namespace Pamphlet.Editions;

/// <summary>
/// Once a week at most, makes an order of a few titles of what was counted, and forgets the counts. The counts are blurred
/// first: nobody who knows the order can tell whether any one reader read any one text.
/// </summary>
internal sealed class RenewPopular(DatabaseAddress address, Press press, PopularCount popular, TimeProvider time)
{
    /// <summary>How many titles.</summary>
    public const int Places = 5;

    /// <summary>In days.</summary>
    public const int Apart = 7;

    /// <summary>The scale of the Laplace noise, in readings: a reader who reads one text eight times a week changes no odds by more than e.</summary>
    public const double Blur = 8;

    /// <summary>Fewer blurred readings are no popularity: on a paper that few read, the list would name those few.</summary>
    public const double Least = 40;

    /// <returns>Whether there is a new order.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await using var database = address.Open();
        var paper = await new PublicationStore(database).FirstAsync(cancellationToken);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (paper is null || paper.PopularBy != PopularBy.Readers)
        {
            return false;
        }

        var old = await database
            .Set<PopularRank>()
            .Where(rank => rank.PublicationId == paper.Id)
            .ToListAsync(cancellationToken);
        if (old.Exists(rank => rank.Since > today.AddDays(-Apart)))
        {
            return false;
        }

        var order = Order(await press.CatalogueAsync(cancellationToken));
        if (order.Count == 0)
        {
            return false;
        }

        database.RemoveRange(old);
        await database.SaveChangesAsync(cancellationToken);
        database.AddRange(
            order.Select(
                (post, i) =>
                    new PopularRank
                    {
                        PublicationId = paper.Id,
                        Rank = i + 1,
                        PostId = post,
                        Since = today,
                    }
            )
        );
        new PublicationStore(database).Note(paper.Id, ChangeKind.Popular);
        await database.SaveChangesAsync(cancellationToken);
        popular.Forget();
        return true;
    }

    private List<PostId> Order(Catalogue catalogue) =>
        [
            .. catalogue
                .Posts.Select(card => (card.Id, Readings: Readings(card) + Noise()))
                .Where(post => post.Readings >= Least)
                .OrderByDescending(post => post.Readings)
                .Take(Places)
                .Select(post => post.Id),
        ];

    private int Readings(Card card) => popular.Of(PathHash.Of(Encoding.UTF8.GetBytes($"data/{card.Path.Value}")));

    /// <summary>Laplace noise from the system's own randomness: the other kind can be foretold, and subtracted.</summary>
    private static double Noise()
    {
        var uniform = (RandomNumberGenerator.GetInt32(1, int.MaxValue) / (double)int.MaxValue) - 0.5;
        return -Blur * Math.Sign(uniform) * Math.Log(1 - (2 * Math.Abs(uniform)));
    }
}

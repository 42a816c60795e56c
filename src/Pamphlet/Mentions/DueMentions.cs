using Microsoft.EntityFrameworkCore;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Reading;
using Pamphlet.Storage;

namespace Pamphlet.Mentions;

/// <summary>Which texts are to be told: new ones, those that read otherwise since, and those that were taken back or put back.</summary>
internal static class DueMentions
{
    private const int AtOnce = 10;

    /// <param name="printed">What readers get: what no edition shows yet waits.</param>
    public static async Task<List<DueMention>> FindAsync(
        Database database,
        Publication paper,
        DateOnly since,
        Catalogue printed,
        CancellationToken cancellationToken
    )
    {
        var from = new DateTimeOffset(since.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var versions = database.Set<Revision>();
        var due = await database
            .Set<Post>()
            .Where(post => post.PublicationId == paper.Id && post.PublishedAt >= from)
            .GroupJoin(
                database.Set<ToldPost>().Where(told => told.PublicationId == paper.Id),
                post => post.Id,
                told => told.PostId,
                (post, told) => new { post, told }
            )
            .SelectMany(pair => pair.told.DefaultIfEmpty(), (pair, told) => new { pair.post, told })
            .Select(pair => new
            {
                pair.post.Id,
                pair.post.Path,
                pair.post.State,
                pair.post.UpdatedAt,
                pair.post.PublishedAt,
                IsTold = pair.told != null,
                Told = pair.told == null ? 0 : pair.told.Version,
                WasWithdrawn = pair.told != null && pair.told.IsWithdrawn,
                Version = versions
                    .Where(version => version.PublicationId == paper.Id && version.PostId == pair.post.Id)
                    .Max(version => (int?)version.Number)
                    ?? 0,
            })
            .Where(text =>
                text.State == PostState.Published
                    ? !text.IsTold || text.WasWithdrawn || text.Version != text.Told
                    : text.State == PostState.Withdrawn && text.IsTold && !text.WasWithdrawn
            )
            .OrderBy(text => text.PublishedAt)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        var gone = printed.Withdrawn.Select(text => text.Path.Value).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. due.Where(text =>
                    text.State == PostState.Withdrawn
                        ? gone.Contains(text.Path!)
                        : printed.TryGet(text.Id, out var card) && card.Updated == text.UpdatedAt
                )
                .Select(text => new DueMention(
                    text.Id,
                    text.State == PostState.Withdrawn,
                    text.IsTold ? text.Told : text.Version,
                    text.Version
                )),
        ];
    }
}

/// <param name="Since">Older versions with a higher number were public, and told: whom only they link is told that they do no more.</param>
/// <param name="Version">The last older version there is now.</param>
internal sealed record DueMention(PostId Post, bool IsWithdrawn, int Since, int Version);

using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments.Defence;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Comments.Moderating;

/// <summary>What waits for an editor: the plain ones first, those with signs after them, what is alike together.</summary>
internal sealed class Queue(Database database, PublicationId publication)
{
    public const int OnAPage = 50;

    public Task<int> CountAsync(CancellationToken cancellationToken) => Waiting.CountAsync(cancellationToken);

    public async Task<IReadOnlyList<WaitingComment>> FirstAsync(CancellationToken cancellationToken)
    {
        // Light rows of all, to sort and to find what is alike; then the words of those that are shown.
        var all = await Waiting
            .Select(comment => new
            {
                comment.Id,
                comment.Day,
                comment.Reasons,
                comment.Likeness,
                comment.PublicId,
            })
            .ToListAsync(cancellationToken);
        var groups = Alike([.. all.Select(one => (one.Id, one.Likeness))]);
        var shown = all.OrderBy(one => (int)(one.Reasons & ~HoldReasons.ReadFirst))
            .ThenBy(one => groups[one.Id])
            .ThenBy(one => one.Day)
            .ThenBy(one => one.PublicId, StringComparer.Ordinal)
            .Take(OnAPage)
            .Select(one => one.Id)
            .ToList();
        var rows = await Waiting
            .Where(comment => shown.Contains(comment.Id))
            .ToDictionaryAsync(one => one.Id, cancellationToken);
        var posts = await TitlesAsync(rows.Values.Select(one => one.PostId), cancellationToken);
        var sizes = groups.Values.GroupBy(group => group).ToDictionary(group => group.Key, group => group.Count());
        return
        [
            .. shown
                .Where(rows.ContainsKey)
                .Select(id => rows[id])
                .Select(comment => new WaitingComment(
                    comment,
                    CommentRenderer.Render(comment.Markdown ?? ""),
                    posts.GetValueOrDefault(comment.PostId, ("", "")),
                    groups[comment.Id],
                    sizes[groups[comment.Id]]
                )),
        ];
    }

    /// <summary>The comments that are like this one, itself included.</summary>
    public async Task<IReadOnlyList<CommentId>> LikeAsync(CommentId id, CancellationToken cancellationToken)
    {
        var all = await Waiting.Select(comment => new { comment.Id, comment.Likeness }).ToListAsync(cancellationToken);
        var groups = Alike([.. all.Select(one => (one.Id, one.Likeness))]);
        return groups.TryGetValue(id, out var group)
            ? [.. groups.Where(one => one.Value == group).Select(one => one.Key)]
            : [id];
    }

    public async Task<Dictionary<PostId, (string Title, string Path)>> TitlesAsync(
        IEnumerable<PostId> posts,
        CancellationToken cancellationToken
    )
    {
        var ids = posts.Distinct().ToList();
        return await database
            .Set<Post>()
            .AsNoTracking()
            .Where(post => post.PublicationId == publication && ids.Contains(post.Id))
            .Select(post => new
            {
                post.Id,
                post.Title,
                post.Path,
            })
            .ToDictionaryAsync(post => post.Id, post => (post.Title, post.Path ?? ""), cancellationToken);
    }

    /// <summary>Texts whose discussion has settings of its own.</summary>
    public async Task<IReadOnlyList<(long Id, string Title)>> DifferingAsync(CancellationToken cancellationToken)
    {
        var ids = await database
            .Set<PostDiscussion>()
            .Where(one => one.PublicationId == publication && (one.Mode != null || one.IsHeldByHand))
            .Select(one => one.PostId)
            .ToListAsync(cancellationToken);
        var titles = await TitlesAsync(ids, cancellationToken);
        return
        [
            .. titles.Select(one => (one.Key.Value, one.Value.Title)).OrderBy(one => one.Title, StringComparer.Ordinal),
        ];
    }

    /// <summary>Each comment's group: the first that it is near to.</summary>
    private static Dictionary<CommentId, int> Alike(IReadOnlyList<(CommentId Id, long? Likeness)> all)
    {
        var groups = new Dictionary<CommentId, int>();
        var heads = new List<(long Likeness, int Group)>();
        foreach (var (id, likeness) in all.OrderBy(one => one.Id.Value))
        {
            var near = likeness is { } own ? heads.FindIndex(head => Likeness.IsNear(head.Likeness, own)) : -1;
            groups[id] = near >= 0 ? heads[near].Group : groups.Count;
            if (near < 0 && likeness is { } first)
            {
                heads.Add((first, groups[id]));
            }
        }

        return groups;
    }

    private IQueryable<Comment> Waiting =>
        database
            .Set<Comment>()
            .AsNoTracking()
            .Where(comment => comment.PublicationId == publication && comment.State == CommentState.Pending);
}

/// <param name="Group">Alike ones have the same.</param>
/// <param name="Alike">How many are alike, itself included.</param>
internal sealed record WaitingComment(
    Comment Comment,
    SafeHtml Body,
    (string Title, string Path) Post,
    int Group,
    int Alike
);

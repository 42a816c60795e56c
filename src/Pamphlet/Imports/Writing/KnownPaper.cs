using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments;
using Pamphlet.Founding;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Imports.Writing;

/// <summary>What the paper holds already, without its words: an import is measured against it before anything is written.</summary>
internal sealed class KnownPaper
{
    /// <summary>Null where none was founded yet.</summary>
    public Publication? Paper { get; private init; }

    /// <summary>The import takes the place of everything in it: nobody wrote a word of their own yet.</summary>
    public bool IsReplaced => Paper is null || (Paper.IsStarter && !hasOwnWords);

    /// <summary>Texts of the starter paper that nobody changed, answered or works on. They make room, whatever else is in the paper.</summary>
    public IReadOnlyList<PostId> Starter { get; private set; } = [];

    // Before anything was published, somebody may already have begun to write at the desk.
    private bool hasOwnWords;

    /// <summary>Texts that were imported, by <see cref="Post.SourceId"/>.</summary>
    public Dictionary<string, KnownText> Texts { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Paths { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, PenNameId> PenNames { get; } = new(StringComparer.Ordinal);

    public HashSet<string> PenNameSlugs { get; } = new(StringComparer.Ordinal);

    /// <summary>The last part of a pen name's address, by the name.</summary>
    public Dictionary<string, string> SlugOfPenName { get; } = new(StringComparer.Ordinal);

    /// <summary>The last part of a tag's address, by the tag.</summary>
    public Dictionary<string, string> SlugOfTag { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, TagId> Tags { get; } = new(StringComparer.Ordinal);

    public HashSet<string> TagSlugs { get; } = new(StringComparer.Ordinal);

    /// <summary>Comments that were imported, by <see cref="Comment.SourceId"/>.</summary>
    public Dictionary<string, KnownComment> Comments { get; } = new(StringComparer.Ordinal);

    public HashSet<string> PublicIds { get; } = new(StringComparer.Ordinal);

    /// <summary>The last number given to an answer, by what it answers.</summary>
    public Dictionary<ThreadPlace, int> LastAnswers { get; } = [];

    public HashSet<string> OldAddresses { get; } = new(StringComparer.Ordinal);

    /// <param name="database">Null: there is none yet.</param>
    public static async Task<KnownPaper> LoadAsync(Database? database, CancellationToken cancellationToken)
    {
        if (database is null)
        {
            return new KnownPaper();
        }

        var paper = await database
            .Set<Publication>()
            .AsNoTracking()
            .OrderBy(one => one.Id)
            .FirstOrDefaultAsync(cancellationToken);
        var known = new KnownPaper { Paper = paper };
        if (paper is not null)
        {
            await known.LoadStarterAsync(database, paper.Id, cancellationToken);
        }

        if (!known.IsReplaced)
        {
            await known.LoadTextsAsync(database, paper!.Id, cancellationToken);
            await known.LoadCommentsAsync(database, paper.Id, cancellationToken);
        }

        return known;
    }

    private async Task LoadStarterAsync(Database database, PublicationId id, CancellationToken cancellationToken)
    {
        var untouched = await FoundStarterPaper.UntouchedAsync(database, id, cancellationToken);
        var answered = await database
            .Set<Comment>()
            .Where(comment => comment.PublicationId == id && untouched.Contains(comment.PostId))
            .Select(comment => comment.PostId)
            .ToListAsync(cancellationToken);
        // A draft of the same title may be the correction that makes it theirs.
        var corrected = await database
            .Set<Post>()
            .Where(post => post.PublicationId == id && untouched.Contains(post.Id))
            .Where(post =>
                database
                    .Set<Post>()
                    .Any(draft =>
                        draft.PublicationId == id && draft.State == PostState.Draft && draft.Title == post.Title
                    )
            )
            .Select(post => post.Id)
            .ToListAsync(cancellationToken);
        Starter = [.. untouched.Except(answered).Except(corrected)];
        hasOwnWords = await database
            .Set<Post>()
            .AnyAsync(post => post.PublicationId == id && !Starter.Contains(post.Id), cancellationToken);
    }

    private async Task LoadTextsAsync(Database database, PublicationId id, CancellationToken cancellationToken)
    {
        var posts = database
            .Set<Post>()
            .Where(post => post.PublicationId == id && !Starter.Contains(post.Id))
            .Select(post => new KnownText(post.Id, post.State, post.Path, post.SourceId, post.SourceHash))
            .AsAsyncEnumerable();
        await foreach (var post in posts.WithCancellation(cancellationToken))
        {
            Paths.UnionWith(post.Path is { } path ? [path] : []);
            if (post.SourceId is not null)
            {
                Texts.Add(post.SourceId, post);
            }
        }

        foreach (var name in await OursAsync<PenName>(name => name.PublicationId == id))
        {
            PenNames.TryAdd(name.Name, name.Id);
            PenNameSlugs.Add(name.Slug);
            SlugOfPenName.TryAdd(name.Name, name.Slug);
        }

        foreach (var tag in await OursAsync<Tag>(tag => tag.PublicationId == id))
        {
            Tags.Add(tag.Name, tag.Id);
            TagSlugs.Add(tag.Slug);
            SlugOfTag.TryAdd(tag.Name, tag.Slug);
        }

        OldAddresses.UnionWith((await OursAsync<OldAddress>(one => one.PublicationId == id)).Select(one => one.From));

        Task<List<T>> OursAsync<T>(System.Linq.Expressions.Expression<Func<T, bool>> ours)
            where T : class => database.Set<T>().AsNoTracking().Where(ours).ToListAsync(cancellationToken);
    }

    private async Task LoadCommentsAsync(Database database, PublicationId id, CancellationToken cancellationToken)
    {
        var comments = database
            .Set<Comment>()
            .Where(comment => comment.PublicationId == id)
            .Select(comment => new KnownComment(
                comment.Id,
                comment.PostId,
                comment.Depth,
                comment.ThreadPath,
                comment.State,
                comment.PublicId,
                comment.SourceId
            ))
            .AsAsyncEnumerable();
        await foreach (var comment in comments.WithCancellation(cancellationToken))
        {
            PublicIds.Add(comment.PublicId);
            var place = new ThreadPlace(comment.PostId, comment.ThreadPath[..^ThreadPlace.Digits]);
            var number = int.Parse(comment.ThreadPath.AsSpan()[^ThreadPlace.Digits..], null);
            LastAnswers[place] = Math.Max(number, LastAnswers.GetValueOrDefault(place));
            if (comment.SourceId is not null)
            {
                Comments.Add(comment.SourceId, comment);
            }
        }
    }
}

internal sealed record KnownText(PostId Id, PostState State, string? Path, string? SourceId, string? SourceHash);

internal sealed record KnownComment(
    CommentId Id,
    PostId PostId,
    int Depth,
    string ThreadPath,
    CommentState State,
    string PublicId,
    string? SourceId
);

/// <summary>What is answered: a post (<c>""</c>) or the comment of that path under it.</summary>
internal readonly record struct ThreadPlace(PostId PostId, string ThreadPath)
{
    /// <summary>Of one step in <see cref="Comment.ThreadPath"/>.</summary>
    public const int Digits = 6;
}

using Microsoft.EntityFrameworkCore;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Comments.Writing;

/// <summary>What a comment is about: a text, and perhaps a comment under it.</summary>
/// <param name="Mode">Who may write there now.</param>
/// <param name="IsHeld">Everything waits, whoever wrote it.</param>
/// <param name="Answered">Null: the text itself is answered.</param>
/// <param name="IsAnsweredGone">Somebody wanted to answer what is not public (any more).</param>
internal sealed record CommentTarget(
    PostFacts Post,
    DiscussionMode Mode,
    bool IsHeld,
    Comment? Answered,
    bool IsAnsweredGone
)
{
    /// <summary>What form tokens are bound to.</summary>
    public string Purpose => $"comment {Post.Id.Value} {Answered?.PublicId}";

    /// <summary>Whether it would be a request for a subject.</summary>
    public bool IsRequest => Post.Kind == PostKind.Requests && Answered is null;

    /// <returns>Null: there is no such text.</returns>
    public static async Task<CommentTarget?> FindAsync(
        Database database,
        PublicationId publication,
        string path,
        string answered,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var post = await new PostStore(database, publication).PublishedAtAsync(path, cancellationToken);
        if (post is null || !post.Kind.HasDiscussion())
        {
            return null;
        }

        var settings = new SettingsStore(database, publication);
        var paper = await settings.PaperAsync(cancellationToken);
        var own = await settings.OfAsync(post.Id, cancellationToken);
        // A page where readers ask for subjects does not age.
        var isOld =
            post.Kind == PostKind.Post && paper.ClosesAfterDays is { } days && post.PublishedAt.AddDays(days) < now;
        var mode = !post.CommentsOpen || isOld ? DiscussionMode.Closed : Stricter(own.Mode, paper.Mode);
        var parent =
            answered.Length == 0
                ? null
                : await database
                    .Set<Comment>()
                    .AsNoTracking()
                    .FirstOrDefaultAsync(
                        comment =>
                            comment.PublicationId == publication
                            && comment.PostId == post.Id
                            && comment.PublicId == answered
                            && comment.State == CommentState.Live,
                        cancellationToken
                    );
        return new CommentTarget(
            post,
            mode,
            paper.IsHeldByHand || own.IsHeldByHand || paper.HoldUntil > now || own.HoldUntil > now,
            parent,
            answered.Length > 0 && parent is null
        );
    }

    // The paper's switch is for emergencies: no text's own setting opens what it closed.
    private static DiscussionMode Stricter(DiscussionMode? own, DiscussionMode paper) =>
        own is { } mode && mode > paper ? mode : paper;
}

using Microsoft.EntityFrameworkCore;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Comments;

/// <summary>How much may wait for an editor, and how long.</summary>
internal static class WaitingRoom
{
    /// <summary>Nobody's words lie here for years because nobody decided.</summary>
    public const int Days = 30;

    public static Task<bool> IsFullAsync(
        Database database,
        PublicationId publication,
        DiscussionSettings settings,
        CancellationToken cancellationToken
    ) =>
        database
            .Set<Comment>()
            .Where(comment => comment.PublicationId == publication && comment.State == CommentState.Pending)
            .OrderBy(comment => comment.Day)
            .Skip(settings.MostWaiting - 1)
            .AnyAsync(cancellationToken);
}

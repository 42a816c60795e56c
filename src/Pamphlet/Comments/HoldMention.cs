using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments.Defence;
using Pamphlet.Comments.Writing;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Comments;

/// <summary>Puts what another site says of a text into the queue. Whatever is settled, it waits: nobody wrote it here.</summary>
internal sealed class HoldMention(DatabaseAddress address, PublicationId publication, TimeProvider time)
{
    /// <param name="source">The page that says it: one line in a discussion, however often it is sent.</param>
    /// <param name="name">Ends with the host that was looked at.</param>
    /// <returns>False: too many wait already.</returns>
    public async Task<bool> RunAsync(
        PostId post,
        string source,
        string name,
        string markdown,
        CancellationToken cancellationToken
    )
    {
        await using var database = address.Open();
        var settings = await new SettingsStore(database, publication).PaperAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var places = new ThreadPlaces(database, publication);
        await places.HoldAsync(post, cancellationToken);
        var said = UntrustedComment.Of(name, markdown);
        var known = await KnownAsync(database, post, source, cancellationToken);
        if (known is not null && (known.State != CommentState.Pending || Says(known, said)))
        {
            return true;
        }

        if (known is null && await WaitingRoom.IsFullAsync(database, publication, settings, cancellationToken))
        {
            return false;
        }

        if (known is not null)
        {
            // Another row, not other words in this one: an editor who read the old ones must not publish the new.
            database.Remove(known);
            await database.SaveChangesAsync(cancellationToken);
        }

        var place = known?.ThreadPath ?? await places.NextAsync(post, parent: null, cancellationToken);
        database.Add(Waiting(post, source, said, place));
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>The page says it no more. What editors published stays until they decide otherwise.</summary>
    public async Task ForgetAsync(PostId post, string source, CancellationToken cancellationToken)
    {
        await using var database = address.Open();
        if (await KnownAsync(database, post, source, cancellationToken) is { State: CommentState.Pending } known)
        {
            database.Remove(known);
            await database.SaveChangesAsync(cancellationToken);
        }
    }

    private static bool Says(Comment known, UntrustedComment said) =>
        string.Equals(known.Name, said.Name, StringComparison.Ordinal)
        && string.Equals(known.Markdown, said.Markdown, StringComparison.Ordinal);

    private Comment Waiting(PostId post, string source, UntrustedComment said, string place)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return new Comment
        {
            PublicationId = publication,
            Id = RowIds.New<CommentId>(),
            PublicId = CommentCode.NewPublicId(),
            PostId = post,
            Depth = 0,
            ThreadPath = place,
            State = CommentState.Pending,
            Name = said.Name,
            Markdown = said.Markdown,
            Day = today,
            SourceId = KeyOf(post, source),
            Reasons = HoldReasons.ReadFirst | HoldReasons.Mention,
            Likeness = Likeness.Of(CommentRenderer.Plain(said.Markdown)),
            KeptUntil = today.AddDays(WaitingRoom.Days),
        };
    }

    private Task<Comment?> KnownAsync(
        Database database,
        PostId post,
        string source,
        CancellationToken cancellationToken
    )
    {
        var key = KeyOf(post, source);
        return database
            .Set<Comment>()
            .FirstOrDefaultAsync(
                comment => comment.PublicationId == publication && comment.SourceId == key,
                cancellationToken
            );
    }

    private static string KeyOf(PostId post, string source) =>
        $"mention-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{post.Value} {source}")))[..32]}";
}

using Microsoft.EntityFrameworkCore;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Comments;

/// <summary>What is settled about discussions; a paper that settled nothing has the defaults.</summary>
internal sealed class SettingsStore(Database database, PublicationId publication)
{
    // Any number that nobody else locks with.
    private const long LockNumber = 0x646973637573;

    /// <summary>To read; changes to it are not saved.</summary>
    public async Task<DiscussionSettings> PaperAsync(CancellationToken cancellationToken) =>
        await database
            .Set<DiscussionSettings>()
            .AsNoTracking()
            .FirstOrDefaultAsync(settings => settings.PublicationId == publication, cancellationToken)
        ?? new DiscussionSettings { PublicationId = publication };

    /// <inheritdoc cref="PaperAsync"/>
    public async Task<PostDiscussion> OfAsync(PostId post, CancellationToken cancellationToken) =>
        await database
            .Set<PostDiscussion>()
            .AsNoTracking()
            .FirstOrDefaultAsync(
                discussion => discussion.PublicationId == publication && discussion.PostId == post,
                cancellationToken
            )
        ?? new PostDiscussion { PublicationId = publication, PostId = post };

    /// <summary>To change, in the caller's transaction: of two who are the first to settle anything, one waits for the other.</summary>
    public async Task<DiscussionSettings> ChangePaperAsync(CancellationToken cancellationToken)
    {
        await HoldAsync(cancellationToken);
        var settings = await database.FindAsync<DiscussionSettings>([publication], cancellationToken);
        if (settings is null)
        {
            settings = new DiscussionSettings { PublicationId = publication };
            database.Add(settings);
        }

        return settings;
    }

    /// <inheritdoc cref="ChangePaperAsync"/>
    public async Task<PostDiscussion> ChangeOfAsync(PostId post, CancellationToken cancellationToken)
    {
        await HoldAsync(cancellationToken);
        var discussion = await database.FindAsync<PostDiscussion>([publication, post], cancellationToken);
        if (discussion is null)
        {
            discussion = new PostDiscussion { PublicationId = publication, PostId = post };
            database.Add(discussion);
        }

        return discussion;
    }

    // SQLite's transaction has the whole database to itself already.
    private Task HoldAsync(CancellationToken cancellationToken) =>
        database.Database.CurrentTransaction is null
            ? throw new InvalidOperationException("Settings are changed in a transaction.")
        : database is SqliteDatabase ? Task.CompletedTask
        : database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockNumber})", cancellationToken);
}

using Microsoft.EntityFrameworkCore;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Comments;

/// <summary>What is settled about discussions; a paper that settled nothing has the defaults.</summary>
internal sealed class SettingsStore(Database database, PublicationId publication)
{
    /// <summary>Tracked: who changes them saves them.</summary>
    public async Task<DiscussionSettings> PaperAsync(CancellationToken cancellationToken)
    {
        var settings = await database.FindAsync<DiscussionSettings>([publication], cancellationToken);
        if (settings is null)
        {
            settings = new DiscussionSettings { PublicationId = publication };
            database.Add(settings);
        }

        return settings;
    }

    /// <inheritdoc cref="PaperAsync"/>
    public async Task<PostDiscussion> OfAsync(PostId post, CancellationToken cancellationToken)
    {
        var discussion = await database.FindAsync<PostDiscussion>([publication, post], cancellationToken);
        if (discussion is null)
        {
            discussion = new PostDiscussion { PublicationId = publication, PostId = post };
            database.Add(discussion);
        }

        return discussion;
    }
}

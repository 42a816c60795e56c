using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Writing.Texts;

/// <summary>Lays an empty draft on the desk.</summary>
internal static class BeginText
{
    public static async Task<PostId> RunAsync(
        Database database,
        Publication paper,
        string title,
        PostKind kind,
        Language language,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var id = RowIds.New<PostId>();
        database.Add(
            new Post
            {
                PublicationId = paper.Id,
                Id = id,
                Kind = kind,
                State = PostState.Draft,
                Title = title,
                Language = language,
                Markdown = "",
                UpdatedAt = Today(time),
                EntryId = $"{paper.FeedId}:{id.Value:x16}",
            }
        );
        database.Add(new DeskText { PublicationId = paper.Id, PostId = id });
        await database.SaveChangesAsync(cancellationToken);
        return id;
    }

    /// <summary>The beginning of the day: at which hour somebody wrote is nobody's business.</summary>
    public static DateTimeOffset Today(TimeProvider time) => new(time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
}

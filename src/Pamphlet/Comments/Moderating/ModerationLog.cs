using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Comments.Moderating;

/// <summary>The open log of what editors did to discussions; every edition shows it.</summary>
internal sealed class ModerationLog(Database database, PublicationId publication, TimeProvider time)
{
    /// <summary>Writes a line; it is saved with the act itself, by whoever saves that.</summary>
    public void Write(ModerationAct act, PostId? post = null, RemovalReason? because = null, string note = "")
    {
        database.Add(
            new ModerationEntry
            {
                PublicationId = publication,
                Day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
                Act = act,
                Because = because,
                PostId = post,
                Note = note,
            }
        );
        new PublicationStore(database).Note(publication, ChangeKind.Moderation);
    }
}

using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Editors;

/// <summary>Who is signed in.</summary>
internal sealed class SessionStore(Database database, SessionPauses pauses, TimeProvider time)
{
    /// <returns>The token: whoever holds it is that editor. It is kept nowhere.</returns>
    public async Task<string> BeginAsync(Editor editor, CancellationToken cancellationToken)
    {
        var token = DeskCookie.NewToken();
        database.Add(
            new EditorSession
            {
                PublicationId = editor.PublicationId,
                TokenHash = EditorSession.HashOf(token),
                EditorId = editor.Id,
                BegunOn = Today,
                LastSeenOn = Today,
            }
        );
        await database.SaveChangesAsync(cancellationToken);
        return token;
    }

    /// <summary>The editor of a session that still stands, or null.</summary>
    public async Task<Visitor?> RecogniseAsync(PublicationId paper, string token, CancellationToken cancellationToken)
    {
        var hash = EditorSession.HashOf(token);
        var found = await (
            from session in database.Set<EditorSession>()
            join editor in database.Set<Editor>() on session.EditorId equals editor.Id
            join agreement in database.Set<Agreement>()
                on session.PublicationId equals agreement.PublicationId
                into agreed
            from agreement in agreed.DefaultIfEmpty()
            where session.PublicationId == paper && session.TokenHash == hash
            select new
            {
                session,
                editor,
                asks = agreement != null && agreement.AsksSecondStep,
            }
        )
            .AsNoTracking()
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        if (found.session.IsOver(Today) || !pauses.Touch(hash))
        {
            await EndAsync(paper, hash, cancellationToken);
            return null;
        }

        if (found.session.LastSeenOn != Today)
        {
            await One(paper, hash)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenOn, Today), cancellationToken);
        }

        return new Visitor(found.editor.Id, found.editor.Name, found.editor.Acts, found.editor.Language)
        {
            FirstTo = found.asks && !found.editor.TwoFactorEnabled ? SecondStepForAll.Path : null,
        };
    }

    public async Task EndAsync(PublicationId paper, byte[] hash, CancellationToken cancellationToken)
    {
        await One(paper, hash).ExecuteDeleteAsync(cancellationToken);
        pauses.Forget(hash);
    }

    /// <summary>Ends every session of an editor, and has what was kept open for them wiped.</summary>
    public async Task EndAllAsync(PublicationId paper, EditorId editor, CancellationToken cancellationToken)
    {
        var all = database
            .Set<EditorSession>()
            .Where(session => session.PublicationId == paper && session.EditorId == editor);
        var hashes = await all.Select(session => session.TokenHash).ToListAsync(cancellationToken);
        await all.ExecuteDeleteAsync(cancellationToken);
        hashes.ForEach(pauses.Forget);
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private IQueryable<EditorSession> One(PublicationId paper, byte[] hash) =>
        database.Set<EditorSession>().Where(session => session.PublicationId == paper && session.TokenHash == hash);
}

/// <summary>When each session was last used, to the second: in memory only, for it says when somebody works.</summary>
internal sealed class SessionPauses(TimeProvider time, SessionEnds? ends = null)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    private readonly ConcurrentDictionary<string, DateTimeOffset> last = new(StringComparer.Ordinal);

    /// <returns>False: it lay unused for too long.</returns>
    public bool Touch(byte[] hash)
    {
        var now = time.GetUtcNow();
        var name = Convert.ToHexString(hash);
        if (last.TryGetValue(name, out var before) && now - before > Longest)
        {
            return false;
        }

        last[name] = now;
        return true;
    }

    public void Forget(byte[] hash)
    {
        last.TryRemove(Convert.ToHexString(hash), out _);
        ends?.Ended(hash);
    }
}

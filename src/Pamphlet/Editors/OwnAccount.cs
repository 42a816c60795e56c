using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Desk.Words;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Editors;

/// <summary><c>/desk/account</c>: an editor's own language, sessions, passphrase and second step.</summary>
internal static class OwnAccount
{
    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("account", ShowAsync).ForEveryEditor().InMenu(90, words => words.Account.Title);
        desk.MapPost("account/language", SpeakAsync).ForEveryEditor().BeforeAnythingElse();
        desk.MapPost("account/sessions/end", EndAsync).ForEveryEditor();
        ChangePassphrase.Map(desk);
        SetUpSecondStep.Map(desk);
        OwnPasskeys.Map(desk);
    }

    private static async Task<IResult> ShowAsync(Visit visit, Database database, CancellationToken cancel)
    {
        var me = await database.Set<Editor>().AsNoTracking().SingleAsync(one => one.Id == visit.Editor.Id, cancel);
        var sessions = await Own(database, visit)
            .AsNoTracking()
            .OrderByDescending(session => session.BegunOn)
            .ToListAsync(cancel);
        var model = new Model(visit, me, sessions, EditorSession.HashOf(visit.Secret));
        return visit.Page(visit.Words.Account.Title, () => new Editors_OwnAccount { Model = model });
    }

    private static async Task<IResult> SpeakAsync(Visit visit, Database database, CancellationToken cancel)
    {
        var me = await database.Set<Editor>().SingleAsync(one => one.Id == visit.Editor.Id, cancel);
        var words = DeskLanguages.All.FirstOrDefault(one =>
            string.Equals(one.Language, visit.Form["language"], StringComparison.Ordinal)
        );
        me.Language = words is null ? null : Language.From(words.Language);
        await database.SaveChangesAsync(cancel);
        visit.Speak(me.Language ?? visit.Paper.Language);
        return visit.SeeOther("/desk/account", visit.Words.Account.Saved);
    }

    /// <summary>Ends one session of the visitor's, or all but this one.</summary>
    private static async Task<IResult> EndAsync(
        Visit visit,
        Database database,
        SessionStore sessions,
        CancellationToken cancel
    )
    {
        var here = EditorSession.HashOf(visit.Secret);
        var named = visit.Form["session"];
        foreach (var session in await Own(database, visit).AsNoTracking().ToListAsync(cancel))
        {
            var isNamed = string.Equals(named, session.Handle, StringComparison.Ordinal);
            if (isNamed || (named.Length == 0 && !session.TokenHash.AsSpan().SequenceEqual(here)))
            {
                await sessions.EndAsync(visit.Paper.Id, session.TokenHash, cancel);
            }
        }

        return visit.SeeOther("/desk/account", visit.Words.Account.SessionsEnded);
    }

    private static IQueryable<EditorSession> Own(Database database, Visit visit) =>
        database
            .Set<EditorSession>()
            .Where(session => session.PublicationId == visit.Paper.Id && session.EditorId == visit.Editor.Id);

    internal sealed record Model(Visit Visit, Editor Me, IReadOnlyList<EditorSession> Sessions, byte[] Here);
}

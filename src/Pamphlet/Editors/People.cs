using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Storage;

namespace Pamphlet.Editors;

/// <summary><c>/desk/people</c>: who is here and what they do; and the asking that one of them be changed.</summary>
internal static class People
{
    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("people", ShowAsync).ForEveryEditor().InMenu(70, words => words.People.Title);
        desk.MapGet("people/{id:long}", ShowOneAsync).Requires(Act.Invite);
        desk.MapPost("people/{id:long}/acts", AskActsAsync).Requires(Act.Invite);
        desk.MapPost("people/{id:long}/remove", AskRemovalAsync).Requires(Act.Invite);
        desk.MapPost("people/{id:long}/way-in", AskWayInAsync).Requires(Act.Invite);
        InviteEditor.Map(desk);
    }

    private static async Task<IResult> ShowAsync(
        Visit visit,
        Database database,
        DecideTogether together,
        CancellationToken cancel
    )
    {
        var editors = await Editors(database, visit)
            .AsNoTracking()
            .OrderBy(editor => editor.NormalizedUserName)
            .ToListAsync(cancel);
        var open = await database
            .Set<Invitation>()
            .CountAsync(one => one.PublicationId == visit.Paper.Id && one.EndsOn >= together.Today, cancel);
        return visit.Page(visit.Words.People.Title, () => new Editors_People { Model = (visit, editors, open) });
    }

    private static async Task<IResult> ShowOneAsync(
        long id,
        Visit visit,
        Database database,
        DecideTogether together,
        CancellationToken cancel
    )
    {
        var editor = await Editors(database, visit)
            .AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == new EditorId(id), cancel);
        if (editor is null)
        {
            return Trouble.NotFound(visit);
        }

        var needed = await together.NeededAsync(visit.Paper.Id, cancel);
        return visit.Page(editor.Name, () => new Editors_Person { Model = (visit, editor, needed) });
    }

    private static async Task<IResult> AskActsAsync(
        long id,
        Visit visit,
        Database database,
        DecideTogether together,
        CancellationToken cancel
    )
    {
        if (!await IsHereAsync(id, visit, database, cancel))
        {
            return Trouble.NotFound(visit);
        }

        var wanted = Acts.Parse(string.Join(',', visit.Form.All(InviteEditor.ActsField)));
        return await AskAsync(visit, together, ChangeEditor.Acts, $"{new EditorId(id)} {wanted}", cancel);
    }

    private static async Task<IResult> AskRemovalAsync(
        long id,
        Visit visit,
        Database database,
        DecideTogether together,
        CancellationToken cancel
    ) =>
        await IsHereAsync(id, visit, database, cancel)
            ? await AskAsync(visit, together, ChangeEditor.Removal, $"{new EditorId(id)}", cancel)
            : Trouble.NotFound(visit);

    // The link is shown to who asks, and opens nothing before enough have agreed.
    private static async Task<IResult> AskWayInAsync(
        long id,
        Visit visit,
        Database database,
        DecideTogether together,
        CancellationToken cancel
    )
    {
        if (!await IsHereAsync(id, visit, database, cancel))
        {
            return Trouble.NotFound(visit);
        }

        var token = DeskCookie.NewToken();
        var hash = Convert.ToHexString(EditorSession.HashOf(token));
        _ = await together.AskAsync(visit, ChangeEditor.WayIn, $"{new EditorId(id)} {hash}", cancel);
        return InviteEditor.ShowLink(visit, token, visit.Words.People.WayInReady);
    }

    private static async Task<IResult> AskAsync(
        Visit visit,
        DecideTogether together,
        GraveKind kind,
        string subject,
        CancellationToken cancel
    )
    {
        var isDone = await together.AskAsync(visit, kind, subject, cancel);
        return visit.SeeOther(isDone ? "/desk/people" : "/desk/together", visit.Words.Together.Said(isDone));
    }

    private static Task<bool> IsHereAsync(long id, Visit visit, Database database, CancellationToken cancel) =>
        Editors(database, visit).AnyAsync(one => one.Id == new EditorId(id), cancel);

    private static IQueryable<Editor> Editors(Database database, Visit visit) =>
        database.Set<Editor>().Where(editor => editor.PublicationId == visit.Paper.Id);
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Storage;

namespace Pamphlet.Editors;

/// <summary><c>/desk/join/KEY</c>: who was invited takes their place; who lost their passphrase takes a new one.</summary>
internal static class JoinDesk
{
    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("join/{key}", ShowAsync).OpenToAll();
        desk.MapPost("join/{key}", JoinAsync).OpenToAll();
    }

    private static async Task<IResult> ShowAsync(
        string key,
        Visit visit,
        Database database,
        DecideTogether together,
        CancellationToken cancel
    ) =>
        await Invitation.FindAsync(database, visit.Paper.Id, key, together.Today, cancel) is { } found
            ? Form(visit, key, found, new NewAccount("", Passphrase.Draw()), new Complaints())
            : Spent(visit);

    private static async Task<IResult> JoinAsync(
        string key,
        Visit visit,
        Database database,
        UserManager<Editor> editors,
        DecideTogether together,
        SessionStore sessions,
        OpenSession open,
        CancellationToken cancel
    )
    {
        if (await Invitation.FindAsync(database, visit.Paper.Id, key, together.Today, cancel) is not { } found)
        {
            return Spent(visit);
        }

        var account = NewAccount.Read(visit.Form);
        var complaints = new Complaints();
        await JudgeAsync(visit, found, account, editors, complaints);
        if (!complaints.IsEmpty)
        {
            return Form(visit, key, found, account, complaints);
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancel);
        if (!await found.SpendAsync(database, cancel))
        {
            return Spent(visit);
        }

        var editor = found.EditorId is { } known
            ? await ReturnAsync(database, editors, sessions, known, account, cancel)
            : await BeginAsync(editors, found, account, together.Today);
        await transaction.CommitAsync(cancel);

        await open.ForAsync(visit, editor, cancel);
        return visit.SeeOther("/desk", visit.Words.People.Welcome);
    }

    private static async Task<Editor> BeginAsync(
        UserManager<Editor> editors,
        Invitation invitation,
        NewAccount account,
        DateOnly today
    )
    {
        var editor = new Editor
        {
            Id = RowIds.New<EditorId>(),
            PublicationId = invitation.PublicationId,
            UserName = account.Name,
            Acts = invitation.Acts,
            JoinedOn = today,
        };
        (await editors.CreateAsync(editor, account.Passphrase)).MustSucceed();
        return editor;
    }

    // Their second step was sealed under the passphrase that they lost: it goes, and every session with it.
    private static async Task<Editor> ReturnAsync(
        Database database,
        UserManager<Editor> editors,
        SessionStore sessions,
        EditorId id,
        NewAccount account,
        CancellationToken cancel
    )
    {
        var editor = await database.Set<Editor>().SingleAsync(one => one.Id == id, cancel);
        (await editors.RemovePasswordAsync(editor)).MustSucceed();
        (await editors.AddPasswordAsync(editor, account.Passphrase)).MustSucceed();
        (await editors.SetTwoFactorEnabledAsync(editor, enabled: false)).MustSucceed();
        await database.Set<EditorToken>().Where(token => token.UserId == id).ExecuteDeleteAsync(cancel);
        await sessions.EndAllAsync(editor.PublicationId, id, cancel);
        return editor;
    }

    private static async Task JudgeAsync(
        Visit visit,
        Invitation found,
        NewAccount account,
        UserManager<Editor> editors,
        Complaints complaints
    )
    {
        if (found.EditorId is not null)
        {
            NewAccount.JudgePassphrase(visit, account.Passphrase, "", complaints);
            return;
        }

        account.Judge(visit, complaints);
        if (complaints.IsEmpty && await editors.FindByNameAsync(account.Name) is not null)
        {
            complaints.Add(NewAccount.NameField, visit.Words.People.NameTaken);
        }
    }

    private static DeskPage Form(
        Visit visit,
        string key,
        Invitation found,
        NewAccount account,
        Complaints complaints
    ) =>
        visit.Page(
            found.EditorId is null ? visit.Words.People.JoinTitle : visit.Words.People.ReturnTitle,
            () => new Editors_JoinDesk { Model = new(visit, $"/desk/join/{key}", found, account, complaints) },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );

    private static IResult Spent(Visit visit) =>
        Trouble.Page(
            visit,
            StatusCodes.Status404NotFound,
            new(visit.Words.Founding.LinkSpentTitle, visit.Words.People.LinkSpent)
        );

    internal sealed record Model(
        Visit Visit,
        string Action,
        Invitation Invitation,
        NewAccount Account,
        Complaints Complaints
    );
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Storage;

namespace Pamphlet.Editors;

/// <summary><c>/desk/account/passphrase</c>: a new one for the old one; every other session ends.</summary>
internal static class ChangePassphrase
{
    private const string OldField = "old-passphrase";

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("account/passphrase", Show).ForEveryEditor();
        desk.MapPost("account/passphrase", ChangeAsync).ForEveryEditor();
    }

    private static DeskPage Show(Visit visit) => Form(visit, Passphrase.Draw(), new Complaints());

    private static async Task<IResult> ChangeAsync(
        Visit visit,
        Database database,
        UserManager<Editor> editors,
        CheckPassphrase check,
        SecondStep second,
        Attempts attempts,
        SessionStore sessions,
        OpenSession open,
        CancellationToken cancel
    )
    {
        var me = await database.Set<Editor>().SingleAsync(one => one.Id == visit.Editor.Id, cancel);
        var wanted = visit.Form.Raw(Passphrase.Field);
        var complaints = new Complaints();
        NewAccount.JudgePassphrase(visit, wanted, me.Name, complaints);
        if (!complaints.IsEmpty)
        {
            return Form(visit, wanted, complaints);
        }

        if (
            !attempts.Take($"own {me.Id}")
            || await check.KeyAsync(me, visit.Form.Raw(OldField), cancel) is not { } oldKey
        )
        {
            complaints.Add(OldField, visit.Words.Account.OldIsWrong);
            return Form(visit, wanted, complaints);
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancel);
        (await editors.RemovePasswordAsync(me)).MustSucceed();
        (await editors.AddPasswordAsync(me, wanted)).MustSucceed();
        var newKey = await check.KeyAsync(me, wanted, cancel);
        await second.SealAnewAsync(me, oldKey, newKey!);
        await sessions.EndAllAsync(me.PublicationId, me.Id, cancel);
        await transaction.CommitAsync(cancel);

        await open.ForAsync(visit, me, cancel);
        return visit.SeeOther("/desk/account", visit.Words.Account.PassphraseChanged);
    }

    private static DeskPage Form(Visit visit, string wanted, Complaints complaints) =>
        visit.Page(
            visit.Words.Account.ChangePassphrase,
            () => new Editors_ChangePassphrase { Model = (visit, wanted, complaints) },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );
}

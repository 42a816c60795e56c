using Pamphlet.Desk;
using Pamphlet.Letters.Keys;

namespace Pamphlet.Letters.Corresponding;

/// <summary><c>POST /desk/letters/unlock</c> and <c>/lock</c>: the passphrase opens the keys for this session, for a while.</summary>
internal static class Unlock
{
    public const string ThreadField = "thread";

    public static async Task<IResult> OpenAsync(
        Visit visit,
        PostOffice office,
        CheckRing check,
        UnlockedKeys unlocked,
        OpenMail mail,
        CancellationToken cancel
    )
    {
        if (await check.OpenAsync(visit, cancel) is not { } ring)
        {
            return Ask(visit, isWrong: true);
        }

        unlocked.Keep(visit, ring);
        if (!await mail.EnterAsync(visit, cancel))
        {
            return Ask(visit, isWrong: false);
        }

        // Written each time, whether or not there is anything to write: what was destroyed goes, and nobody can count notes.
        var notes = mail.Notes();
        var thread = mail.Find(visit.Form[ThreadField]);
        if (thread is not null && visit.Form.Has(WorkOnThread.AnswerField))
        {
            WorkOnThread.TakeDown(visit, mail.Of(notes, thread));
        }

        _ = mail.Write(notes);
        return visit.SeeOther(thread is null ? LettersDesk.Path : LettersDesk.At(thread.Name));
    }

    public static IResult Lock(Visit visit, UnlockedKeys unlocked)
    {
        unlocked.Lock(visit);
        return visit.SeeOther(LettersDesk.Path, visit.Words.Letters.IsLocked);
    }

    /// <summary>The question for the passphrase; what was typed meanwhile goes with it and comes back as a draft.</summary>
    public static DeskPage Ask(Visit visit, bool isWrong, string thread = "")
    {
        var office = visit.Context.RequestServices.GetRequiredService<PostOffice>();
        var model = new UnlockModel(
            visit,
            isWrong,
            office.IsOwnMachine,
            thread.Length > 0 || !HttpMethods.IsPost(visit.Context.Request.Method) ? thread : visit.Form[ThreadField]
        );
        return visit.Page(
            visit.Words.Letters.Title,
            () => new Letters_Corresponding_UnlockPage { Model = model },
            isWrong ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK
        );
    }
}

internal sealed record UnlockModel(Visit Visit, bool IsWrong, bool IsOwnMachine, string Thread)
{
    /// <summary>What was typed into the form that came when the keys were locked already.</summary>
    public IEnumerable<(string Name, string Text)> Typed =>
        !HttpMethods.IsPost(Visit.Context.Request.Method)
            ? []
            : from name in WorkOnThread.Typed
            where Visit.Form.Has(name)
            select (name, Visit.Form.Text(name));
}

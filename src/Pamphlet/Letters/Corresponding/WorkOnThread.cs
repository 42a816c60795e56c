using System.Security.Cryptography;
using System.Text;
using Pamphlet.Desk;
using Pamphlet.Letters.Between;
using Pamphlet.Letters.Keys;
using Pamphlet.Seal.Letters;
using Pamphlet.Storage;

namespace Pamphlet.Letters.Corresponding;

/// <summary>
/// <c>POST /desk/letters/from/…</c>: answers, keeps a draft and a note, hands the thread to a colleague, folds it away. All that is
/// kept is kept in the notebook.
/// </summary>
internal static class WorkOnThread
{
    public const string AnswerField = "answer";
    public const string NoteField = "note";
    public const string OwnerField = "owner";

    private const int LongestNote = 4000;

    /// <summary>What is given back where the keys were locked meanwhile.</summary>
    public static IReadOnlyList<string> Typed { get; } = [AnswerField, NoteField, OwnerField];

    public static async Task<IResult> TakeAsync(
        string thread,
        Visit visit,
        PostOffice office,
        OpenMail mail,
        Database database,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        if (!await mail.EnterAsync(visit, cancel))
        {
            return Unlock.Ask(visit, isWrong: false, thread);
        }

        if (mail.Find(thread) is not { } found)
        {
            return Trouble.Page(visit, StatusCodes.Status404NotFound, visit.Words.Trouble.NotFound, visit.Form);
        }

        var notes = mail.Notes();
        var own = mail.Of(notes, found);
        TakeDown(visit, own);
        if (
            found.IsPaper
            && office.Sisters is { } line
            && visit.Form["do"] is ("answer" or "again" or "drop") and { } act
        )
        {
            return await WriteToPaper.TakeAsync(act, visit, line, mail, found, notes, database, cancel);
        }

        var words = visit.Words.Letters;
        var complaints = new Complaints();
        var said = words.Kept;
        switch (visit.Form["do"])
        {
            case "answer":
                var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
                await AnswerAsync(visit, office, mail, found, notes, today, complaints, cancel);
                said = office.IsOwnMachine ? words.AnswerWaits : words.Answered;
                break;
            case "done":
                own.Answered = Numbers(found);
                said = words.IsDone;
                break;
            case "fold":
                own.IsFolded = true;
                said = words.IsFolded;
                break;
            case "unfold":
                own.IsFolded = false;
                said = words.IsUnfolded;
                break;
            default:
                break;
        }

        if (complaints.IsEmpty && !mail.Write(notes))
        {
            complaints.Add(NoteField, words.NotebookFull);
        }

        return complaints.IsEmpty
            ? visit.SeeOther(own.IsFolded ? LettersDesk.Path : LettersDesk.At(found.Name), said)
            : await ReadThread.PageAsync(visit, mail, found, complaints, database, cancel);
    }

    /// <summary>Takes the draft, the note and the owner down, as far as a form has them.</summary>
    public static void TakeDown(Visit visit, ThreadNotes notes)
    {
        if (visit.Form.Has(AnswerField))
        {
            notes.Draft = visit.Form.Text(AnswerField).Trim();
        }

        if (visit.Form.Has(NoteField))
        {
            var note = visit.Form.Text(NoteField).Trim();
            notes.Note = note[..Math.Min(note.Length, LongestNote)];
        }

        if (visit.Form.Has(OwnerField))
        {
            var owner = visit.Form[OwnerField];
            notes.Owner = Holder.IsName(owner) ? owner : "";
        }
    }

    private static async Task AnswerAsync(
        Visit visit,
        PostOffice office,
        OpenMail mail,
        MailThread thread,
        Notes notes,
        DateOnly today,
        Complaints complaints,
        CancellationToken cancel
    )
    {
        var words = visit.Words.Letters;
        var own = mail.Of(notes, thread);
        var bytes = Encoding.UTF8.GetBytes(own.Draft);
        if (bytes.Length == 0)
        {
            complaints.Add(AnswerField, visit.Words.Form.Missing);
        }
        else if (bytes.Length > SignedAnswer.MostBytes)
        {
            complaints.Add(AnswerField, words.AnswerTooLong);
        }
        else if (SealFor(mail, thread, bytes) is not { } sealedPage)
        {
            complaints.Add(AnswerField, words.WantsNoAnswer);
        }
        else
        {
            var (answers, answered, draft) = (own.Answers, own.Answered, own.Draft);
            var week = thread.Letters.First(letter => letter.First.WantsAnswer).First.Epoch.File;
            own.Answers = [.. answers, new GivenAnswer(thread.Name, week, today, draft)];
            own.Answered = Numbers(thread);
            own.Draft = "";

            // Noted first: where there is no room for the note, nobody answers twice.
            var isNoted = mail.Write(notes);
            if (!isNoted || !await office.PutAnswer(sealedPage, cancel))
            {
                complaints.Add(isNoted ? AnswerField : NoteField, isNoted ? words.NoRoom : words.NotebookFull);
                (own.Answers, own.Answered, own.Draft) = (answers, answered, draft);
                _ = mail.Write(notes);
            }
        }

        CryptographicOperations.ZeroMemory(bytes);
    }

    // To the newest letter, with the key that stands in it.
    private static byte[]? SealFor(OpenMail mail, MailThread thread, byte[] words)
    {
        if (thread.Letters.FirstOrDefault(letter => letter.First.WantsAnswer) is not { First: { } first })
        {
            return null;
        }

        using var opened = mail.Open(first);
        return opened is not null && opened.TryGetReplyKey(out var key)
            ? SignedAnswer.Seal(mail.Ring.Signing, key, opened.Id, words)
            : null;
    }

    private static string[] Numbers(MailThread thread) => [.. thread.Letters.Select(letter => letter.Number)];
}

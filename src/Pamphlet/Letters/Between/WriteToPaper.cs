using System.Security.Cryptography;
using System.Text;
using Pamphlet.Desk;
using Pamphlet.Letters.Corresponding;
using Pamphlet.Seal.Letters;
using Pamphlet.Storage;

namespace Pamphlet.Letters.Between;

/// <summary>
/// Writes to a paper from its thread: the letter is kept, sealed, before anything goes out, and stays to be sent again until the
/// paper took it. Sent again it has the same number, so that it is seen once.
/// </summary>
internal static class WriteToPaper
{
    public const string NumberField = "number";

    /// <param name="act"><c>answer</c>: what was typed; <c>again</c> and <c>drop</c>: a letter that waits.</param>
    public static async Task<IResult> TakeAsync(
        string act,
        Visit visit,
        SisterLine line,
        OpenMail mail,
        MailThread thread,
        Notes notes,
        Database database,
        CancellationToken cancel
    )
    {
        if (act is "drop")
        {
            var own = mail.Of(notes, thread);
            own.Answers = [.. own.Answers.Where(one => !IsWaiting(one, visit.Form[NumberField]))];
            _ = mail.Write(notes);
            return visit.SeeOther(LettersDesk.At(thread.Name), visit.Words.Papers.IsDropped);
        }

        var complaints = new Complaints();
        var letter = act is "again"
            ? mail.Of(notes, thread).Answers.FirstOrDefault(one => IsWaiting(one, visit.Form[NumberField]))
            : Keep(visit, mail, thread, notes, complaints);
        if (!complaints.IsEmpty)
        {
            return await ReadThread.PageAsync(visit, mail, thread, complaints, database, cancel);
        }

        var said =
            letter is null || AddressOf(notes, thread) is not { } address
                ? visit.Words.Papers.NoAddress
                : await DeliverAsync(visit, line, mail, thread, letter, address, cancel);
        return visit.SeeOther(LettersDesk.At(thread.Name), said);
    }

    private static bool IsWaiting(GivenAnswer letter, string number) =>
        letter.IsWaiting && string.Equals(letter.Number, number, StringComparison.Ordinal);

    private static Uri? AddressOf(Notes notes, MailThread thread) =>
        notes.Paper(thread) is { IsRefused: false } paper ? PaperContact.AddressIn(paper.Address) : null;

    private static GivenAnswer? Keep(Visit visit, OpenMail mail, MailThread thread, Notes notes, Complaints complaints)
    {
        var words = visit.Words.Papers;
        var own = mail.Of(notes, thread);
        var fault =
            own.Draft.Length == 0 ? visit.Words.Form.Missing
            : Encoding.UTF8.GetByteCount(own.Draft) > PaperLetter.MostWords ? words.TooLong
            : AddressOf(notes, thread) is null ? words.NoAddress
            : mail.Week is null ? words.NoWeekHere
            : null;
        if (fault is not null)
        {
            complaints.Add(WorkOnThread.AnswerField, fault);
            return null;
        }

        var number = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(LetterPage.IdBytes));
        var letter = new GivenAnswer(thread.Name, mail.Week!.File, mail.Today, own.Draft, number, IsWaiting: true);
        own.Answers = [.. own.Answers, letter];
        own.Answered = [.. thread.Letters.Select(one => one.Number)];
        own.Draft = "";
        if (!mail.Write(notes))
        {
            complaints.Add(WorkOnThread.AnswerField, visit.Words.Letters.NotebookFull);
        }

        return letter;
    }

    private static async Task<string> DeliverAsync(
        Visit visit,
        SisterLine line,
        OpenMail mail,
        MailThread thread,
        GivenAnswer letter,
        Uri address,
        CancellationToken cancel
    )
    {
        var home = line.Home ?? visit.Paper.Home ?? "";
        var from = (Name: Begin(visit.Paper.Name), Address: home.Length <= PaperLetter.LongestLine ? home : "");
        var bytes = Encoding.UTF8.GetBytes(letter.Words);
        var (fault, otherKey) = await DeliverLetter.RunAsync(
            line,
            address,
            thread.Name,
            mail.Today,
            (paper, week) =>
                PaperLetter.Seal(
                    mail.Ring.Signing,
                    paper,
                    week.Recipient,
                    Convert.FromHexString(letter.Number),
                    from,
                    subject: default,
                    bytes
                ),
            cancel
        );
        CryptographicOperations.ZeroMemory(bytes);

        // Read again: while the paper was asked, a colleague may have noted something.
        var notes = mail.Notes();
        var own = mail.Of(notes, thread);
        own.Answers = [.. own.Answers.Select(one => one == letter ? one with { IsWaiting = fault is not null } : one)];
        if (notes.Paper(thread) is { } paper && fault is null or PaperFault.OtherKey)
        {
            notes.Know(paper with { OtherKey = otherKey });
        }

        _ = mail.Write(notes);
        var words = visit.Words.Papers;
        return fault is { } reason ? words.NotSent.With("reason", words.Of(reason)) : words.Sent;
    }

    // Fifty letters of four bytes are what there is room for.
    private static string Begin(string name) => string.Concat(name.EnumerateRunes().Take(50));
}

using Pamphlet.Desk;
using Pamphlet.Letters.Corresponding;
using Pamphlet.Seal.Letters;

namespace Pamphlet.Letters.Between;

/// <summary>
/// <c>POST /desk/letters/papers/decide</c>: a key is a paper that the collective knows, is refused, or is forgotten. What is kept is
/// the fingerprint that stood on the page, whatever answers at the address by now.
/// </summary>
internal static class DecidePaper
{
    public const string PaperField = "paper";
    public const string NameField = "name";
    public const string AddressField = "address";
    public const int LongestName = 100;

    public static async Task<IResult> TakeAsync(Visit visit, OpenMail mail, CancellationToken cancel)
    {
        var paper = visit.Form[PaperField];
        if (paper.Length != 2 * PaperId.Size || !paper.All(char.IsAsciiHexDigitLower))
        {
            return Trouble.NotFound(visit);
        }

        if (!await mail.EnterAsync(visit, cancel))
        {
            return Unlock.Ask(visit, isWrong: false, paper);
        }

        var notes = mail.Notes();
        var words = visit.Words.Papers;
        var typed = visit.Form[AddressField];
        var address = PaperContact.AddressIn(typed);
        if (typed.Length > 0 && address is null && visit.Form["do"] is "accept")
        {
            var complaints = new Complaints();
            complaints.Add(AddressField, words.AddressWrong);
            return MeetPaper.Question(visit, PaperQuestion.Of(visit, notes, paper, claim: null, complaints));
        }

        var name = visit.Form[NameField];
        name =
            name.Length > 0
                ? name[..Math.Min(name.Length, LongestName)]
                : address?.Host ?? PaperContact.FingerprintOf(paper)[..17];
        var contact = new PaperContact(paper, name, address?.AbsoluteUri ?? "");
        var (to, said) = Decide(visit.Form["do"], notes, contact, words);
        return mail.Write(notes)
            ? visit.SeeOther(to, said)
            : visit.SeeOther(LettersDesk.Path, visit.Words.Letters.NotebookFull);
    }

    private static (string To, string Said) Decide(
        string act,
        Notes notes,
        PaperContact contact,
        Pamphlet.Desk.Words.PapersWords words
    )
    {
        switch (act)
        {
            case "accept":
                LeaveTo(notes, contact);
                notes.Know(contact);
                return (LettersDesk.At(contact.Paper), words.Accepted);
            case "refuse":
                notes.Know(contact with { IsRefused = true });
                return (LettersDesk.Path, words.IsRefused);
            default:
                notes.Papers.RemoveAll(one => string.Equals(one.Paper, contact.Paper, StringComparison.Ordinal));
                return (LettersDesk.Path, words.IsForgotten);
        }
    }

    // Who had another key at this address lives there no longer, as far as we know: nothing more is written to that key.
    private static void LeaveTo(Notes notes, PaperContact contact)
    {
        if (PaperContact.AddressIn(contact.Address) is not { } address)
        {
            return;
        }

        foreach (var before in notes.Papers.Where(one => one.LivesAt(address)).ToList())
        {
            notes.Know(before with { Address = "", OtherKey = contact.Fingerprint });
        }
    }
}

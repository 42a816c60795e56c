using Pamphlet.Desk;
using Pamphlet.Letters.Corresponding;

namespace Pamphlet.Letters.Between;

/// <summary><c>/desk/letters/papers</c>: which papers are known, and the first step towards another: its address, and its key.</summary>
internal static class MeetPaper
{
    public const string Path = $"{LettersDesk.Path}/papers";

    public static async Task<IResult> ShowAsync(
        Visit visit,
        PostOffice office,
        OpenMail mail,
        CancellationToken cancel
    ) =>
        office.Sisters is not { } line ? Trouble.NotFound(visit)
        : await mail.EnterAsync(visit, cancel) ? Page(visit, line, mail.Notes(), "", new Complaints())
        : Unlock.Ask(visit, isWrong: false);

    public static async Task<IResult> AskAsync(Visit visit, PostOffice office, OpenMail mail, CancellationToken cancel)
    {
        if (office.Sisters is not { } line || !await mail.EnterAsync(visit, cancel))
        {
            return office.Sisters is null ? Trouble.NotFound(visit) : Unlock.Ask(visit, isWrong: false);
        }

        var words = visit.Words.Papers;
        var typed = visit.Form[DecidePaper.AddressField];
        var complaints = new Complaints();
        if (PaperContact.AddressIn(typed) is not { } address)
        {
            complaints.Add(DecidePaper.AddressField, words.AddressWrong);
            return Page(visit, line, mail.Notes(), typed, complaints);
        }

        var (keys, fault) = await line.InTimeAsync(
            soon => AskPaper.RunAsync(line, address, soon),
            tooSlow: (null, PaperFault.Slow),
            cancel
        );
        var isOurs = keys?.Signer.Paper.Equals(mail.Ring.Signing.Public.Paper) == true;
        if (keys is null || isOurs)
        {
            complaints.Add(DecidePaper.AddressField, isOurs ? words.Ourselves : words.Of(fault!.Value));
            return Page(visit, line, mail.Notes(), typed, complaints);
        }

        var claim = new PaperClaim(address.Host, address.AbsoluteUri);
        var question = PaperQuestion.Of(visit, mail.Notes(), keys.Signer.Paper.ToString(), claim, complaints);
        return
            question.Contact is { IsRefused: false, OtherKey.Length: 0 } known
            && string.Equals(known.Address, address.AbsoluteUri, StringComparison.Ordinal)
            ? visit.SeeOther(LettersDesk.At(known.Paper))
            : Question(visit, question);
    }

    public static DeskPage Question(Visit visit, PaperQuestion question) =>
        visit.Page(
            visit.Words.Papers.IsThisThey,
            () => new Letters_Between_PaperHead { Model = question },
            question.Complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );

    private static DeskPage Page(Visit visit, SisterLine line, Notes notes, string typed, Complaints complaints) =>
        visit.Page(
            visit.Words.Papers.Title,
            () => new Letters_Between_PapersPage { Model = new(visit, line, notes.Papers, typed, complaints) },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );

    /// <param name="Typed">The address as it was typed.</param>
    internal sealed record Model(
        Visit Visit,
        SisterLine Line,
        IReadOnlyList<PaperContact> Papers,
        string Typed,
        Complaints Complaints
    );
}

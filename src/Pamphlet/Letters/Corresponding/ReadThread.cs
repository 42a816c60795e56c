using Pamphlet.Desk;
using Pamphlet.Letters.Between;
using Pamphlet.Letters.Keys;
using Pamphlet.Storage;

namespace Pamphlet.Letters.Corresponding;

/// <summary><c>/desk/letters/from/…</c>: what one writer sent and what was answered, opened for this page and for no longer.</summary>
internal static class ReadThread
{
    public static async Task<IResult> ShowAsync(
        string thread,
        Visit visit,
        OpenMail mail,
        Database database,
        CancellationToken cancel
    )
    {
        if (!await mail.EnterAsync(visit, cancel))
        {
            return Unlock.Ask(visit, isWrong: false, thread);
        }

        return mail.Find(thread) is { } found
            ? await PageAsync(visit, mail, found, new Complaints(), database, cancel)
            : Trouble.NotFound(visit);
    }

    public static async Task<DeskPage> PageAsync(
        Visit visit,
        OpenMail mail,
        MailThread thread,
        Complaints complaints,
        Database database,
        CancellationToken cancel
    )
    {
        var all = mail.Notes();
        var notes = mail.Of(all, thread);
        if (!complaints.IsEmpty)
        {
            WorkOnThread.TakeDown(visit, notes);
        }

        var letters = thread.Letters.Select(letter => OpenedLetter.Read(letter, mail)).ToList();
        visit
            .Context.RequestServices.GetRequiredService<OpenedTexts>()
            .Add(visit.Secret, letters.SelectMany(letter => new[] { letter.Subject, letter.Text }));
        var names = await ShowMail.NamesAsync(visit, database, cancel);
        var me = CheckRing.NameOf(visit.Editor.Id);
        var model = new ThreadModel(
            visit,
            thread,
            letters,
            notes,
            thread.Unanswered(notes).Count,
            names,
            me,
            complaints
        )
        {
            Paper = thread.IsPaper
                ? PaperQuestion.Of(visit, all, thread.Name, letters.Find(one => one.Claim is not null)?.Claim, new())
                : null,
        };
        return visit.Page(
            thread.Title(visit.Words, all.Paper(thread)),
            () => new Letters_Corresponding_ThreadPage { Model = model },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );
    }
}

/// <param name="Colleagues">Who corresponds, by the name of their key.</param>
/// <param name="Me">The name of the visitor's.</param>
internal sealed record ThreadModel(
    Visit Visit,
    MailThread Thread,
    IReadOnlyList<OpenedLetter> Letters,
    ThreadNotes Notes,
    int Waiting,
    IReadOnlyDictionary<string, string> Colleagues,
    string Me,
    Complaints Complaints
)
{
    /// <summary>Null: no paper, but a reader.</summary>
    public PaperQuestion? Paper { get; init; }

    /// <summary>A reader who left a key, or a paper that somebody said to know.</summary>
    public bool MayAnswer => Paper is null ? Thread.WantsAnswer : Paper.Contact is { IsRefused: false };

    /// <summary>Whether texts are written at this desk: on an editor's own machine they are not.</summary>
    public bool MayQuote => Letters.Count > 0 && Visit.Editor.Acts.Has(Act.Write);
}

using Microsoft.AspNetCore.Identity;
using Pamphlet.Desk;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Editors;

/// <summary><c>/desk/found/KEY</c>: whoever opens the link of the first start names the paper and becomes its first editor.</summary>
internal static class FoundCollective
{
    private const int LongestPaperName = 120;

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("found/{key}", ShowAsync).OpenToAll();
        desk.MapPost("found/{key}", FoundAsync).OpenToAll();
    }

    private static async Task<IResult> ShowAsync(
        string key,
        Visit visit,
        Database database,
        CancellationToken cancel
    ) =>
        await FoundingLink.OpensAsync(database, visit.Paper.Id, key, cancel)
            ? Form(
                visit,
                key,
                new Answers(visit.Paper.Name, "", visit.Paper.Language.Tag, "", Passphrase.Draw()),
                new Complaints()
            )
            : Spent(visit);

    private static async Task<IResult> FoundAsync(
        string key,
        Visit visit,
        Database database,
        UserManager<Editor> editors,
        OpenSession open,
        DecideTogether together,
        CancellationToken cancel
    )
    {
        if (!await FoundingLink.OpensAsync(database, visit.Paper.Id, key, cancel))
        {
            return Spent(visit);
        }

        var account = NewAccount.Read(visit.Form);
        var answers = new Answers(
            visit.Form["paper"],
            account.Name,
            visit.Form[LanguageChoice.Field],
            visit.Form[LanguageChoice.OtherField],
            account.Passphrase
        );
        var complaints = Judge(visit, answers, account);
        if (!complaints.IsEmpty)
        {
            return Form(visit, key, answers, complaints);
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancel);
        if (!await FoundingLink.SpendAsync(database, visit.Paper.Id, key, cancel))
        {
            return Spent(visit);
        }

        var editor = new Editor
        {
            Id = RowIds.New<EditorId>(),
            PublicationId = visit.Paper.Id,
            UserName = account.Name,
            Acts = Acts.All,
            JoinedOn = together.Today,
        };
        (await editors.CreateAsync(editor, account.Passphrase)).MustSucceed();
        visit.Paper.Name = answers.Paper;
        visit.Paper.Language = Language.From(answers.Spoken);
        database.Add(new Change { PublicationId = visit.Paper.Id, Kind = ChangeKind.Paper });
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);

        await open.ForAsync(visit, editor, cancel);
        visit.Speak(visit.Paper.Language);
        return visit.SeeOther("/desk", visit.Words.Founding.Done.With("paper", answers.Paper));
    }

    private static Complaints Judge(Visit visit, Answers answers, NewAccount account)
    {
        var complaints = new Complaints();
        if (answers.Paper.Length == 0)
        {
            complaints.Add("paper", visit.Words.Form.Missing);
        }
        else if (answers.Paper.Length > LongestPaperName)
        {
            complaints.Add("paper", visit.Words.Form.TooLong.With("most", $"{LongestPaperName}"));
        }

        if (!LanguageChoice.TryRead(answers.Spoken, out _))
        {
            complaints.Add(LanguageChoice.OtherField, visit.Words.Form.NoLanguage);
        }

        account.Judge(visit, complaints);
        return complaints;
    }

    private static DeskPage Form(Visit visit, string key, Answers answers, Complaints complaints) =>
        visit.Page(
            visit.Words.Founding.Title,
            () => new Editors_FoundCollective { Model = new(visit, $"/desk/found/{key}", answers, complaints) },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );

    private static IResult Spent(Visit visit) =>
        Trouble.Page(
            visit,
            StatusCodes.Status404NotFound,
            new(visit.Words.Founding.LinkSpentTitle, visit.Words.Founding.LinkSpent)
        );

    internal sealed record Answers(string Paper, string Name, string Language, string OtherLanguage, string Passphrase)
    {
        /// <summary>What the paper will speak: the typed tag where there is one.</summary>
        public string Spoken => LanguageChoice.Sent(Language, OtherLanguage);
    }

    internal sealed record Model(Visit Visit, string Action, Answers Answers, Complaints Complaints);
}

using Pamphlet.Desk;
using Pamphlet.ReadingOver.Lookers;
using Pamphlet.Storage;
using Pamphlet.Writing.NeverPublish;

namespace Pamphlet.Writing.Pages;

/// <summary><c>/desk/never-publish</c>: opens, asks and changes the collective's list, which nobody can read.</summary>
internal static class NeverPublishPage
{
    private const int ShortestPassphrase = 15;

    // 64 MiB each for a moment.
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("never-publish", Show).Requires(Act.Edit).InMenu(14, words => words.Writing.Never.Title);
        desk.MapPost("never-publish", ChangeAsync).Requires(Act.Edit);
        desk.MapPost("never-publish/open", OpenAsync).Requires(Act.Edit);
        desk.MapPost("never-publish/close", Close).Requires(Act.Edit);
    }

    private static DeskPage Show(Visit visit, OpenLists lists) => Page(visit, lists, "", "", new Complaints());

    private static async Task<IResult> OpenAsync(
        Visit visit,
        Database database,
        OpenLists lists,
        CancellationToken cancel
    )
    {
        var (words, complaints, passphrase) = (
            visit.Words.Writing.Never,
            new Complaints(),
            visit.Form.Raw("passphrase")
        );
        if (passphrase.Length is < ShortestPassphrase or > 500)
        {
            complaints.Add("passphrase", words.Short);
            return Page(visit, lists, "", "", complaints);
        }

        await OneAtATime.WaitAsync(cancel);
        try
        {
            if (!await lists.OpenAsync(database, visit.Paper.Id, passphrase, cancel))
            {
                complaints.Add("passphrase", words.Wrong);
                return Page(visit, lists, "", "", complaints);
            }
        }
        finally
        {
            OneAtATime.Release();
        }

        return visit.SeeOther("/desk/never-publish");
    }

    private static IResult Close(Visit visit, OpenLists lists)
    {
        lists.Close(visit.Paper.Id);
        return visit.SeeOther("/desk/never-publish", visit.Words.Writing.Never.Closed);
    }

    private static async Task<IResult> ChangeAsync(
        Visit visit,
        Database database,
        OpenLists lists,
        CancellationToken cancel
    )
    {
        var (words, complaints, typed) = (visit.Words.Writing.Never, new Complaints(), visit.Form.Text("words"));
        if (await lists.QuestionAsync(database, visit.Paper.Id, cancel) is not { } isOn)
        {
            return Page(visit, lists, typed, "", complaints);
        }

        var entries = typed.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var tooLong = Array.Find(
            entries,
            entry => OpenLists.Fold(entry).Split(' ').Length > NeverPublishWords.MostWords
        );
        if (entries.Length == 0 || tooLong is not null)
        {
            complaints.Add("words", tooLong is null ? visit.Words.Form.Missing : words.TooMany.With("words", tooLong));
            return Page(visit, lists, typed, "", complaints);
        }

        if (visit.Form.Has("ask"))
        {
            var found = entries.Where(entry => isOn(OpenLists.Fold(entry))).ToList();
            var said = found.Count == 0 ? words.NoneOn : words.On.With("words", string.Join(", ", found));
            return Page(visit, lists, typed, said, complaints);
        }

        var add = !visit.Form.Has("take");
        await lists.ChangeAsync(database, visit.Paper.Id, entries, add, cancel);
        return visit.SeeOther("/desk/never-publish", add ? words.Added : words.Taken);
    }

    private static DeskPage Page(Visit visit, OpenLists lists, string typed, string answer, Complaints complaints) =>
        visit.Page(
            visit.Words.Writing.Never.Title,
            () =>
                new Writing_NeverPublish
                {
                    Model = new Model(visit, lists.IsOpen(visit.Paper.Id), typed, answer, complaints),
                },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );

    internal sealed record Model(Visit Visit, bool IsOpen, string Typed, string Answer, Complaints Complaints);
}

using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Rendering;
using Pamphlet.Storage;
using Pamphlet.Writing.Texts;

namespace Pamphlet.Writing.Pages;

/// <summary><c>/desk/texts</c>: every text of the paper by where it lies, and the way to begin one.</summary>
internal static class ListTexts
{
    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("texts", ShowAsync)
            .Requires(Act.Write)
            .InMenu(10, words => words.Writing.List.Title)
            .TellsWhatWaits(WaitingAsync);
        desk.MapPost("texts", BeginAsync).Requires(Act.Write);
    }

    private static async Task<IReadOnlyList<WaitingThing>> WaitingAsync(
        Visit visit,
        Database database,
        CancellationToken cancel
    )
    {
        var counts = await new TextStore(database, visit.Paper.Id).CountsAsync(cancel);
        return
        [
            .. new[] { TextShelf.ToRead, TextShelf.Drafts, TextShelf.Scheduled }.Select(shelf => new WaitingThing(
                $"/desk/texts?shelf={shelf}",
                Model.NameOf(shelf, visit.Words),
                counts[shelf]
            )),
        ];
    }

    private static async Task<IResult> ShowAsync(Visit visit, Database database, CancellationToken cancel)
    {
        var query = visit.Context.Request.Query;
        _ = int.TryParse(query["page"], System.Globalization.CultureInfo.InvariantCulture, out var page);
        var words = CleanText.Of(query["q"].ToString()).Trim();
        var counts = await new TextStore(database, visit.Paper.Id).CountsAsync(cancel);
        var shelf =
            Enum.TryParse<TextShelf>(query["shelf"], ignoreCase: true, out var asked) && Enum.IsDefined(asked)
                ? asked
                : FirstWithTexts(counts);
        var wish = new ListWish(shelf, words, Math.Clamp(page, 1, 10_000));
        return await PageAsync(visit, database, wish, new Begun("", visit.Paper.Language.Tag, ""), new(), cancel);
    }

    // An empty shelf tells a newcomer that the paper is empty.
    private static TextShelf FirstWithTexts(IReadOnlyDictionary<TextShelf, int> counts) =>
        Enum.GetValues<TextShelf>().FirstOrDefault(shelf => counts[shelf] > 0);

    private static async Task<IResult> BeginAsync(
        Visit visit,
        Database database,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        var begun = new Begun(
            visit.Form["title"],
            visit.Form[LanguageChoice.Field],
            visit.Form[LanguageChoice.OtherField]
        );
        var complaints = new Complaints();
        if (begun.Title.Length is 0 or > WriteText.LongestTitle)
        {
            complaints.Add(
                "title",
                begun.Title.Length == 0
                    ? visit.Words.Writing.Write.MissingTitle
                    : visit.Words.Form.TooLong.With("most", $"{WriteText.LongestTitle}")
            );
        }

        var sent = LanguageChoice.Sent(visit.Form);
        var language = visit.Paper.Language;
        if (sent.Length > 0 && !LanguageChoice.TryRead(sent, out language))
        {
            complaints.Add(LanguageChoice.OtherField, visit.Words.Form.NoLanguage);
        }

        if (!complaints.IsEmpty)
        {
            return await PageAsync(visit, database, new ListWish(TextShelf.Drafts, "", 1), begun, complaints, cancel);
        }

        var kind = SentDetails.KindOf(visit.Form["kind"]);
        var id = await BeginText.RunAsync(database, visit.Paper, begun.Title, kind, language, time, cancel);
        return visit.SeeOther(TextAddress.Of(id));
    }

    private static async Task<DeskPage> PageAsync(
        Visit visit,
        Database database,
        ListWish wish,
        Begun begun,
        Complaints complaints,
        CancellationToken cancel
    )
    {
        var store = new TextStore(database, visit.Paper.Id);
        var (lines, hasMore) = await store.ListAsync(wish, cancel);
        var model = new Model(visit, wish, lines, hasMore, await store.CountsAsync(cancel), begun, complaints);
        return visit.Page(
            visit.Words.Writing.List.Title,
            () => new Writing_List { Model = model },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );
    }

    /// <summary>The form that begins a text, as it was filled in.</summary>
    internal sealed record Begun(string Title, string Language, string OtherLanguage);

    internal sealed record Model(
        Visit Visit,
        ListWish Wish,
        IReadOnlyList<TextLine> Lines,
        bool HasMore,
        IReadOnlyDictionary<TextShelf, int> Counts,
        Begun Begun,
        Complaints Complaints
    )
    {
        public string NameOf(TextShelf shelf) => NameOf(shelf, Visit.Words);

        public static string NameOf(TextShelf shelf, Desk.Words.DeskWords all)
        {
            var words = all.Writing.List;
            return shelf switch
            {
                TextShelf.Drafts => words.Drafts,
                TextShelf.ToRead => words.ToRead,
                TextShelf.Scheduled => words.Scheduled,
                TextShelf.Published => words.Published,
                _ => words.Withdrawn,
            };
        }
    }
}

using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Rendering;
using Pamphlet.Storage;
using Pamphlet.Writing.Publishing;
using Pamphlet.Writing.Reviewing;
using Pamphlet.Writing.Texts;

namespace Pamphlet.Writing.Pages;

/// <summary><c>/desk/texts/ID</c>: the page to write on.</summary>
internal static class WriteText
{
    public const int LongestTitle = 300;

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("texts/{id}", ShowAsync).Requires(Act.Write);
        desk.MapPost("texts/{id}", SaveAsync).Requires(Act.Write).TakesUpTo(WritingDesk.LongestForm);
        desk.MapPost("texts/{id}/correct", BeginCorrectionAsync).Requires(Act.Edit);
        desk.MapPost("texts/{id}/drop", DropCorrectionAsync).Requires(Act.Edit);
        desk.MapPost("texts/{id}/take-back", TakeBackAsync).Requires(Act.Edit);
        desk.MapPost("texts/{id}/put-back", PutBackAsync).Requires(Act.Edit);
    }

    private static async Task<IResult> ShowAsync(
        Visit visit,
        string id,
        Database database,
        OpenTexts open,
        CancellationToken cancel
    )
    {
        if (await TextFrame.FindAsync(visit, database, id, cancel) is not { } frame)
        {
            return Trouble.NotFound(visit);
        }

        if (!frame.IsDraft)
        {
            return visit.Page(frame.Title, () => new Writing_Standing { Model = frame });
        }

        var sitting = KeepUnsaved.NewSitting();
        var isOpenElsewhere = open.Touch(frame.Post.Id, sitting);
        var unsaved = await new TextStore(database, visit.Paper.Id).UnsavedAsync(frame.Post.Id, cancel);
        var words = DraftWords.Of(frame.Post);
        var model = new Model(frame, words, words.Fingerprint, sitting, isOpenElsewhere, unsaved, new Complaints());
        return Page(model);
    }

    /// <summary>The page to write on, with what is missing before it can be published beside its field.</summary>
    public static DeskPage AskForWords(TextFrame frame)
    {
        var (words, said) = (DraftWords.Of(frame.Post), frame.Visit.Words.Writing.Publish);
        var complaints = new Complaints();
        if (!words.HasTitle)
        {
            complaints.Add("title", said.NoTitle);
        }

        if (!words.HasWords)
        {
            complaints.Add("words", said.NoWords);
        }

        return Page(new Model(frame, words, words.Fingerprint, KeepUnsaved.NewSitting(), false, [], complaints));
    }

    private static async Task<IResult> SaveAsync(
        Visit visit,
        string id,
        Database database,
        OpenTexts open,
        Hands hands,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        if (await TextFrame.FindAsync(visit, database, id, cancel) is not { } frame)
        {
            return Trouble.Page(visit, StatusCodes.Status404NotFound, visit.Words.Trouble.NotFound, visit.Form);
        }

        var words = Sent(visit.Form);
        var sitting = visit.Form["sitting"];
        sitting = KeepUnsaved.IsSitting(sitting) ? sitting : KeepUnsaved.NewSitting();
        var complaints = Check(visit, words);
        if (!complaints.IsEmpty)
        {
            return Page(new Model(frame, words, visit.Form["opened"], sitting, false, [], complaints));
        }

        var save = new SaveText(database, visit.Paper.Id, time);
        switch (await save.RunAsync(frame.Post.Id, words, visit.Form["opened"], sitting, cancel))
        {
            case SavedText.Saved:
                hands.Wrote(frame.Post.Id, visit.Editor.Id);
                open.Close(frame.Post.Id, sitting);
                return visit.Form.Has("show")
                    ? visit.SeeOther(PreviewOf(frame))
                    : visit.SeeOther(frame.Address, Counted(visit, frame.Post, words));
            case SavedText.Overtaken overtaken:
                var difference = TextDifference.Of(overtaken.Theirs.Markdown, words.Markdown);
                return visit.Page(
                    visit.Words.Writing.Overtaken.Title,
                    () =>
                        new Writing_Overtaken
                        {
                            Model = new Clash(frame, words, overtaken.Theirs, sitting, difference),
                        },
                    StatusCodes.Status409Conflict
                );
            default:
                var now = await TextFrame.FindAsync(visit, database, id, cancel);
                return visit.Page(
                    visit.Words.Writing.Overtaken.NoDraft,
                    () => new Writing_Standing { Model = now ?? frame },
                    StatusCodes.Status409Conflict
                );
        }
    }

    public static string PreviewOf(TextFrame frame) =>
        $"{frame.Address}/preview/{ShowPreview.PathOf(frame.Post).Value}";

    /// <summary>«Saved. 1,200 words, 5 minutes to read.»</summary>
    private static string Counted(Visit visit, Post post, DraftWords words)
    {
        var text = PostRenderer.Render(words.Markdown, new RenderContext(post.Language, _ => null, _ => null));
        return visit.Words.Writing.Write.Saved.With("words", $"{text.Words}", "minutes", $"{text.Minutes}");
    }

    private static DraftWords Sent(DeskForm form) =>
        new(form["title"], form["subtitle"], form["summary"], form.Text("words").TrimEnd());

    private static Complaints Check(Visit visit, DraftWords words)
    {
        var complaints = new Complaints();
        if (words.Title.Length == 0)
        {
            complaints.Add("title", visit.Words.Writing.Write.MissingTitle);
        }

        foreach (
            var (field, text) in new[]
            {
                ("title", words.Title),
                ("subtitle", words.Subtitle),
                ("summary", words.Summary),
            }
        )
        {
            if (text.Length > LongestTitle)
            {
                complaints.Add(field, visit.Words.Form.TooLong.With("most", $"{LongestTitle}"));
            }
        }

        return complaints;
    }

    private static async Task<IResult> BeginCorrectionAsync(
        Visit visit,
        string id,
        Database database,
        TimeProvider time,
        CancellationToken cancel
    ) =>
        TextAddress.Read(id) is { } post
        && await new CorrectText(database, visit.Paper, time).BeginAsync(post, cancel) is { } draft
            ? visit.SeeOther(TextAddress.Of(draft))
            : Trouble.NotFound(visit);

    private static async Task<IResult> DropCorrectionAsync(
        Visit visit,
        string id,
        Database database,
        CancellationToken cancel
    )
    {
        if (await TextFrame.FindAsync(visit, database, id, cancel) is not { Desk.Corrects: { } corrects } frame)
        {
            return Trouble.NotFound(visit);
        }

        await new EraseText(database, visit.Paper.Id).RunAsync(frame.Post.Id, cancel);
        return visit.SeeOther(TextAddress.Of(corrects), visit.Words.Writing.Write.Dropped);
    }

    private static async Task<IResult> TakeBackAsync(
        Visit visit,
        string id,
        Database database,
        TimeProvider time,
        CancellationToken cancel
    ) =>
        TextAddress.Read(id) is { } post
        && await new PublishText(database, visit.Paper, time).UnscheduleAsync(post, cancel)
            ? visit.SeeOther(TextAddress.Of(post), visit.Words.Writing.Write.TakenBack)
            : Trouble.NotFound(visit);

    private static async Task<IResult> PutBackAsync(
        Visit visit,
        string id,
        Database database,
        CancellationToken cancel
    ) =>
        TextAddress.Read(id) is { } post && await WithdrawText.PutBackAsync(database, visit.Paper.Id, post, cancel)
            ? visit.SeeOther(TextAddress.Of(post), visit.Words.Writing.Write.IsBack)
            : Trouble.NotFound(visit);

    private static DeskPage Page(Model model) =>
        model
            .Frame.Visit.Page(
                model.Frame.Title,
                () => new Writing_Write { Model = model },
                model.Complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
            )
            .WithScript("writing");

    /// <param name="Opened">The fingerprint of the words that the form was opened with.</param>
    internal sealed record Model(
        TextFrame Frame,
        DraftWords Words,
        string Opened,
        string Sitting,
        bool IsOpenElsewhere,
        IReadOnlyList<UnsavedText> Unsaved,
        Complaints Complaints
    );

    internal sealed record Clash(
        TextFrame Frame,
        DraftWords Mine,
        DraftWords Theirs,
        string Sitting,
        IReadOnlyList<DifferentLine> Difference
    );
}

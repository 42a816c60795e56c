using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Storage;
using Pamphlet.Writing.Reviewing;
using Pamphlet.Writing.Texts;

namespace Pamphlet.Writing.Pages;

/// <summary><c>/desk/texts/ID/revisions</c>: what a text said before, what changed since, and the way back.</summary>
internal static class TextRevisions
{
    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("texts/{id}/revisions", ShowAllAsync).Requires(Act.Write);
        desk.MapGet("texts/{id}/revisions/{number:int}", ShowAsync).Requires(Act.Write);
        desk.MapPost("texts/{id}/revisions/{number:int}", RestoreAsync).Requires(Act.Write);
    }

    private static async Task<IResult> ShowAllAsync(Visit visit, string id, Database database, CancellationToken cancel)
    {
        if (await TextFrame.FindAsync(visit, database, id, cancel) is not { } frame)
        {
            return Trouble.NotFound(visit);
        }

        var all = await new TextStore(database, visit.Paper.Id).RevisionsAsync(frame.Post.Id, cancel);
        return visit.Page(frame.Title, () => new Writing_Revisions { Model = (frame, all) });
    }

    private static async Task<IResult> ShowAsync(
        Visit visit,
        string id,
        int number,
        Database database,
        CancellationToken cancel
    ) =>
        await FindAsync(visit, id, number, database, cancel) is { } model
            ? visit.Page(
                visit.Words.Writing.Revisions.Number.With("number", $"{number}"),
                () => new Writing_Revision { Model = model }
            )
            : Trouble.NotFound(visit);

    private static async Task<IResult> RestoreAsync(
        Visit visit,
        string id,
        int number,
        Database database,
        Hands hands,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        if (await FindAsync(visit, id, number, database, cancel) is not { Frame.IsDraft: true } model)
        {
            return Trouble.NotFound(visit);
        }

        var save = new SaveText(database, visit.Paper.Id, time);
        var words = DraftWords.Of(model.Revision);
        var saved = await save.RunAsync(
            model.Frame.Post.Id,
            words,
            visit.Form["opened"],
            KeepUnsaved.NewSitting(),
            cancel
        );
        hands.Wrote(model.Frame.Post.Id, visit.Editor.Id);
        return saved is SavedText.Saved
            ? visit.SeeOther(model.Frame.Address, visit.Words.Writing.Revisions.Restored)
            : visit.SeeOther(TextAddress.Of(model.Frame.Post.Id, $"revisions/{number}"));
    }

    private static async Task<Model?> FindAsync(
        Visit visit,
        string id,
        int number,
        Database database,
        CancellationToken cancel
    )
    {
        if (await TextFrame.FindAsync(visit, database, id, cancel) is not { } frame)
        {
            return null;
        }

        var all = await new TextStore(database, visit.Paper.Id).RevisionsAsync(frame.Post.Id, cancel);
        return all.Find(one => one.Number == number) is { } revision
            ? new Model(
                frame,
                revision,
                TextDifference.Of(Whole(DraftWords.Of(revision)), Whole(DraftWords.Of(frame.Post)))
            )
            : null;
    }

    // The titles stand first, so that a change of them is seen, too.
    private static string Whole(DraftWords words) =>
        string.Join('\n', new[] { words.Title, words.Subtitle, words.Summary }.Where(line => line.Length > 0))
        + "\n\n"
        + words.Markdown;

    internal sealed record Model(TextFrame Frame, Revision Revision, IReadOnlyList<DifferentLine> Difference);
}

using Pamphlet.Desk;
using Pamphlet.Storage;
using Pamphlet.Writing.Reviewing;
using Pamphlet.Writing.Texts;

namespace Pamphlet.Writing.Pages;

/// <summary><c>/desk/texts/ID/unsaved/SITTING</c>: what was typed and not saved, beside what is saved.</summary>
internal static class UnsavedWords
{
    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("texts/{id}/unsaved/{sitting}", ShowAsync).Requires(Act.Write);
        desk.MapPost("texts/{id}/unsaved/{sitting}", DecideAsync).Requires(Act.Write);
    }

    private static async Task<IResult> ShowAsync(
        Visit visit,
        string id,
        string sitting,
        Database database,
        CancellationToken cancel
    ) =>
        await FindAsync(visit, id, sitting, database, cancel) is { } model
            ? visit.Page(visit.Words.Writing.Write.UnsavedTitle, () => new Writing_Unsaved { Model = model })
            : Trouble.NotFound(visit);

    private static async Task<IResult> DecideAsync(
        Visit visit,
        string id,
        string sitting,
        Database database,
        Hands hands,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        if (await FindAsync(visit, id, sitting, database, cancel) is not { } model)
        {
            return Trouble.NotFound(visit);
        }

        var (paper, post, words) = (visit.Paper.Id, model.Frame.Post, visit.Words.Writing.Write);
        if (visit.Form.Has("drop"))
        {
            await KeepUnsaved.DropAsync(database, paper, post.Id, sitting, cancel);
            return visit.SeeOther(model.Frame.Address, words.ThrownAway);
        }

        var save = new SaveText(database, paper, time);
        var saved = await save.RunAsync(post.Id, model.Unsaved.Words, visit.Form["opened"], sitting, cancel);
        if (saved is not SavedText.Saved)
        {
            // Somebody saved since this page was shown: it is shown anew, with the new differences.
            return visit.SeeOther($"{model.Frame.Address}/unsaved/{sitting}");
        }

        hands.Wrote(post.Id, visit.Editor.Id);
        return visit.SeeOther(model.Frame.Address, words.TakenOver);
    }

    private static async Task<Model?> FindAsync(
        Visit visit,
        string id,
        string sitting,
        Database database,
        CancellationToken cancel
    )
    {
        if (await TextFrame.FindAsync(visit, database, id, cancel) is not { } frame)
        {
            return null;
        }

        var all = await new TextStore(database, visit.Paper.Id).UnsavedAsync(frame.Post.Id, cancel);
        return all.Find(text => string.Equals(text.Sitting, sitting, StringComparison.Ordinal)) is { } unsaved
            ? new Model(frame, unsaved, TextDifference.Of(frame.Post.Markdown, unsaved.Markdown))
            : null;
    }

    internal sealed record Model(TextFrame Frame, UnsavedText Unsaved, IReadOnlyList<DifferentLine> Difference);
}

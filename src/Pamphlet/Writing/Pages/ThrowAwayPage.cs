using Pamphlet.Desk;
using Pamphlet.Storage;
using Pamphlet.Writing.Reviewing;
using Pamphlet.Writing.Texts;

namespace Pamphlet.Writing.Pages;

/// <summary><c>/desk/texts/ID/throw-away</c>: a draft that was never public is destroyed, after one question.</summary>
internal static class ThrowAwayPage
{
    public const string Part = "throw-away";

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet($"texts/{{id}}/{Part}", ShowAsync).Requires(Act.Edit);
        desk.MapPost($"texts/{{id}}/{Part}", DestroyAsync).Requires(Act.Edit);
    }

    private static async Task<IResult> ShowAsync(Visit visit, string id, Database database, CancellationToken cancel) =>
        await FindAsync(visit, id, database, cancel) is { } frame
            ? visit.Page(frame.Title, () => new Writing_ThrowAway { Model = frame })
            : Trouble.NotFound(visit);

    private static async Task<IResult> DestroyAsync(
        Visit visit,
        string id,
        Database database,
        Hands hands,
        CancellationToken cancel
    )
    {
        if (
            await FindAsync(visit, id, database, cancel) is not { } frame
            || !await new EraseText(database, visit.Paper.Id).RunAsync(frame.Post.Id, cancel)
        )
        {
            return Trouble.NotFound(visit);
        }

        hands.Forget(frame.Post.Id);
        return visit.SeeOther("/desk/texts", visit.Words.Writing.ThrowAway.Done);
    }

    // A correction is thrown away beside the text that it corrects.
    private static async Task<TextFrame?> FindAsync(
        Visit visit,
        string id,
        Database database,
        CancellationToken cancel
    ) =>
        await TextFrame.FindAsync(visit, database, id, cancel) is { IsDraft: true, IsCorrection: false } frame
            ? frame
            : null;
}

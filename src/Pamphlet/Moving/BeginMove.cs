using Pamphlet.Desk;

namespace Pamphlet.Moving;

/// <summary>The import itself, and stopping it: whichever comes last, the paper is whole.</summary>
internal static class BeginMove
{
    public static IResult Begin(Visit visit, MovingIn moving) =>
        moving.TryMove()
            ? visit.SeeOther(ShowMove.Path)
            : visit.SeeOther(ShowMove.Path, visit.Words.Moving.NothingThere);

    public static async Task<IResult> StopAsync(Visit visit, MovingIn moving)
    {
        await moving.StopAsync();
        return visit.SeeOther(
            ShowMove.Path,
            moving.Now.Stage == MoveStage.Nothing ? visit.Words.Moving.Discarded : null
        );
    }
}

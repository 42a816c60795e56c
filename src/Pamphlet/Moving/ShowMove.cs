using Pamphlet.Desk;
using Pamphlet.Imports;

namespace Pamphlet.Moving;

/// <summary><c>/desk/moving</c>: how far the paper that moves in has come.</summary>
internal static class ShowMove
{
    public const string Path = "/desk/moving";

    private const int SecondsBetweenLooks = 3;

    public static DeskPage Show(Visit visit, MovingIn moving, MovingFolder folder) =>
        Page(visit, moving.Now, folder, new Complaints());

    public static DeskPage Page(Visit visit, Move move, MovingFolder folder, Complaints complaints)
    {
        var page = visit.Page(
            visit.Words.Moving.Title,
            () => new Moving_MoveIn { Model = new(visit, move, folder.Room, complaints) },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );
        return move.IsUnderWay ? page.AskedAgainIn(SecondsBetweenLooks) : page;
    }

    /// <param name="Room">How large an upload may be, in bytes.</param>
    internal sealed record Model(Visit Visit, Move Move, long Room, Complaints Complaints)
    {
        public bool CanUpload =>
            Move.Stage is MoveStage.Nothing or MoveStage.Stopped or MoveStage.Broken
            || Move is { Stage: MoveStage.Looked, Outcome: ImportOutcome.Refused };
    }
}

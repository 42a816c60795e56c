using Pamphlet.Desk;

namespace Pamphlet.Editors;

/// <summary><c>POST /desk/sign-out</c>: the session's row goes, and the cookie.</summary>
internal static class SignOut
{
    public static void Map(RouteGroupBuilder desk) =>
        desk.MapPost("sign-out", LeaveAsync).ForEveryEditor().BeforeAnythingElse();

    private static async Task<IResult> LeaveAsync(Visit visit, SessionStore sessions, CancellationToken cancel)
    {
        await sessions.EndAsync(visit.Paper.Id, EditorSession.HashOf(visit.Secret), cancel);
        DeskCookie.Delete(visit.Context, DeskCookie.Session);
        if (DeskCookie.Read(visit.Context, DeskCookie.Door) is { } door)
        {
            visit.HoldInstead(door);
        }

        return visit.SeeOther("/desk/sign-in", visit.Words.SignIn.SignedOut);
    }
}

using Microsoft.AspNetCore.Identity;
using Pamphlet.Desk;

namespace Pamphlet.Editors;

/// <summary>Lets an editor in: a new token whatever the browser held before, so that a planted one opens nothing.</summary>
internal sealed class OpenSession(SessionStore sessions, KnownBrowsers browsers)
{
    public async Task ForAsync(Visit visit, Editor editor, CancellationToken cancellationToken)
    {
        if (visit.Visitor is not null)
        {
            await sessions.EndAsync(visit.Paper.Id, EditorSession.HashOf(visit.Secret), cancellationToken);
        }

        var token = await sessions.BeginAsync(editor, cancellationToken);
        DeskCookie.Write(visit.Context, DeskCookie.Session, token);
        visit.HoldInstead(token);

        var door = DeskCookie.NewToken();
        DeskCookie.Write(visit.Context, DeskCookie.Door, door);
        browsers.Remember(door, editor.Id);
    }
}

internal static class IdentityResults
{
    /// <exception cref="InvalidOperationException">Identity refused what our own rules let through: our fault.</exception>
    public static void MustSucceed(this IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Code)));
        }
    }
}

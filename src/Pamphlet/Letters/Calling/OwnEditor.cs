using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Editors;
using Pamphlet.Letters.Corresponding;
using Pamphlet.Letters.Keys;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Letters.Calling;

/// <summary>
/// The one editor of a desk on somebody's own machine, and their way in: a link that the terminal prints, good once, behind which
/// the keys are open already.
/// </summary>
/// <param name="ring">The ring that the terminal's passphrase opened: the link's session takes it over, and wipes it when it is locked.</param>
internal sealed class OwnEditor(OpenKeyring ring)
{
    private OpenKeyring? waiting = ring;

    /// <summary>Everybody's own number at their own desk.</summary>
    public static EditorId Id { get; } = new(1);

    /// <summary>What the link ends with.</summary>
    public string Key { get; } = DeskCookie.NewToken();

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("", Home).OpenToAll();
        desk.MapGet("sign-in", ShowClosed).OpenToAll();
        desk.MapGet("open/{key}", OpenAsync).OpenToAll();
    }

    /// <summary>Wipes the keys of a link that nobody opened: from now on it opens nothing.</summary>
    public void Close() => Take()?.Dispose();

    /// <summary>Makes the editor's row in the machine's own database, where it is not there yet.</summary>
    public static async Task PrepareAsync(
        Database database,
        PublicationId paper,
        DateOnly today,
        CancellationToken cancel
    )
    {
        if (await database.Set<Editor>().AnyAsync(editor => editor.Id == Id, cancel))
        {
            return;
        }

        database.Add(
            new Editor
            {
                Id = Id,
                PublicationId = paper,
                // Not the name by which this machine knows its owner.
                UserName = "me",
                NormalizedUserName = "ME",
                // No passphrase makes this: the only way in is the link.
                PasswordHash = "",
                SecurityStamp = DeskCookie.NewToken(),
                Acts = Acts.Of(Act.Correspond, Act.KeepKeys),
                JoinedOn = today,
            }
        );
        await database.SaveChangesAsync(cancel);
    }

    private static IResult Home(Visit visit) => visit.SeeOther(LettersDesk.Path);

    private static DeskPage ShowClosed(Visit visit) =>
        visit.Page(
            visit.Words.Letters.OwnDeskClosedTitle,
            () => new Letters_Calling_ClosedPage { Model = visit },
            StatusCodes.Status403Forbidden
        );

    private static async Task<IResult> OpenAsync(
        string key,
        Visit visit,
        OwnEditor own,
        OpenSession open,
        UnlockedKeys unlocked,
        Database database,
        CancellationToken cancel
    )
    {
        if (!string.Equals(key, own.Key, StringComparison.Ordinal) || own.Take() is not { } taken)
        {
            return ShowClosed(visit);
        }

        try
        {
            var me = await database.Set<Editor>().SingleAsync(editor => editor.Id == Id, cancel);
            await open.ForAsync(visit, me, cancel);
        }
        catch
        {
            taken.Dispose();
            throw;
        }

        unlocked.Keep(visit, taken);
        return visit.SeeOther(LettersDesk.Path);
    }

    private OpenKeyring? Take() => Interlocked.Exchange(ref waiting, null);
}

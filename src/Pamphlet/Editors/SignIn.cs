using Microsoft.AspNetCore.Identity;
using Pamphlet.Desk;

namespace Pamphlet.Editors;

/// <summary><c>/desk/sign-in</c>.</summary>
internal static class SignIn
{
    public const string CodeField = "code";

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("sign-in", Show).OpenToAll();
        desk.MapPost("sign-in", EnterAsync).OpenToAll();
    }

    private static IResult Show(Visit visit)
    {
        var then = WayBack.Checked(visit.Context.Request.Query[WayBack.Field].ToString());
        return visit.Visitor is null ? Form(visit, "", then, new Complaints()) : visit.SeeOther(then);
    }

    private static async Task<IResult> EnterAsync(
        Visit visit,
        UserManager<Editor> editors,
        Attempts attempts,
        KnownBrowsers browsers,
        CheckPassphrase check,
        SecondStep second,
        OpenSession open,
        CancellationToken cancel
    )
    {
        var name = visit.Form["name"];
        var then = WayBack.Checked(visit.Form[WayBack.Field]);
        var typed = visit.Form.Raw(Passphrase.Field);
        if (name.Length is 0 or > Editor.LongestName || typed.Length > Passphrase.Longest)
        {
            // Nobody's, whatever they are: no work, and nothing of them is counted.
            return Refused(visit, name, then, visit.Words.SignIn.Refused);
        }

        var editor = await editors.FindByNameAsync(name);
        var door = DeskCookie.Read(visit.Context, DeskCookie.Door);
        var isKnown = editor is not null && browsers.Knows(door, editor.Id);
        if (!(isKnown ? attempts.Take($"door {door}") : attempts.TakeOfStranger(editors.NormalizeName(name))))
        {
            return Refused(visit, name, then, visit.Words.SignIn.TooOften);
        }

        var (isTooMany, key) = isKnown
            ? (false, await check.KeyAsync(editor, typed, cancel))
            : await check.KeyOfStrangerAsync(editor, typed, cancel);
        if (isTooMany)
        {
            return Refused(visit, name, then, visit.Words.SignIn.TooMany);
        }

        // One answer for a wrong name, passphrase or code: who asks learns none of the three.
        var tries = isKnown ? $"door {door}" : $"{editor?.Id}";
        if (key is null || !await second.PassesAsync(editor!, key, visit.Form[CodeField], tries))
        {
            return Refused(visit, name, then, visit.Words.SignIn.Refused);
        }

        await open.ForAsync(visit, editor!, cancel);
        return visit.SeeOther(then);
    }

    private static DeskPage Refused(Visit visit, string name, string then, string said)
    {
        var complaints = new Complaints();
        complaints.Add("name", said);
        return Form(visit, name, then, complaints);
    }

    private static DeskPage Form(Visit visit, string name, string then, Complaints complaints) =>
        visit.Page(
            visit.Words.SignIn.Title,
            () => new Editors_SignIn { Model = new(visit, name, then, complaints) },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );

    internal sealed record Model(Visit Visit, string Name, string Then, Complaints Complaints);
}

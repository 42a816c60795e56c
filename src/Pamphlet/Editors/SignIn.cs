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
        var complaints = new Complaints();
        var editor = name.Length is > 0 and <= Editor.LongestName ? await editors.FindByNameAsync(name) : null;

        var door = DeskCookie.Read(visit.Context, DeskCookie.Door);
        var isKnown = editor is not null && browsers.Knows(door, editor.Id);
        if (!attempts.Take(isKnown ? $"door {door}" : $"name {editors.NormalizeName(name)}"))
        {
            complaints.Add("name", visit.Words.SignIn.TooOften);
            return Form(visit, name, then, complaints);
        }

        // One answer for a wrong name, passphrase or code: who asks learns none of the three.
        var key = await check.KeyAsync(editor, visit.Form.Raw(Passphrase.Field), cancel);
        if (key is null || !await second.PassesAsync(editor!, key, visit.Form[CodeField]))
        {
            complaints.Add("name", visit.Words.SignIn.Refused);
            return Form(visit, name, then, complaints);
        }

        await open.ForAsync(visit, editor!, cancel);
        return visit.SeeOther(then);
    }

    private static DeskPage Form(Visit visit, string name, string then, Complaints complaints) =>
        visit.Page(
            visit.Words.SignIn.Title,
            () => new Editors_SignIn { Model = new(visit, name, then, complaints) },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );

    internal sealed record Model(Visit Visit, string Name, string Then, Complaints Complaints);
}

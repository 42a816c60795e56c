using System.Text;
using Microsoft.AspNetCore.Identity;
using Pamphlet.Desk;

namespace Pamphlet.Editors;

/// <summary>
/// <c>/desk/sign-in/passkey</c>: in with what a device holds and who unlocks it, where a browser may run our script. The door without
/// a script is <see cref="SignIn"/>.
/// </summary>
internal static class EnterByPasskey
{
    public const string CredentialField = "credential";
    public const string Script = "passkeys";

    private const string Purpose = "in";

    private static readonly byte[] ScriptBytes = Encoding.UTF8.GetBytes(DeskPages.ReadAsset($"{Script}.js"));

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("passkeys.js", SendScriptAsync).IsAsset();
        desk.MapGet("sign-in/passkey", Show).OpenToAll();
        desk.MapPost("sign-in/passkey", EnterAsync).OpenToAll();
        desk.MapPost("sign-in/passkey/ask", AskAsync).OpenToAll();
    }

    private static Task SendScriptAsync(HttpContext context) =>
        DeskPages.SendAsync(context, ScriptBytes, "text/javascript; charset=utf-8");

    private static IResult Show(Visit visit)
    {
        var then = WayBack.Checked(visit.Context.Request.Query[WayBack.Field].ToString());
        return visit.Visitor is null ? Page(visit, then, new Complaints()) : visit.SeeOther(then);
    }

    // Nobody is named: whoever asks learns of no account.
    private static async Task<IResult> AskAsync(
        Visit visit,
        IPasskeyHandler<Editor> passkeys,
        PasskeyQuestions questions
    )
    {
        var asked = await passkeys.MakeRequestOptionsAsync(user: null, visit.Context);
        questions.Keep(visit.Secret, Purpose, asked.AssertionState ?? "");
        return new ScriptAnswer(asked.RequestOptionsJson, type: ScriptAnswer.Json);
    }

    private static async Task<IResult> EnterAsync(
        Visit visit,
        UserManager<Editor> editors,
        IPasskeyHandler<Editor> passkeys,
        PasskeyQuestions questions,
        OpenSession open,
        CancellationToken cancel
    )
    {
        var then = WayBack.Checked(visit.Form[WayBack.Field]);
        var answer = questions.Take(visit.Secret, Purpose) is { } question
            ? await passkeys.PerformAssertionAsync(
                new PasskeyAssertionContext
                {
                    HttpContext = visit.Context,
                    CredentialJson = visit.Form.Raw(CredentialField),
                    AssertionState = question.State,
                }
            )
            : null;
        if (answer is not { Succeeded: true, User: { } editor } || editor.PublicationId != visit.Paper.Id)
        {
            var complaints = new Complaints();
            complaints.Add(CredentialField, visit.Words.Passkeys.Refused);
            return Page(visit, then, complaints);
        }

        // The device's count of answers: a copy of it would fall behind.
        (await editors.AddOrUpdatePasskeyAsync(editor, OwnPasskeys.Dated(answer.Passkey))).MustSucceed();
        await open.ForAsync(visit, editor, cancel);
        return visit.SeeOther(then);
    }

    private static DeskPage Page(Visit visit, string then, Complaints complaints) =>
        visit
            .Page(
                visit.Words.Passkeys.EnterTitle,
                () => new Editors_EnterByPasskey { Model = new(visit, then, complaints) },
                complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
            )
            .WithScript(Script);

    internal sealed record Model(Visit Visit, string Then, Complaints Complaints);
}

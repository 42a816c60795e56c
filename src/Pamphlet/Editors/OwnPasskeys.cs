using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Storage;

namespace Pamphlet.Editors;

/// <summary><c>/desk/account/passkeys</c>: an editor's own, by names that they gave them.</summary>
internal static class OwnPasskeys
{
    public const string LabelField = "label";
    public const int LongestLabel = 40;

    private const string Path = "/desk/account/passkeys";
    private const string Purpose = "new";
    private const int MostKeys = 10;

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("account/passkeys", ShowAsync).ForEveryEditor();
        desk.MapPost("account/passkeys", AddAsync).ForEveryEditor();
        desk.MapPost("account/passkeys/ask", AskAsync).ForEveryEditor();
        desk.MapPost("account/passkeys/remove", RemoveAsync).ForEveryEditor();
    }

    /// <summary>With the day and not the second: at which hour somebody made it is nobody's business.</summary>
    public static UserPasskeyInfo Dated(UserPasskeyInfo passkey) =>
        new(
            passkey.CredentialId,
            passkey.PublicKey,
            new DateTimeOffset(passkey.CreatedAt.UtcDateTime.Date, TimeSpan.Zero),
            passkey.SignCount,
            // What says which kind of device holds it is not kept.
            transports: null,
            passkey.IsUserVerified,
            passkey.IsBackupEligible,
            passkey.IsBackedUp,
            attestationObject: [],
            clientDataJson: []
        )
        {
            Name = passkey.Name,
        };

    private static async Task<IResult> ShowAsync(
        Visit visit,
        Database database,
        UserManager<Editor> editors,
        CancellationToken cancel
    ) => await PageAsync(visit, await MeAsync(visit, database, cancel), editors, new Complaints());

    // The passphrase first: a browser left open must not become somebody else's way in.
    private static async Task<IResult> AskAsync(
        Visit visit,
        Database database,
        UserManager<Editor> editors,
        IPasskeyHandler<Editor> passkeys,
        PasskeyQuestions questions,
        CheckPassphrase check,
        Attempts attempts,
        CancellationToken cancel
    )
    {
        var me = await MeAsync(visit, database, cancel);
        var label = visit.Form[LabelField];
        var words = visit.Words;
        var wrong =
            label.Length == 0 ? words.Passkeys.NoLabel
            : label.Length > LongestLabel ? words.Form.TooLong.With("most", $"{LongestLabel}")
            : (await editors.GetPasskeysAsync(me)).Count >= MostKeys ? words.Passkeys.TooMany
            : !attempts.Take($"own {me.Id}")
            || await check.KeyAsync(me, visit.Form.Raw(Passphrase.Field), cancel) is null
                ? words.Account.OldIsWrong
            : "";
        if (wrong.Length > 0)
        {
            return new ScriptAnswer(wrong, StatusCodes.Status400BadRequest);
        }

        // The device shows this name in its list: the one that was chosen, and not the account's.
        var asked = await passkeys.MakeCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = await editors.GetUserIdAsync(me),
                Name = label,
                DisplayName = label,
            },
            visit.Context
        );
        questions.Keep(visit.Secret, Purpose, asked.AttestationState ?? "", label);
        return new ScriptAnswer(asked.CreationOptionsJson, type: ScriptAnswer.Json);
    }

    private static async Task<IResult> AddAsync(
        Visit visit,
        Database database,
        UserManager<Editor> editors,
        IPasskeyHandler<Editor> passkeys,
        PasskeyQuestions questions,
        CancellationToken cancel
    )
    {
        var me = await MeAsync(visit, database, cancel);
        var question = questions.Take(visit.Secret, Purpose);
        var answer = question is null
            ? null
            : await passkeys.PerformAttestationAsync(
                new PasskeyAttestationContext
                {
                    HttpContext = visit.Context,
                    CredentialJson = visit.Form.Raw(EnterByPasskey.CredentialField),
                    AttestationState = question.State,
                }
            );
        if (answer is not { Succeeded: true })
        {
            var complaints = new Complaints();
            complaints.Add(LabelField, visit.Words.Passkeys.NotMade);
            return await PageAsync(visit, me, editors, complaints);
        }

        var passkey = Dated(answer.Passkey);
        passkey.Name = question!.Label;
        (await editors.AddOrUpdatePasskeyAsync(me, passkey)).MustSucceed();
        return visit.SeeOther(Path, visit.Words.Passkeys.Added.With("name", question.Label));
    }

    private static async Task<IResult> RemoveAsync(
        Visit visit,
        Database database,
        UserManager<Editor> editors,
        CancellationToken cancel
    )
    {
        var me = await MeAsync(visit, database, cancel);
        var named = visit.Form["key"];
        foreach (var passkey in await editors.GetPasskeysAsync(me))
        {
            if (string.Equals(Convert.ToHexString(passkey.CredentialId), named, StringComparison.Ordinal))
            {
                (await editors.RemovePasskeyAsync(me, passkey.CredentialId)).MustSucceed();
            }
        }

        return visit.SeeOther(Path, visit.Words.Passkeys.Removed);
    }

    private static Task<Editor> MeAsync(Visit visit, Database database, CancellationToken cancel) =>
        database.Set<Editor>().SingleAsync(one => one.Id == visit.Editor.Id, cancel);

    private static async Task<DeskPage> PageAsync(
        Visit visit,
        Editor me,
        UserManager<Editor> editors,
        Complaints complaints
    )
    {
        var keys = await editors.GetPasskeysAsync(me);
        return visit
            .Page(
                visit.Words.Passkeys.Title,
                () => new Editors_OwnPasskeys { Model = new(visit, [.. keys], complaints) },
                complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
            )
            .WithScript(EnterByPasskey.Script);
    }

    internal sealed record Model(Visit Visit, IReadOnlyList<UserPasskeyInfo> Keys, Complaints Complaints);
}

using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Storage;
using QRCoder;

namespace Pamphlet.Editors;

/// <summary><c>/desk/account/second-step</c>: an authenticator program, and codes on paper.</summary>
internal static class SetUpSecondStep
{
    private const string SecretField = "secret";

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("account/second-step", ShowAsync).ForEveryEditor().BeforeAnythingElse();
        desk.MapPost("account/second-step", SetUpAsync).ForEveryEditor().BeforeAnythingElse();
        desk.MapPost("account/second-step/remove", RemoveAsync).ForEveryEditor();
    }

    private static async Task<IResult> ShowAsync(Visit visit, Database database, CancellationToken cancel) =>
        await FormAsync(
            visit,
            database,
            await MeAsync(visit, database, cancel),
            RandomNumberGenerator.GetBytes(Totp.SecretLength),
            new Complaints(),
            cancel
        );

    private static async Task<IResult> SetUpAsync(
        Visit visit,
        Database database,
        CheckPassphrase check,
        SecondStep second,
        Attempts attempts,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        var me = await MeAsync(visit, database, cancel);
        if (Totp.FromBase32(visit.Form[SecretField]) is not { } secret)
        {
            return await ShowAsync(visit, database, cancel);
        }

        var complaints = new Complaints();
        var key = attempts.Take($"own {me.Id}")
            ? await check.KeyAsync(me, visit.Form.Raw(Passphrase.Field), cancel)
            : null;
        if (key is null)
        {
            complaints.Add(Passphrase.Field, visit.Words.Account.OldIsWrong);
        }

        var code = string.Concat(visit.Form[SignIn.CodeField].Where(char.IsAsciiDigit));
        if (Totp.StepOf(secret, code, time.GetUtcNow()) is null)
        {
            complaints.Add(SignIn.CodeField, visit.Words.Account.CodeIsWrong);
        }

        if (!complaints.IsEmpty)
        {
            return await FormAsync(visit, database, me, secret, complaints, cancel);
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancel);
        var codes = await second.SetUpAsync(me, key!, secret);
        await transaction.CommitAsync(cancel);
        return visit.Page(visit.Words.Account.PaperCodesTitle, () => new Editors_PaperCodes { Model = (visit, codes) });
    }

    private static async Task<IResult> RemoveAsync(
        Visit visit,
        Database database,
        CheckPassphrase check,
        SecondStep second,
        Attempts attempts,
        CancellationToken cancel
    )
    {
        var me = await MeAsync(visit, database, cancel);
        if (await SecondStepForAll.IsAskedAsync(database, visit.Paper.Id, cancel))
        {
            return visit.SeeOther(SecondStepForAll.Path, visit.Words.Account.SecondIsAsked);
        }

        var key = attempts.Take($"own {me.Id}")
            ? await check.KeyAsync(me, visit.Form.Raw(Passphrase.Field), cancel)
            : null;
        if (key is null)
        {
            return visit.SeeOther(SecondStepForAll.Path, visit.Words.Account.OldIsWrong);
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancel);
        await second.TakeAwayAsync(me);
        await transaction.CommitAsync(cancel);
        return visit.SeeOther("/desk/account", visit.Words.Account.SecondIsOff);
    }

    private static Task<Editor> MeAsync(Visit visit, Database database, CancellationToken cancel) =>
        database.Set<Editor>().SingleAsync(one => one.Id == visit.Editor.Id, cancel);

    private static async Task<DeskPage> FormAsync(
        Visit visit,
        Database database,
        Editor me,
        byte[] secret,
        Complaints complaints,
        CancellationToken cancel
    )
    {
        var isAsked = await SecondStepForAll.IsAskedAsync(database, visit.Paper.Id, cancel);
        var typed = Totp.ToBase32(secret);
        using var dots = QRCodeGenerator.GenerateQrCode(
            Totp.Address(visit.Paper.Name, me.Name, typed),
            QRCodeGenerator.ECCLevel.M
        );
        using var drawing = new SvgQRCode(dots);
        // A picture within the page: what it holds must not be an address that a cache or a log could keep.
        var picture = drawing.GetGraphic(
            new System.Drawing.Size(240, 240),
            "#000",
            "#fff",
            sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute
        );
        return visit.Page(
            visit.Words.Account.SecondTitle,
            () =>
                new Editors_SecondStep { Model = new(visit, me.TwoFactorEnabled, isAsked, typed, picture, complaints) },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );
    }

    /// <param name="IsAsked">Of everybody, by the collective.</param>
    internal sealed record Model(
        Visit Visit,
        bool IsOn,
        bool IsAsked,
        string Secret,
        string Picture,
        Complaints Complaints
    );
}

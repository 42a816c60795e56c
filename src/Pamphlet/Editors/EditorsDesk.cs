using Microsoft.AspNetCore.Identity;
using Pamphlet.Desk;
using Pamphlet.Storage;

namespace Pamphlet.Editors;

/// <summary>The pages of this room, and its parts.</summary>
internal static class EditorsDesk
{
    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("", HomeAsync).ForEveryEditor().InMenu(0, words => words.Home.Title);
        FoundCollective.Map(desk);
        SignIn.Map(desk);
        EnterByPasskey.Map(desk);
        SignOut.Map(desk);
        JoinDesk.Map(desk);
        People.Map(desk);
        Together.Map(desk);
        SecondStepForAll.Map(desk);
        OwnAccount.Map(desk);
    }

    public static void Furnish(IServiceCollection services)
    {
        services.AddSingleton<IPasswordHasher<Editor>, PassphraseHash>();
        services
            .AddIdentityCore<Editor>(identity =>
            {
                identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                // Names are people's, in any script; what passphrases must be is ours (Passphrase).
                identity.User.AllowedUserNameCharacters = "";
                identity.Password = new PasswordOptions
                {
                    RequiredLength = Passphrase.Shortest,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                };
            })
            .AddUserStore<EditorStore>();
        // A device that asks who holds it is both steps in one; that it exists is all that we want to know of it.
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.AttestationConveyancePreference = "none";
            passkeys.AuthenticatorTimeout = PasskeyQuestions.Life;
            passkeys.ValidateOrigin = IsOurs;
        });
        services.AddScoped<IPasskeyHandler<Editor>, PasskeyHandler<Editor>>();
        services.AddSingleton<PasskeyQuestions>();
        services.AddSingleton<Attempts>();
        services.AddSingleton<KnownBrowsers>();
        services.AddSingleton<SessionPauses>();
        services.AddSingleton<UsedCodes>();
        services.AddSingleton<CheckPassphrase>();
        services.AddSingleton(Together.Number);
        services.AddSingleton(SecondStepForAll.Kind);
        services.AddSingleton(ChangeEditor.Acts);
        services.AddSingleton(ChangeEditor.Removal);
        services.AddSingleton(ChangeEditor.WayIn);
        services.AddScoped<DecideTogether>();
        services.AddScoped<SecondStep>();
        services.AddScoped<ConfirmEditor>();
        services.AddScoped<SessionStore>();
        services.AddScoped<OpenSession>();
        services.AddScoped<RecogniseVisitor>(inner => inner.GetRequiredService<SessionStore>().RecogniseAsync);
    }

    /// <summary>Where each of the acts is done; the first page links there.</summary>
    public static string PlaceOf(Act act) =>
        act switch
        {
            Act.Write => "/desk/texts#begin",
            Act.Edit => "/desk/texts",
            Act.Moderate => "/desk/comments",
            Act.Correspond => "/desk/letters",
            Act.KeepKeys => "/desk/letter-keys",
            Act.Settle => "/desk/settings",
            Act.Invite => "/desk/people",
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };

    // What the device's browser saw, against what was asked for: a browser that tells nobody where it comes from sends no origin of
    // its own with a form.
    private static ValueTask<bool> IsOurs(PasskeyOriginValidationContext seen) =>
        ValueTask.FromResult(
            !seen.CrossOrigin
                && Uri.TryCreate(seen.Origin, UriKind.Absolute, out var origin)
                && string.Equals(
                    origin.Authority,
                    seen.HttpContext.Request.Host.Value,
                    StringComparison.OrdinalIgnoreCase
                )
        );

    private static async Task<IResult> HomeAsync(
        Visit visit,
        Database database,
        DeskMenu menu,
        DecideTogether together,
        CancellationToken cancel
    )
    {
        var things = await menu.WaitingAsync(visit, database, cancel);
        var acts = await together.WaitingAsync(visit, cancel);
        return visit.Page(visit.Words.Home.Title, () => new Editors_Home { Model = (visit, things, acts) });
    }
}

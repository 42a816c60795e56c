using Microsoft.AspNetCore.Identity;
using Pamphlet.Desk;

namespace Pamphlet.Editors;

/// <summary>The pages of this room, and its parts.</summary>
internal static class EditorsDesk
{
    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("", Home).ForEveryEditor().InMenu(0, words => words.Home.Title);
        FoundCollective.Map(desk);
        SignIn.Map(desk);
        SignOut.Map(desk);
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
        services.AddSingleton<Attempts>();
        services.AddSingleton<KnownBrowsers>();
        services.AddSingleton<SessionPauses>();
        services.AddScoped<SessionStore>();
        services.AddScoped<OpenSession>();
        services.AddScoped<RecogniseVisitor>(inner => inner.GetRequiredService<SessionStore>().RecogniseAsync);
    }

    private static DeskPage Home(Visit visit) =>
        visit.Page(visit.Words.Home.Title, () => new Editors_Home { Model = visit });
}

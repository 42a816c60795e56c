using Pamphlet.Desk;

namespace Pamphlet.Letters.Keys;

/// <summary><c>/desk/letters/keys</c>: making, publishing, backing up and destroying the keys of letters.</summary>
internal static class KeysDesk
{
    public const string Path = "/desk/letters/keys";

    private const int PlaceInMenu = 52;

    public static void Furnish(IServiceCollection services)
    {
        services.AddSingleton<CheckRing>();
        services.AddSingleton(DestroyKeys.Past);
        services.AddSingleton(DestroyKeys.All);
        services.AddSingleton(RemoveCorrespondent.Removal);
    }

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("letters/keys", ShowKeys.ShowAsync)
            .Requires(Act.KeepKeys)
            .InMenu(PlaceInMenu, words => words.LetterKeys.Menu);
        desk.MapPost("letters/keys/make", MakeKeys.MakeAsync).Requires(Act.KeepKeys);
        desk.MapPost("letters/keys/ahead", PublishAhead.TakeAsync).Requires(Act.KeepKeys);
        desk.MapPost("letters/keys/publish", PublishList.TakeAsync).Requires(Act.KeepKeys).TakesUpTo(300 * 1024);
        desk.MapPost("letters/keys/paper", ShowPaper.ShowAsync).Requires(Act.KeepKeys);
        desk.MapPost("letters/keys/let", LetCorrespondent.LetAsync).Requires(Act.KeepKeys);
        desk.MapPost("letters/keys/remove", RemoveCorrespondent.AskAsync).Requires(Act.KeepKeys);
        desk.MapPost("letters/keys/destroy", DestroyKeys.AskAsync).Requires(Act.KeepKeys);
    }
}

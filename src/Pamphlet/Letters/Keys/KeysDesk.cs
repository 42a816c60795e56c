using Pamphlet.Desk;

namespace Pamphlet.Letters.Keys;

/// <summary><c>/desk/letter-keys</c>: making, publishing, backing up and destroying the keys of letters.</summary>
internal static class KeysDesk
{
    public const string Path = "/desk/letter-keys";

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
        desk.MapGet("letter-keys", ShowKeys.ShowAsync)
            .Requires(Act.KeepKeys)
            .InMenu(PlaceInMenu, words => words.LetterKeys.Menu)
            .TellsWhatWaits(ShowKeys.WaitingAsync);
        desk.MapPost("letter-keys/make", MakeKeys.MakeAsync).Requires(Act.KeepKeys);
        desk.MapPost("letter-keys/ahead", PublishAhead.TakeAsync).Requires(Act.KeepKeys);
        desk.MapPost("letter-keys/publish", PublishList.TakeAsync).Requires(Act.KeepKeys).TakesUpTo(300 * 1024);
        desk.MapPost("letter-keys/paper", ShowPaper.ShowAsync).Requires(Act.KeepKeys);
        desk.MapPost("letter-keys/let", LetCorrespondent.LetAsync).Requires(Act.KeepKeys);
        desk.MapPost("letter-keys/remove", RemoveCorrespondent.AskAsync).Requires(Act.KeepKeys);
        desk.MapPost("letter-keys/destroy", DestroyKeys.AskAsync).Requires(Act.KeepKeys);
    }
}

using Pamphlet.Desk;
using Pamphlet.Letters.Between;
using Pamphlet.Letters.Keys;

namespace Pamphlet.Letters.Corresponding;

/// <summary>What correspondents reach of this room.</summary>
internal static class LettersDesk
{
    public const string Path = "/desk/letters";

    private const int PlaceInMenu = 50;

    // An answer, a note, and what the tags of a form take.
    private const int LargestForm = 512 * 1024;

    public static void Furnish(IServiceCollection desk, IServiceProvider house)
    {
        if (house.GetService<PostOffice>() is { } office)
        {
            desk.AddSingleton(office);
            desk.AddSingleton<UnlockedKeys>();
            desk.AddScoped<OpenMail>();
            KeysDesk.Furnish(desk);
        }
    }

    public static void Map(RouteGroupBuilder desk)
    {
        if (((IEndpointRouteBuilder)desk).ServiceProvider.GetService<PostOffice>() is null)
        {
            return;
        }

        desk.MapGet("letters", ShowMail.ShowAsync)
            .Requires(Act.Correspond)
            .InMenu(PlaceInMenu, words => words.Letters.Menu);
        desk.MapPost("letters/unlock", Unlock.OpenAsync).Requires(Act.Correspond).TakesUpTo(LargestForm);
        desk.MapPost("letters/lock", Unlock.Lock).Requires(Act.Correspond);
        desk.MapGet("letters/from/{thread}", ReadThread.ShowAsync).Requires(Act.Correspond);
        desk.MapPost("letters/from/{thread}", WorkOnThread.TakeAsync).Requires(Act.Correspond).TakesUpTo(LargestForm);
        desk.MapPost("letters/from/{thread}/quote", QuoteLetter.BeginAsync).Requires(Act.Correspond);
        desk.MapGet("letters/from/{thread}/{letter}/{number:int}", OpenFile.WarnAsync).Requires(Act.Correspond);
        desk.MapPost("letters/from/{thread}/{letter}/{number:int}", OpenFile.SendAsync).Requires(Act.Correspond);
        desk.MapGet("letters/papers", MeetPaper.ShowAsync).Requires(Act.Correspond);
        desk.MapPost("letters/papers", MeetPaper.AskAsync).Requires(Act.Correspond);
        desk.MapPost("letters/papers/decide", DecidePaper.TakeAsync).Requires(Act.Correspond);
        KeysDesk.Map(desk);
    }

    public static string At(string thread) => $"{Path}/from/{thread}";
}

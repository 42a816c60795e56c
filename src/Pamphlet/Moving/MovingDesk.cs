using Pamphlet.Copies;
using Pamphlet.Desk;

namespace Pamphlet.Moving;

/// <summary>The pages of this room, for a paper that has a folder of its own.</summary>
internal static class MovingDesk
{
    /// <summary>Notes that a page shows; the command line prints all.</summary>
    public const int MostNotes = 500;

    // A paper of many hands has many names to map.
    private const int LargestNames = 512 * 1024;

    // What moves in is published, under whatever names it brings.
    private static readonly Act[] MovesIn = [Act.Edit];

    // Everybody's drafts are in it, and comments that wait.
    private static readonly Act[] TakesAway = [Act.Edit, Act.Moderate];

    public static void Furnish(IServiceCollection desk, IServiceProvider house)
    {
        if (house.GetService<CopyShelf>() is { } copies)
        {
            desk.AddSingleton(new MovingFolder(copies.DataFolder));
            desk.AddSingleton<MovingIn>();
        }
    }

    public static void Map(RouteGroupBuilder desk)
    {
        if (((IEndpointRouteBuilder)desk).ServiceProvider.GetService<MovingFolder>() is null)
        {
            return;
        }

        desk.MapGet("moving", ShowMove.Show).Requires(Act.Settle, MovesIn).InMenu(62, words => words.Moving.Title);
        desk.MapPost("moving", TakeExport.TakeAsync).Requires(Act.Settle, MovesIn).TakesAFileUpTo(MovingFolder.Largest);
        desk.MapPost("moving/look", LookAgain.Look).Requires(Act.Settle, MovesIn);
        desk.MapGet("moving/names", NameAuthors.ShowAsync).Requires(Act.Settle, MovesIn);
        desk.MapPost("moving/names", NameAuthors.Save).Requires(Act.Settle, MovesIn).TakesUpTo(LargestNames);
        desk.MapPost("moving/begin", BeginMove.Begin).Requires(Act.Settle, MovesIn);
        desk.MapPost("moving/stop", BeginMove.StopAsync).Requires(Act.Settle, MovesIn);
        desk.MapGet("take-away", TakeAway.Show).Requires(Act.Settle, TakesAway);
        desk.MapPost("take-away", TakeAway.SendAsync).Requires(Act.Settle, TakesAway);
        // A backup holds the paper's keys: whoever opens it can sign in the paper's name.
        desk.MapGet("backup", MakeBackup.ShowAsync).Requires(Act.KeepKeys).InMenu(64, words => words.Moving.Backup);
        desk.MapPost("backup", MakeBackup.SendAsync).Requires(Act.KeepKeys);
    }

    /// <summary>The parts of this room that an editor may open.</summary>
    public static IEnumerable<(string Address, string Title, bool IsHere)> Parts(Visit visit, string here)
    {
        var words = visit.Words.Moving;
        var acts = visit.Editor.Acts;
        if (acts.Has(Act.Settle) && MovesIn.All(acts.Has))
        {
            yield return Part("moving", words.Title);
        }

        if (acts.Has(Act.Settle) && TakesAway.All(acts.Has))
        {
            yield return Part("take-away", words.TakeAway);
        }

        if (acts.Has(Act.KeepKeys))
        {
            yield return Part("backup", words.Backup);
        }

        (string, string, bool) Part(string path, string title) =>
            ($"/desk/{path}", title, string.Equals(path, here, StringComparison.Ordinal));
    }
}

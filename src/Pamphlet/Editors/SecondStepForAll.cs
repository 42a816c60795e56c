using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Editors;

/// <summary>The collective asks a second step of everybody: who has none is led to set one up before anything else.</summary>
internal static class SecondStepForAll
{
    /// <summary>Where it is set up.</summary>
    public const string Path = "/desk/account/second-step";

    public const string WishField = "wish";
    public const string Asked = "asked";
    public const string NotAsked = "not asked";

    public static GraveKind Kind { get; } = new("second step of all", DescribeAsync, CarryOutAsync);

    public static void Map(RouteGroupBuilder desk) => desk.MapPost("together/second-step", AskAsync).ForEveryEditor();

    public static Task<bool> IsAskedAsync(
        Database database,
        PublicationId paper,
        CancellationToken cancellationToken
    ) => database.Set<Agreement>().AnyAsync(one => one.PublicationId == paper && one.AsksSecondStep, cancellationToken);

    // The wish itself, and no switch: a page that was opened before others decided must not undo it.
    private static async Task<IResult> AskAsync(Visit visit, DecideTogether together, CancellationToken cancel)
    {
        var wish = visit.Form[WishField];
        if (wish is not (Asked or NotAsked))
        {
            return visit.SeeOther("/desk/together");
        }

        var isDone = await together.AskAsync(visit, Kind, wish, cancel);
        return visit.SeeOther("/desk/together", visit.Words.Together.Said(isDone));
    }

    private static Task<string?> DescribeAsync(GraveSubject subject, CancellationToken cancel) =>
        Task.FromResult<string?>(
            IsWish(subject) ? subject.Words.Together.SecondStepAsk : subject.Words.Together.SecondStepStop
        );

    private static async Task CarryOutAsync(GraveSubject subject, IServiceProvider services, CancellationToken cancel)
    {
        var settled = await subject.Database.FindAsync<Agreement>([subject.Paper], cancel);
        if (settled is null)
        {
            settled = new Agreement { PublicationId = subject.Paper, Voices = Agreement.Usual };
            subject.Database.Add(settled);
        }

        settled.AsksSecondStep = IsWish(subject);
    }

    private static bool IsWish(GraveSubject subject) => string.Equals(subject.Text, Asked, StringComparison.Ordinal);
}

using System.Globalization;
using Pamphlet.Desk;
using Pamphlet.Storage;

namespace Pamphlet.Editors;

/// <summary><c>/desk/together</c>: what waits for others to agree, and how many it takes.</summary>
internal static class Together
{
    private const string NumberField = "voices";

    /// <summary>The kind of act that changes the number itself.</summary>
    public static GraveKind Number { get; } = new("number of voices", DescribeAsync, CarryOutAsync);

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("together", ShowAsync).ForEveryEditor().InMenu(80, words => words.Together.Title);
        desk.MapPost("together/number", AskNumberAsync).ForEveryEditor();
        desk.MapPost("together/{id:long}/agree", AgreeAsync).ForEveryEditor();
        desk.MapPost("together/{id:long}/withdraw", WithdrawAsync).ForEveryEditor();
    }

    private static async Task<IResult> ShowAsync(
        Visit visit,
        Database database,
        DecideTogether together,
        CancellationToken cancel
    )
    {
        var model = new Model(
            visit,
            await together.WaitingAsync(visit, cancel),
            await together.SettledAsync(visit.Paper.Id, cancel),
            await together.NeededAsync(visit.Paper.Id, cancel),
            (await together.WithVoiceAsync(visit.Paper.Id, cancel)).Contains(visit.Editor.Id),
            await SecondStepForAll.IsAskedAsync(database, visit.Paper.Id, cancel)
        );
        return visit.Page(visit.Words.Together.Title, () => new Editors_Together { Model = model });
    }

    private static async Task<IResult> AskNumberAsync(Visit visit, DecideTogether together, CancellationToken cancel)
    {
        if (Parse(visit.Form[NumberField]) is not { } number)
        {
            return visit.SeeOther("/desk/together", visit.Words.Together.NoNumber);
        }

        var isDone = await together.AskAsync(visit, Number, number.ToString(CultureInfo.InvariantCulture), cancel);
        return visit.SeeOther("/desk/together", visit.Words.Together.Said(isDone));
    }

    private static async Task<IResult> AgreeAsync(
        long id,
        Visit visit,
        DecideTogether together,
        CancellationToken cancel
    ) =>
        await together.AgreeAsync(new GraveActId(id), visit, cancel) is { } isDone
            ? visit.SeeOther("/desk/together", visit.Words.Together.Said(isDone))
            : Trouble.NotFound(visit);

    private static async Task<IResult> WithdrawAsync(
        long id,
        Visit visit,
        DecideTogether together,
        CancellationToken cancel
    )
    {
        await together.WithdrawAsync(new GraveActId(id), visit, cancel);
        return visit.SeeOther("/desk/together", visit.Words.Together.Withdrawn);
    }

    private static int? Parse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is >= 1 and <= Agreement.Most
            ? number
            : null;

    private static Task<string?> DescribeAsync(GraveSubject subject, CancellationToken cancel) =>
        Task.FromResult<string?>(subject.Words.Together.ChangeNumber.With("number", subject.Text));

    private static async Task CarryOutAsync(GraveSubject subject, IServiceProvider services, CancellationToken cancel)
    {
        var settled = await subject.Database.FindAsync<Agreement>([subject.Paper], cancel);
        if (settled is null)
        {
            subject.Database.Add(settled = new Agreement { PublicationId = subject.Paper, Voices = 0 });
        }

        settled.Voices = Parse(subject.Text) ?? Agreement.Usual;
    }

    internal sealed record Model(
        Visit Visit,
        IReadOnlyList<WaitingAct> Waiting,
        int Settled,
        int Needed,
        bool HasVoice,
        bool AsksSecondStep
    );
}

using Pamphlet.Desk;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Settings;

/// <summary><c>/desk/settings/mentions</c>: whether the paper hears other sites, tells them, and tells a hub.</summary>
internal static class SettleMentions
{
    public const int LongestHub = 500;

    public static DeskPage Show(Visit visit) =>
        Form(
            visit,
            new Answers(visit.Paper.TakesMentions, visit.Paper.SendsMentionsSince is not null, visit.Paper.Hub),
            new Complaints()
        );

    public static async Task<IResult> SaveAsync(
        Visit visit,
        Database database,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        var form = visit.Form;
        var answers = new Answers(form.Has("takes"), form.Has("sends"), form["hub"]);
        var complaints = new Complaints();
        if (answers.Hub.Length > 0 && !IsHub(answers.Hub))
        {
            complaints.Add("hub", visit.Words.Settings.Mentions.HubWrong);
            return Form(visit, answers, complaints);
        }

        var paper = visit.Paper;
        // Each text's page says where mentions are taken; the hub stands in feeds alone.
        var kind = paper.TakesMentions == answers.Takes ? ChangeKind.Look : ChangeKind.Paper;
        paper.TakesMentions = answers.Takes;
        paper.SendsMentionsSince = answers.Sends
            ? paper.SendsMentionsSince ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)
            : null;
        paper.Hub = answers.Hub;
        database.Add(new Change { PublicationId = paper.Id, Kind = kind });
        await database.SaveChangesAsync(cancel);
        return visit.SeeOther("/desk/settings/mentions", visit.Words.Settings.Saved);
    }

    private static bool IsHub(string typed) =>
        typed.Length <= LongestHub
        && typed.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        && OutsideAddress.TryParseWeb(typed, out _, out _);

    private static DeskPage Form(Visit visit, Answers answers, Complaints complaints) =>
        visit.Page(
            visit.Words.Settings.Parts.Mentions,
            () => new Settings_SettleMentions { Model = new(visit, answers, complaints) },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );

    internal sealed record Answers(bool Takes, bool Sends, string Hub);

    internal sealed record Model(Visit Visit, Answers Answers, Complaints Complaints);
}

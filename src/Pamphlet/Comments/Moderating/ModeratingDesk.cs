using Pamphlet.Desk;

namespace Pamphlet.Comments.Moderating;

/// <summary>What editors reach of this room.</summary>
internal static class ModeratingDesk
{
    private const int PlaceInMenu = 40;

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("comments", ShowQueue.ShowAsync)
            .Requires(Act.Moderate)
            .InMenu(PlaceInMenu, words => words.Moderating.Menu)
            .TellsWhatWaits(
                async (visit, database, cancel) =>
                    [
                        new WaitingThing(
                            "/desk/comments",
                            visit.Words.Moderating.Title,
                            await new Queue(database, visit.Paper.Id).CountAsync(cancel)
                        ),
                    ]
            );
        desk.MapPost("comments", TakeDecision.TakeAsync).Requires(Act.Moderate);
        desk.MapGet("comments/decided", ShowDecided.ShowAsync).Requires(Act.Moderate);
        desk.MapGet("comments/settings", SettleDiscussion.ShowAsync).Requires(Act.Moderate);
        desk.MapPost("comments/settings", SettleDiscussion.TakeAsync).Requires(Act.Moderate);
        desk.MapGet("comments/text/{id}", SettleText.ShowAsync).Requires(Act.Moderate);
        desk.MapPost("comments/text/{id}", SettleText.TakeAsync).Requires(Act.Moderate);
        desk.MapGet("comments/requests", PlanRequests.ShowAsync).Requires(Act.Moderate);
        desk.MapPost("comments/requests/{id}", PlanRequests.TakeAsync).Requires(Act.Moderate);
        desk.MapGet("comments/answer/{id}", AnswerAsPaper.ShowAsync).Requires(Act.Moderate);
        desk.MapPost("comments/answer/{id}", AnswerAsPaper.TakeAsync).Requires(Act.Moderate);
    }
}

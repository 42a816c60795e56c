using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Storage;

namespace Pamphlet.Editors;

/// <summary><c>POST /desk/people/invite</c>: a one-time link for somebody new, who may do no more than who invites them.</summary>
internal static class InviteEditor
{
    public const string ActsField = "acts";

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapPost("people/invite", InviteAsync).Requires(Act.Invite);
        desk.MapPost("people/invite/withdraw", WithdrawAsync).Requires(Act.Invite);
    }

    /// <summary>The acts that were ticked, and of these only those that the visitor may give.</summary>
    public static Acts Ticked(Visit visit) =>
        Acts.Of([.. Acts.Parse(string.Join(',', visit.Form.All(ActsField))).Each.Where(visit.Editor.Acts.Has)]);

    private static async Task<IResult> InviteAsync(
        Visit visit,
        Database database,
        DecideTogether together,
        CancellationToken cancel
    )
    {
        var acts = Ticked(visit);
        var token = Invitation.Add(database, visit.Paper.Id, acts, editor: null, together.Today);
        await database.SaveChangesAsync(cancel);
        return ShowLink(visit, token, visit.Words.People.InvitationReady);
    }

    private static async Task<IResult> WithdrawAsync(Visit visit, Database database, CancellationToken cancel)
    {
        await database
            .Set<Invitation>()
            .Where(one => one.PublicationId == visit.Paper.Id && one.EditorId == null)
            .ExecuteDeleteAsync(cancel);
        return visit.SeeOther("/desk/people", visit.Words.People.InvitationsWithdrawn);
    }

    /// <summary>Shown on this page and never again.</summary>
    public static DeskPage ShowLink(Visit visit, string token, string said)
    {
        var request = visit.Context.Request;
        var scheme = DeskCookie.IsSecure(visit.Context) ? "https" : "http";
        var link = $"{scheme}://{request.Host}/desk/join/{token}";
        return visit.Page(said, () => new Editors_OneTimeLink { Model = (visit, link) });
    }
}

using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Storage;
using Pamphlet.Writing.Publishing;
using Pamphlet.Writing.Texts;

namespace Pamphlet.Writing.Pages;

/// <summary><c>/desk/texts/ID/withdraw</c>.</summary>
internal static class WithdrawPage
{
    private const int Longest = 1000;

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("texts/{id}/withdraw", ShowAsync).Requires(Act.Edit);
        desk.MapPost("texts/{id}/withdraw", WithdrawAsync).Requires(Act.Edit);
    }

    private static async Task<IResult> ShowAsync(Visit visit, string id, Database database, CancellationToken cancel) =>
        await TextFrame.FindAsync(visit, database, id, cancel) is { Post.State: PostState.Published } frame
            ? Page(frame, "", new Complaints())
            : Trouble.NotFound(visit);

    private static async Task<IResult> WithdrawAsync(
        Visit visit,
        string id,
        Database database,
        CancellationToken cancel
    )
    {
        if (await TextFrame.FindAsync(visit, database, id, cancel) is not { Post.State: PostState.Published } frame)
        {
            return Trouble.NotFound(visit);
        }

        var because = visit.Form.Text("because").Trim();
        if (because.Length is 0 or > Longest)
        {
            var complaints = new Complaints();
            complaints.Add(
                "because",
                because.Length == 0 ? visit.Words.Form.Missing : visit.Words.Form.TooLong.With("most", $"{Longest}")
            );
            return Page(frame, because, complaints);
        }

        await WithdrawText.RunAsync(database, visit.Paper.Id, frame.Post.Id, because, cancel);
        return visit.SeeOther(TextAddress.Of(frame.Post.Id), visit.Words.Writing.Withdraw.Done);
    }

    private static DeskPage Page(TextFrame frame, string because, Complaints complaints) =>
        frame.Visit.Page(
            frame.Title,
            () => new Writing_Withdraw { Model = new Model(frame, because, complaints) },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );

    internal sealed record Model(TextFrame Frame, string Because, Complaints Complaints);
}

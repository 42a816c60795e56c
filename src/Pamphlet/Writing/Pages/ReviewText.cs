using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Storage;
using Pamphlet.Writing.Publishing;
using Pamphlet.Writing.Reviewing;
using Pamphlet.Writing.Texts;

namespace Pamphlet.Writing.Pages;

/// <summary><c>/desk/texts/ID/review</c>: one more person reads it before readers do.</summary>
internal static class ReviewText
{
    private const int LongestRemark = 4000;

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("texts/{id}/review", ShowAsync).Requires(Act.Write);
        desk.MapPost("texts/{id}/review", ActAsync).Requires(Act.Write);
        desk.MapPost("texts/{id}/remarks", RemarkAsync).Requires(Act.Write);
        desk.MapPost("texts/{id}/remarks/{number:int}", SettleAsync).Requires(Act.Write);
        desk.MapPost("texts/{id}/second-person", HabitAsync).Requires(Act.Settle);
    }

    private static async Task<IResult> ShowAsync(Visit visit, string id, Database database, CancellationToken cancel) =>
        await TextFrame.FindAsync(visit, database, id, cancel) is { IsDraft: true } frame
            ? await PageAsync(frame, database, "", "", new Complaints(), cancel)
            : Trouble.NotFound(visit);

    private static async Task<IResult> ActAsync(
        Visit visit,
        string id,
        Database database,
        Hands hands,
        CancellationToken cancel
    )
    {
        if (await TextFrame.FindAsync(visit, database, id, cancel) is not { IsDraft: true } frame)
        {
            return Trouble.NotFound(visit);
        }

        var (words, post) = (visit.Words.Writing.Review, frame.Post.Id);
        if (visit.Form.Has("approve"))
        {
            var given = hands.Approve(post, visit.Editor.Id);
            if (given == Approval.Given)
            {
                await StageAsync(frame, Stage.Approved, database, cancel);
            }

            return visit.SeeOther(
                TextAddress.Of(post, "review"),
                given switch
                {
                    Approval.Given => words.Approved,
                    Approval.OwnText => words.OwnText,
                    _ => words.OneMore,
                }
            );
        }

        var isReady = visit.Form.Has("ready");
        await StageAsync(frame, isReady ? Stage.Ready : Stage.Written, database, cancel);
        return visit.SeeOther(TextAddress.Of(post, "review"), isReady ? words.IsReady : words.IsBack);
    }

    private static async Task<IResult> RemarkAsync(Visit visit, string id, Database database, CancellationToken cancel)
    {
        if (await TextFrame.FindAsync(visit, database, id, cancel) is not { IsDraft: true } frame)
        {
            return Trouble.Page(visit, StatusCodes.Status404NotFound, visit.Words.Trouble.NotFound, visit.Form);
        }

        var (passage, words, complaints) = (
            visit.Form.Text("passage").Trim(),
            visit.Form.Text("remark").Trim(),
            new Complaints()
        );
        if (words.Length is 0 or > LongestRemark)
        {
            complaints.Add(
                "remark",
                words.Length == 0 ? visit.Words.Form.Missing : visit.Words.Form.TooLong.With("most", $"{LongestRemark}")
            );
            return await PageAsync(frame, database, passage, words, complaints, cancel);
        }

        var (paper, post) = (visit.Paper.Id, frame.Post.Id);
        var last = await Remarks(database, frame).MaxAsync(remark => (int?)remark.Number, cancel);
        database.Add(
            new Remark
            {
                PublicationId = paper,
                PostId = post,
                Number = (last ?? 0) + 1,
                Passage = passage,
                Words = words,
                Signed = visit.Form["signed"],
            }
        );
        await database.SaveChangesAsync(cancel);
        return visit.SeeOther(TextAddress.Of(post, "review"));
    }

    private static async Task<IResult> SettleAsync(
        Visit visit,
        string id,
        int number,
        Database database,
        CancellationToken cancel
    )
    {
        if (await TextFrame.FindAsync(visit, database, id, cancel) is not { IsDraft: true } frame)
        {
            return Trouble.NotFound(visit);
        }

        await Remarks(database, frame).Where(remark => remark.Number == number).ExecuteDeleteAsync(cancel);
        return visit.SeeOther(TextAddress.Of(frame.Post.Id, "review"));
    }

    private static async Task<IResult> HabitAsync(Visit visit, string id, Database database, CancellationToken cancel)
    {
        var habits = await HabitsAsync(database, visit, cancel);
        if (habits is null)
        {
            habits = new WritingHabits { PublicationId = visit.Paper.Id };
            database.Add(habits);
        }

        habits.AsksSecondPerson = visit.Form.Has("second");
        await database.SaveChangesAsync(cancel);
        return TextAddress.Read(id) is { } post
            ? visit.SeeOther(TextAddress.Of(post, "review"), visit.Words.Writing.Review.Settled)
            : Trouble.NotFound(visit);
    }

    private static async Task StageAsync(TextFrame frame, Stage stage, Database database, CancellationToken cancel)
    {
        var (paper, post) = (frame.Visit.Paper.Id, frame.Post.Id);
        var changed = await database
            .Set<DeskText>()
            .Where(text => text.PublicationId == paper && text.PostId == post)
            .ExecuteUpdateAsync(set => set.SetProperty(text => text.Stage, stage), cancel);
        if (changed == 0)
        {
            database.Add(
                new DeskText
                {
                    PublicationId = paper,
                    PostId = post,
                    Stage = stage,
                }
            );
            await database.SaveChangesAsync(cancel);
        }
    }

    private static IQueryable<Remark> Remarks(Database database, TextFrame frame)
    {
        var (paper, post) = (frame.Visit.Paper.Id, frame.Post.Id);
        return database.Set<Remark>().Where(remark => remark.PublicationId == paper && remark.PostId == post);
    }

    private static Task<WritingHabits?> HabitsAsync(Database database, Visit visit, CancellationToken cancel) =>
        database.Set<WritingHabits>().FirstOrDefaultAsync(habits => habits.PublicationId == visit.Paper.Id, cancel);

    private static async Task<DeskPage> PageAsync(
        TextFrame frame,
        Database database,
        string passage,
        string words,
        Complaints complaints,
        CancellationToken cancel
    )
    {
        var remarks = await Remarks(database, frame)
            .AsNoTracking()
            .OrderBy(remark => remark.Number)
            .ToListAsync(cancel);
        var habits = await HabitsAsync(database, frame.Visit, cancel);
        return frame.Visit.Page(
            frame.Title,
            () =>
                new Writing_Review
                {
                    Model = new Model(frame, remarks, habits?.AsksSecondPerson == true, passage, words, complaints),
                },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );
    }

    internal sealed record Model(
        TextFrame Frame,
        IReadOnlyList<Remark> Remarks,
        bool AsksSecondPerson,
        string Passage,
        string Words,
        Complaints Complaints
    );
}

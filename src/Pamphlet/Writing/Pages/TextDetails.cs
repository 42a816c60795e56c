using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Rendering;
using Pamphlet.Storage;
using Pamphlet.Writing.Names;

namespace Pamphlet.Writing.Pages;

/// <summary><c>/desk/texts/ID/details</c>: names, subjects, series, language, versions, address.</summary>
internal static class TextDetails
{
    /// <summary>How many names a text may have.</summary>
    public const int MostNames = 6;

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("texts/{id}/details", ShowAsync).Requires(Act.Write);
        desk.MapPost("texts/{id}/details", SaveAsync).Requires(Act.Write);
    }

    private static async Task<IResult> ShowAsync(Visit visit, string id, Database database, CancellationToken cancel) =>
        await TextFrame.FindAsync(visit, database, id, cancel) is { IsDraft: true } frame
            ? await PageAsync(
                frame,
                database,
                await SentDetails.OfAsync(frame, database, cancel),
                new Complaints(),
                cancel
            )
            : Trouble.NotFound(visit);

    private static async Task<IResult> SaveAsync(Visit visit, string id, Database database, CancellationToken cancel)
    {
        if (await TextFrame.FindAsync(visit, database, id, cancel) is not { } frame)
        {
            return Trouble.NotFound(visit);
        }

        var sent = SentDetails.Of(visit.Form);
        if (frame.IsCorrection)
        {
            sent = sent with { CommentsOpen = frame.Post.CommentsOpen };
        }

        if (!frame.IsDraft)
        {
            var late = new Complaints();
            late.Add("name-1", visit.Words.Writing.Details.DraftOnly);
            return await PageAsync(frame, database, sent, late, cancel);
        }

        var complaints = await new SaveDetails(database, visit).RunAsync(frame.Post.Id, sent, cancel);
        return complaints.IsEmpty
            ? visit.SeeOther(Texts.TextAddress.Of(frame.Post.Id, "details"), visit.Words.Writing.Details.Saved)
            : await PageAsync(frame, database, sent, complaints, cancel);
    }

    private static async Task<DeskPage> PageAsync(
        TextFrame frame,
        Database database,
        SentDetails sent,
        Complaints complaints,
        CancellationToken cancel
    )
    {
        var paper = frame.Visit.Paper.Id;
        var names = await new PenNames(database, paper).AllAsync(cancel);
        var store = new PostStore(database, paper);
        var series = await store.SeriesAsync(cancel);
        var tags = await store.TagsAsync(cancel);
        return frame.Visit.Page(
            frame.Title,
            () =>
                new Writing_Details
                {
                    Model = new Model(
                        frame,
                        sent,
                        names,
                        [.. series.Select(one => one.Title).Order(StringComparer.Ordinal)],
                        [.. tags.Select(one => one.Name).Order(StringComparer.Ordinal)],
                        complaints
                    ),
                },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );
    }

    internal sealed record Model(
        TextFrame Frame,
        SentDetails Sent,
        IReadOnlyList<PenName> Names,
        IReadOnlyList<string> Series,
        IReadOnlyList<string> Tags,
        Complaints Complaints
    );
}

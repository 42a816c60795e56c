using System.Globalization;
using Pamphlet.Desk;
using Pamphlet.Storage;
using Pamphlet.Writing.Previewing;
using Pamphlet.Writing.Texts;

namespace Pamphlet.Writing.Pages;

/// <summary><c>/desk/texts/ID/link</c>: lets somebody without an account read a draft, for a while.</summary>
internal static class SecretLink
{
    private const int MostDays = 60;

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("texts/{id}/link", ShowAsync).Requires(Act.Write);
        desk.MapPost("texts/{id}/link", MakeAsync).Requires(Act.Write);
    }

    private static async Task<IResult> ShowAsync(
        Visit visit,
        string id,
        Database database,
        TimeProvider time,
        CancellationToken cancel
    ) =>
        await TextFrame.FindAsync(visit, database, id, cancel) is { IsDraft: true } frame
            ? await PageAsync(frame, database, time, "", new Complaints(), cancel)
            : Trouble.NotFound(visit);

    private static async Task<IResult> MakeAsync(
        Visit visit,
        string id,
        Database database,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        if (await TextFrame.FindAsync(visit, database, id, cancel) is not { IsDraft: true } frame)
        {
            return Trouble.NotFound(visit);
        }

        var links = new PreviewLinks(database, visit.Paper.Id, time);
        if (visit.Form.Has("end"))
        {
            await links.EndAllAsync(frame.Post.Id, cancel);
            return visit.SeeOther(TextAddress.Of(frame.Post.Id, "link"), visit.Words.Writing.Link.Ended);
        }

        var complaints = new Complaints();
        if (!int.TryParse(visit.Form["days"], CultureInfo.InvariantCulture, out var days) || days is < 1 or > MostDays)
        {
            complaints.Add("days", visit.Words.Writing.Details.BadNumber);
            return await PageAsync(frame, database, time, "", complaints, cancel);
        }

        var secret = await links.MakeAsync(frame.Post.Id, days, cancel);
        // Behind a proxy we are asked without TLS; a link that says so would carry the draft in the clear once.
        var scheme = DeskCookie.IsSecure(visit.Context) ? "https" : "http";
        var link = $"{scheme}{Uri.SchemeDelimiter}{visit.Context.Request.Host}/preview/{secret}/";
        return await PageAsync(frame, database, time, link, complaints, cancel);
    }

    private static async Task<DeskPage> PageAsync(
        TextFrame frame,
        Database database,
        TimeProvider time,
        string link,
        Complaints complaints,
        CancellationToken cancel
    )
    {
        var standing = await new PreviewLinks(database, frame.Visit.Paper.Id, time).CountAsync(frame.Post.Id, cancel);
        return frame.Visit.Page(
            frame.Title,
            () => new Writing_Link { Model = new Model(frame, link, standing, complaints) },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );
    }

    internal sealed record Model(TextFrame Frame, string Link, int Standing, Complaints Complaints);
}

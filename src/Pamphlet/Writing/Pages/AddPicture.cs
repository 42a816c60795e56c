using System.Text;
using Pamphlet.Desk;
using Pamphlet.Pictures;
using Pamphlet.Pictures.Receiving;
using Pamphlet.Rendering;
using Pamphlet.Storage;
using Pamphlet.Writing.Previewing;
using Pamphlet.Writing.Reviewing;
using Pamphlet.Writing.Texts;

namespace Pamphlet.Writing.Pages;

/// <summary><c>/desk/texts/ID/pictures</c>: takes a picture, cleans it, and sets it at the end of the text.</summary>
internal static class AddPicture
{
    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("texts/{id}/pictures", ShowAsync).Requires(Act.Write);
        desk.MapPost("texts/{id}/pictures", AddAsync).Requires(Act.Write).TakesUpTo(PictureLimits.Usual.Bytes + 65536);
    }

    private static async Task<IResult> ShowAsync(Visit visit, string id, Database database, CancellationToken cancel) =>
        await TextFrame.FindAsync(visit, database, id, cancel) is { IsDraft: true } frame
            ? await PageAsync(frame, database, new Complaints(), cancel)
            : Trouble.NotFound(visit);

    private static async Task<IResult> AddAsync(
        Visit visit,
        string id,
        Database database,
        Hands hands,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        if (await TextFrame.FindAsync(visit, database, id, cancel) is not { IsDraft: true } frame)
        {
            return Trouble.NotFound(visit);
        }

        var (picture, complaint) = await ReceiveAsync(visit, database, cancel);
        if (picture is not { } kept)
        {
            var complaints = new Complaints();
            complaints.Add("file", complaint);
            return await PageAsync(frame, database, complaints, cancel);
        }

        var figure = Figure(kept, visit.Form["alt"], visit.Form["caption"], visit.Form["credit"]);
        var before = DraftWords.Of(frame.Post);
        var words = before with { Markdown = before.Markdown.Length > 0 ? $"{before.Markdown}\n\n{figure}" : figure };
        var save = new SaveText(database, visit.Paper.Id, time);
        var saved = await save.RunAsync(frame.Post.Id, words, before.Fingerprint, KeepUnsaved.NewSitting(), cancel);
        hands.Wrote(frame.Post.Id, visit.Editor.Id);
        var said =
            saved is SavedText.Saved
                ? visit.Words.Writing.Pictures.Added
                : visit.Words.Writing.Pictures.Changed.With("line", figure);
        return visit.SeeOther(TextAddress.Of(frame.Post.Id, "pictures"), said);
    }

    /// <summary>The picture of a form, cleaned and kept; or why not.</summary>
    public static async Task<(PictureId? Id, string Complaint)> ReceiveAsync(
        Visit visit,
        Database database,
        CancellationToken cancel
    )
    {
        var words = visit.Words.Writing.Pictures;
        var file = visit.Form.Files.FirstOrDefault(one => one.Content.Length > 0);
        if (file is null)
        {
            return (null, words.NoFile);
        }

        var received = await Task.Run(
            () => ReceivePicture.Run(visit.Paper.Id, file.Content.ToArray(), PictureLimits.Usual),
            cancel
        );
        if (received is ReceivedPicture.Refused refused)
        {
            return (
                null,
                refused.Reason switch
                {
                    PictureRefusal.TooManyBytes or PictureRefusal.TooManyPixels => words.TooLarge,
                    PictureRefusal.Drawing => words.Drawing,
                    PictureRefusal.NoPicture => words.NoPicture,
                    _ => words.Damaged,
                }
            );
        }

        var kept = ((ReceivedPicture.Kept)received).Picture;
        var id = await new PictureStore(database, visit.Paper.Id).KeepAsync(kept, cancel);
        await database.SaveChangesAsync(cancel);
        return (id, "");
    }

    /// <summary>The lines that set a picture in a text (<c>docs/writing.md</c>).</summary>
    public static string Figure(PictureId picture, string alt, string caption, string credit)
    {
        var lines = new StringBuilder($"::: figure\n![{OneLine(alt)}](picture:{picture})\n");
        if (caption.Length > 0)
        {
            lines.Append('\n').Append(OneLine(caption)).Append('\n');
        }

        if (credit.Length > 0)
        {
            lines.Append("\n-- ").Append(OneLine(credit)).Append('\n');
        }

        return lines.Append(":::").ToString();
    }

    private static string OneLine(string text) =>
        CleanText
            .Of(text)
            .Replace('\n', ' ')
            .Replace("[", "\\[", StringComparison.Ordinal)
            .Replace("]", "\\]", StringComparison.Ordinal);

    private static async Task<DeskPage> PageAsync(
        TextFrame frame,
        Database database,
        Complaints complaints,
        CancellationToken cancel
    )
    {
        var shown = await DraftPage.PicturesAsync(database, frame.Visit.Paper.Id, frame.Post.Markdown, cancel);
        var pictures = DraftPage
            .IdsIn(frame.Post.Markdown)
            .Where(id => shown.ContainsKey(id.ToString()))
            .Select(id => (id, shown[id.ToString()]));
        var covered = await CoverFaces.CoveredAsync(database, frame.Visit.Paper.Id, frame.Post.Markdown, cancel);
        return frame.Visit.Page(
            frame.Title,
            () => new Writing_Pictures { Model = new Model(frame, [.. pictures], covered, complaints) },
            complaints.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest
        );
    }

    internal sealed record Model(
        TextFrame Frame,
        IReadOnlyList<(PictureId Id, ShownPicture Shown)> Pictures,
        IReadOnlySet<string> Covered,
        Complaints Complaints
    );
}

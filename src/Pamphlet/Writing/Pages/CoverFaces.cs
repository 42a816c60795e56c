using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Pictures;
using Pamphlet.Pictures.Receiving;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Storage;
using Pamphlet.Writing.Previewing;
using Pamphlet.Writing.Reviewing;
using Pamphlet.Writing.Texts;

namespace Pamphlet.Writing.Pages;

/// <summary><c>/desk/texts/ID/pictures/PICTURE</c>: covers fields of a picture. It works without script: the grid is boxes to tick.</summary>
internal static class CoverFaces
{
    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("texts/{id}/pictures/{picture}", ShowAsync).Requires(Act.Write);
        desk.MapPost("texts/{id}/pictures/{picture}", CoverAsync).Requires(Act.Write);
    }

    /// <summary>The pictures of a text that were covered here, by their digits.</summary>
    public static async Task<IReadOnlySet<string>> CoveredAsync(
        Database database,
        PublicationId paper,
        string markdown,
        CancellationToken cancel
    )
    {
        var ids = DraftPage.IdsIn(markdown);
        var covered = await database
            .Set<Picture>()
            .Where(picture => picture.PublicationId == paper && ids.Contains(picture.Id) && picture.IsCovered)
            .Select(picture => picture.Id)
            .ToListAsync(cancel);
        return covered.Select(id => id.ToString()).ToHashSet(StringComparer.Ordinal);
    }

    private static async Task<IResult> ShowAsync(
        Visit visit,
        string id,
        string picture,
        Database database,
        CancellationToken cancel
    ) =>
        await FindAsync(visit, id, picture, database, cancel) is { } model
            ? visit.Page(visit.Words.Writing.Blur.Title, () => new Writing_Cover { Model = model })
            : Trouble.NotFound(visit);

    private static async Task<IResult> CoverAsync(
        Visit visit,
        string id,
        string picture,
        Database database,
        Hands hands,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        if (await FindAsync(visit, id, picture, database, cancel) is not { } model)
        {
            return Trouble.NotFound(visit);
        }

        var words = visit.Words.Writing.Blur;
        var (cells, wrong) = model.Grid.Read(visit.Form.All("field"), visit.Form["numbers"]);
        if (wrong.Length > 0 || cells.Count == 0)
        {
            model.Complaints.Add("numbers", wrong.Length > 0 ? words.NotUnderstood.With("what", wrong) : words.Nothing);
            return visit.Page(words.Title, () => new Writing_Cover { Model = model }, StatusCodes.Status400BadRequest);
        }

        await ReplaceAsync(visit, database, model, cells, time, cancel);
        hands.Wrote(model.Frame.Post.Id, visit.Editor.Id);
        return visit.SeeOther(TextAddress.Of(model.Frame.Post.Id, "pictures"), words.Done);
    }

    private static async Task ReplaceAsync(
        Visit visit,
        Database database,
        Model model,
        IReadOnlyCollection<(int Row, int Column)> cells,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        var paper = visit.Paper.Id;
        var widest = await database
            .Set<PictureFile>()
            .AsNoTracking()
            .Where(file => file.PublicationId == paper && file.PictureId == model.Picture)
            .Where(file => file.Format != PictureFormat.Webp)
            .OrderByDescending(file => file.Width)
            .FirstAsync(cancel);
        var covered = await Task.Run(
            () => CoverPicture.Run(paper, widest.Content, [.. cells.Select(cell => model.Grid.Area(cell))]),
            cancel
        );
        var kept = await new PictureStore(database, paper).KeepAsync(covered, cancel);
        await database.SaveChangesAsync(cancel);

        var before = DraftWords.Of(model.Frame.Post);
        var words = before with
        {
            Markdown = before.Markdown.Replace($"picture:{model.Picture}", $"picture:{kept}", StringComparison.Ordinal),
        };
        var save = new SaveText(database, paper, time);
        if (
            await save.RunAsync(model.Frame.Post.Id, words, before.Fingerprint, KeepUnsaved.NewSitting(), cancel)
            is SavedText.Saved
        )
        {
            // What was uncovered must not lie on a disk that is seized; earlier versions of this text show nothing there.
            await DestroyPictures.UnlessShownAsync(database, paper, [model.Picture], alsoInOldVersions: false, cancel);
            await new ScrubDatabase(database).RunAsync(DestroyPictures.Tables, cancel);
        }
    }

    private static async Task<Model?> FindAsync(
        Visit visit,
        string id,
        string picture,
        Database database,
        CancellationToken cancel
    )
    {
        if (
            await TextFrame.FindAsync(visit, database, id, cancel) is not { IsDraft: true } frame
            || !PictureId.TryParse(picture, out var asked)
            || !DraftPage.IdsIn(frame.Post.Markdown).Contains(asked)
        )
        {
            return null;
        }

        var shown = await DraftPage.PicturesAsync(database, visit.Paper.Id, $"picture:{picture}", cancel);
        return shown.TryGetValue(picture, out var found)
            ? new Model(frame, asked, found, new CoverGrid(found.Width, found.Height), new Complaints())
            : null;
    }

    internal sealed record Model(
        TextFrame Frame,
        PictureId Picture,
        ShownPicture Shown,
        CoverGrid Grid,
        Complaints Complaints
    );
}

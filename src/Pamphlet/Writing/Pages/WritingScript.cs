using System.Text;
using Pamphlet.Desk;
using Pamphlet.Imports.Text;
using Pamphlet.Rendering;
using Pamphlet.Storage;
using Pamphlet.Writing.Previewing;
using Pamphlet.Writing.Texts;

namespace Pamphlet.Writing.Pages;

/// <summary>
/// What the page for writing asks for where scripts are allowed: keeping what is typed, the text as it will look, pasted pages as
/// Markdown, pasted pictures. Each answer is text; nothing here is needed to write.
/// </summary>
internal static class WritingScript
{
    private const int LongestPaste = 4 * 1024 * 1024;

    private static readonly byte[] Script = Encoding.UTF8.GetBytes(DeskPages.ReadAsset("writing.js"));

    public static void Map(RouteGroupBuilder desk)
    {
        desk.MapGet("writing.js", SendAsync).IsAsset();
        desk.MapPost("texts/{id}/keep", KeepAsync).Requires(Act.Write).TakesUpTo(WritingDesk.LongestForm);
        desk.MapPost("texts/{id}/look", LookAsync).Requires(Act.Write).TakesUpTo(WritingDesk.LongestForm);
        desk.MapPost("texts/{id}/paste", Paste).Requires(Act.Write).TakesUpTo(LongestPaste);
        desk.MapPost("texts/{id}/picture", PictureAsync)
            .Requires(Act.Write)
            .TakesUpTo(Pictures.Receiving.PictureLimits.Usual.Bytes + 65536);
    }

    private static Task SendAsync(HttpContext context) =>
        DeskPages.SendAsync(context, Script, "text/javascript; charset=utf-8");

    /// <summary>Keeps what is typed; says <c>elsewhere</c> where another page has the text open.</summary>
    private static async Task<IResult> KeepAsync(
        Visit visit,
        string id,
        Database database,
        OpenTexts open,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        var sitting = visit.Form["sitting"];
        if (await TextFrame.FindAsync(visit, database, id, cancel) is not { } frame || !KeepUnsaved.IsSitting(sitting))
        {
            return Said("gone", StatusCodes.Status404NotFound);
        }

        var words = new DraftWords(
            visit.Form["title"],
            visit.Form["subtitle"],
            visit.Form["summary"],
            visit.Form.Text("words").TrimEnd()
        );
        if (words != DraftWords.Of(frame.Post))
        {
            await KeepUnsaved.PutAsync(database, visit.Paper.Id, frame.Post.Id, sitting, words, time, cancel);
        }

        return Said(open.Touch(frame.Post.Id, sitting) ? "elsewhere" : "kept");
    }

    private static async Task<IResult> LookAsync(Visit visit, string id, Database database, CancellationToken cancel)
    {
        if (await TextFrame.FindAsync(visit, database, id, cancel) is not { } frame)
        {
            return Said("gone", StatusCodes.Status404NotFound);
        }

        var markdown = visit.Form.Text("words");
        var shown = await DraftPage.PicturesAsync(database, visit.Paper.Id, markdown, cancel);
        var text = PostRenderer.Render(
            markdown,
            new RenderContext(frame.Post.Language, shown.GetValueOrDefault, address => address)
        );
        return Said(text.Body.At("/desk/"), type: "text/html; charset=utf-8");
    }

    /// <summary>A page or a Word document from the clipboard as the paper's Markdown.</summary>
    private static ScriptAnswer Paste(Visit visit, string id) =>
        TextAddress.Read(id) is null
            ? Said("gone", StatusCodes.Status404NotFound)
            : Said(HtmlToMarkdown.Convert(visit.Form.Raw("html"), new HtmlToMarkdownOptions(visit.Language)).Markdown);

    private static async Task<IResult> PictureAsync(Visit visit, string id, Database database, CancellationToken cancel)
    {
        if (await TextFrame.FindAsync(visit, database, id, cancel) is not { IsDraft: true })
        {
            return Said("gone", StatusCodes.Status404NotFound);
        }

        var (picture, complaint) = await AddPicture.ReceiveAsync(visit, database, cancel);
        return picture is { } kept
            ? Said(AddPicture.Figure(kept, "", "", ""))
            : Said(complaint, StatusCodes.Status400BadRequest);
    }

    private static ScriptAnswer Said(
        string text,
        int status = StatusCodes.Status200OK,
        string type = ScriptAnswer.Words
    ) => new(text, status, type);
}

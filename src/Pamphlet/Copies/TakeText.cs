using Pamphlet.Copies.Books;
using Pamphlet.Editions.Shelving;
using Pamphlet.Forms;
using Pamphlet.Reading;
using Pamphlet.Web;

namespace Pamphlet.Copies;

/// <summary><c>/copies.html?text=2026/11/slug.html</c>: one text to take along; with <c>&amp;as=html</c> or <c>epub</c> the file itself.</summary>
internal sealed class TakeText(EditionShelf shelf, FormPages pages, RequestDelegate notFound)
{
    // Each holds a text and its pictures in memory.
    private static readonly SemaphoreSlim Turns = new(2, 2);

    public async Task AnswerAsync(HttpContext context, CancellationToken cancel)
    {
        await Turns.WaitAsync(cancel);
        try
        {
            await TakeAsync(context, cancel);
        }
        finally
        {
            Turns.Release();
        }
    }

    private async Task TakeAsync(HttpContext context, CancellationToken cancel)
    {
        var edition = shelf.HoldCurrent();
        try
        {
            var asked = context.Request.Query["text"].ToString();
            if (edition is null || PaperCopy.Of(edition) is not { } paper || paper.Text(asked) is not { } text)
            {
                await notFound(context);
                return;
            }

            var name = Path.GetFileNameWithoutExtension(text.Path.Value);
            await (
                context.Request.Query["as"].ToString() switch
                {
                    "html" => SendAsync(
                        context,
                        SingleFile.Write(paper, text),
                        "text/html; charset=utf-8",
                        $"{name}.html",
                        cancel
                    ),
                    "epub" => SendAsync(
                        context,
                        EpubFile.Write(BookPlan.OfText(paper, text)),
                        "application/epub+zip",
                        $"{name}.epub",
                        cancel
                    ),
                    _ => ShowAsync(context, text, cancel),
                }
            );
        }
        finally
        {
            edition?.LetGo();
        }
    }

    private async Task ShowAsync(HttpContext context, CopiedText text, CancellationToken cancel) =>
        await FormPages.AnswerAsync(
            context,
            await pages.CatalogueAsync(cancel),
            new FormPage(
                Files.Copies,
                text.Language,
                words => words.Copies.TakeText,
                sheet => new Copies_TakeText { Model = (sheet, text) }
            ),
            cancel
        );

    private static Task SendAsync(HttpContext context, byte[] file, string type, string name, CancellationToken cancel)
    {
        PageHeaders.SetPrivate(context.Response);
        context.Response.ContentType = type;
        context.Response.ContentLength = file.Length;
        context.Response.Headers.ContentDisposition =
            $"attachment; filename=\"text{Path.GetExtension(name)}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}";
        return context.Response.Body.WriteAsync(file, cancel).AsTask();
    }
}

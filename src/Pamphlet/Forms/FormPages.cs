using System.Buffers;
using Pamphlet.Reading;
using Pamphlet.Reading.Words;
using Pamphlet.Rendering;
using Pamphlet.Seal;
using Pamphlet.Web;
using RazorSlices;

namespace Pamphlet.Forms;

/// <summary>The paper's look around what it asks readers and answers them.</summary>
/// <param name="catalogue">What is public now.</param>
internal sealed class FormPages(Func<CancellationToken, Task<Catalogue>> catalogue)
{
    /// <summary>What is public now: the page's menu, and the texts that a form may be about.</summary>
    public Task<Catalogue> CatalogueAsync(CancellationToken cancellationToken) => catalogue(cancellationToken);

    /// <summary>Answers with a page that nobody on the way may keep.</summary>
    public static async Task AnswerAsync(
        HttpContext context,
        Catalogue catalogue,
        FormPage page,
        CancellationToken cancellationToken
    )
    {
        var body = new ArrayBufferWriter<byte>(16 * 1024);
        Write(context, catalogue, page, body);
        context.Response.ContentLength = body.WrittenCount;
        await context.Response.Body.WriteAsync(body.WrittenMemory, cancellationToken);
    }

    /// <summary>Writes the page and says what its answer's head must, all but its length.</summary>
    public static void Write(HttpContext context, Catalogue catalogue, FormPage page, IBufferWriter<byte> body)
    {
        PageWriter.WriteForm(new FormPlan(page.At, page.Language), page.Title, page.Body, catalogue, body);
        context.Response.StatusCode = page.Status;
        context.Response.ContentType = "text/html; charset=utf-8";
        PageHeaders.SetPrivate(context.Response);
        if (page.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(
                System.Globalization.CultureInfo.InvariantCulture
            );
        }
    }
}

/// <summary>A page before it is written.</summary>
/// <param name="At">Its address from the root: links on it are relative to it.</param>
/// <param name="Language">Of the text that it is about, or null: the paper's.</param>
/// <param name="Title">For the window, in the page's words.</param>
/// <param name="Body">The room's own slice.</param>
internal sealed record FormPage(
    SitePath At,
    Language? Language,
    Func<Phrasebook, string> Title,
    Func<Sheet, RazorSlice> Body
)
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    public TimeSpan? RetryAfter { get; init; }
}

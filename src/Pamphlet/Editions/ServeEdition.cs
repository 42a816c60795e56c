using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Pamphlet.Editions.Serving;
using Pamphlet.Editions.Shelving;
using Pamphlet.Web;

namespace Pamphlet.Editions;

/// <summary>Answers readers from the current edition: no database, no template, no lock on a reader's way, and no trace of it.</summary>
internal sealed class ServeEdition(EditionShelf shelf, PopularCount popular)
{
    private const string Methods = "GET, HEAD";

    /// <summary>A middleware: what the edition knows is answered, everything else goes on to the forms and the desk.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (LiveForm.Answers(context))
        {
            await next(context);
            return;
        }

        var edition = shelf.HoldCurrent();
        try
        {
            var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            var answer = edition is null ? null : FindAnswer.For(edition, Encoding.UTF8.GetBytes(target));
            if (answer is null)
            {
                // Held only while its bytes are read: a form may take its time.
                edition?.LetGo();
                edition = null;
                await next(context);
                return;
            }

            await AnswerAsync(context, edition!, answer);
        }
        finally
        {
            edition?.LetGo();
        }
    }

    /// <summary>The end of the line: nobody answers this address.</summary>
    public async Task NotFoundAsync(HttpContext context)
    {
        var edition = shelf.HoldCurrent();
        try
        {
            if (edition is not null && FindAnswer.NotFound(edition) is { } page)
            {
                await AnswerAsync(context, edition, page);
                return;
            }

            // Nothing was published yet, or the shelf is being built anew.
            context.Response.StatusCode = edition is null ? 503 : 404;
            context.Response.Headers.RetryAfter = edition is null ? "5" : StringValues.Empty;
        }
        finally
        {
            edition?.LetGo();
        }
    }

    private Task AnswerAsync(HttpContext context, Edition edition, Answer answer)
    {
        // Letter for letter: a method in small letters is another method.
        var isGet = string.Equals(context.Request.Method, "GET", StringComparison.Ordinal);
        var isRead = isGet || string.Equals(context.Request.Method, "HEAD", StringComparison.Ordinal);
        if (!isRead && answer is not Answer.File { Status: 404 })
        {
            context.Response.StatusCode = 405;
            context.Response.Headers.Allow = Methods;
            return Task.CompletedTask;
        }

        if (answer is Answer.Moved moved)
        {
            SetHeaders(context.Response, EditionHeaders.For("", "text/plain"));
            context.Response.Headers.ContentType = StringValues.Empty;
            context.Response.StatusCode = 301;
            context.Response.Headers.Location = moved.Location;
            return Task.CompletedTask;
        }

        var file = (Answer.File)answer;
        Describe(context.Response, edition, file);
        var sending = SendFile.Prepare(context, edition, file);
        if (file.Status == 200 && sending.IsWholeRead && isGet)
        {
            popular.Seen(PathHash.Of(Encoding.UTF8.GetBytes(file.Path)));
        }

        return sending.SendAsync(context);
    }

    private static void Describe(HttpResponse response, Edition edition, Answer.File file)
    {
        var policy =
            file.Status == 200
                ? EditionHeaders.Policy
                : EditionHeaders.PolicyWithStyleOf(edition.Bytes(file.Entry.Forms.Identity));
        SetHeaders(response, EditionHeaders.For(file.Path, MediaType.Of(file.Path), policy));
        response.StatusCode = file.Status;
    }

    private static void SetHeaders(HttpResponse response, IEnumerable<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers)
        {
            response.Headers[name] = value;
        }
    }
}

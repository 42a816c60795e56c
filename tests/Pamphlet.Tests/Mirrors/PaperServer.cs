using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pamphlet.Copies;
using Pamphlet.Editions;
using Pamphlet.Signing;
using Pamphlet.Tests.Signing;

namespace Pamphlet.Tests.Mirrors;

/// <summary>A signed paper at an address of this machine; it can be told to lie.</summary>
internal sealed class PaperServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private int asked;

    private PaperServer(WebApplication app)
    {
        this.app = app;
    }

    public Uri Address => new(app.Urls.First() + "/");

    /// <summary>Answers instead of the paper; false: the paper answers.</summary>
    public Func<HttpContext, Task<bool>>? Lie { get; set; }

    /// <summary>Requests so far.</summary>
    public int Asked => Volatile.Read(ref asked);

    public static async Task<PaperServer> StartAsync(SigningPaper paper)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var built = builder.Build();
        var server = new PaperServer(built);
        built.Use(
            async (HttpContext context, RequestDelegate _) =>
            {
                Interlocked.Increment(ref server.asked);
                if (server.Lie is { } lie && await lie(context))
                {
                    return;
                }

                // The shelf may have been opened anew since.
                if (context.Request.Path.StartsWithSegments("/.well-known/edition", StringComparison.Ordinal))
                {
                    await new ServeLog(paper.Shelf, paper.Paper.Log).AnswerAsync(context);
                    return;
                }

                var edition = new ServeEdition(paper.Shelf, new PopularCount());
                if (context.Request.Path.StartsWithSegments("/copies", StringComparison.Ordinal))
                {
                    await ServeCopies.AnswerAsync(context, new CopyShelf(paper.Folder), edition.NotFoundAsync);
                    return;
                }

                await edition.InvokeAsync(context, edition.NotFoundAsync);
            }
        );
        await built.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>Lies about one file below <c>.well-known/edition/</c>.</summary>
    public void LieAbout(string what, Func<HttpResponse, CancellationToken, Task> answer) =>
        Lie = async context =>
        {
            if (context.Request.Path.Value?.StartsWith(ServeLog.Prefix + what, StringComparison.Ordinal) != true)
            {
                return false;
            }

            try
            {
                await answer(context.Response, context.RequestAborted);
            }
            catch (OperationCanceledException)
            {
                // Who listened has gone.
            }

            return true;
        };

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}

using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pamphlet.Mentions;

namespace Pamphlet.Tests.Mentions;

/// <summary>Somebody else's site, on this machine: each page is what a test says that it is, and who asked what is kept.</summary>
internal sealed class OtherSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> pages = new(StringComparer.Ordinal);

    private OtherSite(WebApplication app)
    {
        this.app = app;
    }

    /// <summary>Method and path of each request, and what a form held.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public Uri Address => new(app.Urls.First());

    /// <summary>A way out that reaches this machine and no other.</summary>
    public static Outward Reach { get; } = new(onion: null, proxy: null) { IsOpen = IPAddress.IsLoopback };

    public static async Task<OtherSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        var site = new OtherSite(builder.Build());
        site.app.Run(site.AnswerAsync);
        await site.app.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    public string At(string path) => new Uri(Address, path).AbsoluteUri;

    public void Page(string path, Func<HttpContext, Task> answer) => pages[path] = answer;

    /// <summary>A page of HTML at a path.</summary>
    public void Page(string path, string html) =>
        Page(
            path,
            context =>
            {
                context.Response.ContentType = "text/html; charset=utf-8";
                return context.Response.WriteAsync(html);
            }
        );

    public void Redirect(string path, string to) =>
        Page(
            path,
            context =>
            {
                context.Response.StatusCode = StatusCodes.Status302Found;
                context.Response.Headers.Location = to;
                return Task.CompletedTask;
            }
        );

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var sent = context.Request.HasFormContentType
            ? string.Concat((await context.Request.ReadFormAsync()).Select(field => $" {field.Key}={field.Value}"))
            : "";
        Asked.Enqueue($"{context.Request.Method} {context.Request.Path}{sent}");
        if (pages.TryGetValue(context.Request.Path, out var answer))
        {
            await answer(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}

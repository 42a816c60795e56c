using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Pamphlet.Copies;
using Pamphlet.Editions;
using Pamphlet.Editions.Serving;
using Pamphlet.Editions.Shelving;
using Pamphlet.Onion;
using Pamphlet.Seal;
using Pamphlet.Signing;
using Pamphlet.Web;

namespace Pamphlet.Mirrors;

/// <summary>Serves a mirrored paper under an address of its own. Never a byte of it is changed; what the mirror has to say is in headers.</summary>
internal sealed class ServeMirror(Mirror mirror, WitnessPaper? witness)
{
    private const string Witness = "/.well-known/witness/add-checkpoint";

    private readonly ServeEdition edition = new(mirror.Shelf, new PopularCount());
    private readonly ServeLog log = new(mirror.Shelf, mirror.Log)
    {
        StoredManifest = seal => mirror.Manifest(seal.Record.Number),
    };

    /// <summary>A server for this paper and nothing else: whoever has its host has no cookie and no page of another's.</summary>
    /// <param name="onion">Its address on the onion network; null: it has none.</param>
    public WebApplication Build(IReadOnlyList<ListenAddress> addresses, PaperOnion? onion = null)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                ContentRootPath = AppContext.BaseDirectory,
                Args = ["--hostBuilder:reloadConfigOnChange=false"],
            }
        );
        builder
            .Logging.ClearProviders()
            .AddConsole()
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Services.Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true);
        if (onion is not null)
        {
            builder.Services.AddHostedService(house => new KeepOnion(
                onion,
                mirror.Shelf,
                TimeProvider.System,
                house.GetRequiredService<ILogger<KeepOnion>>()
            ));
        }

        builder.WebHost.ConfigureKestrel(
            (_, server) =>
            {
                server.AddServerHeader = false;
                server.Limits.MaxRequestBodySize = WitnessRequest.MaxBytes;
                var circuits = new CircuitLine(TimeProvider.System);
                foreach (var address in addresses.Concat(onion?.Listens ?? []))
                {
                    address.Listen(
                        server,
                        listen =>
                        {
                            if (address.IsOnion)
                            {
                                circuits.Use(listen);
                            }
                        }
                    );
                }
            }
        );
        var app = builder.Build();
        app.Use(AnswerAsync);
        return app;
    }

    private Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.Link = $"<{mirror.Wishes.Source}>; rel=\"original\"";
        context.Response.Headers["Mirror-Of"] = mirror.Wishes.Key.Name;
        var path = context.Request.Path.Value ?? "";
        if (string.Equals(path, Witness, StringComparison.Ordinal) && HttpMethods.IsPost(context.Request.Method))
        {
            return WitnessAsync(context);
        }

        if (Withheld(context, path) is { } reason)
        {
            context.Response.StatusCode = 451;
            context.Response.ContentType = "text/plain; charset=utf-8";
            return context.Response.WriteAsync(reason, context.RequestAborted);
        }

        return path.StartsWith(ServeLog.Prefix, StringComparison.Ordinal) ? log.AnswerAsync(context)
            : path.StartsWith("/copies/", StringComparison.Ordinal)
                ? ServeCopies.AnswerAsync(context, mirror.Copies, edition.NotFoundAsync)
            : edition.InvokeAsync(context, edition.NotFoundAsync);
    }

    private async Task WitnessAsync(HttpContext context)
    {
        if (witness is null)
        {
            context.Response.StatusCode = 404;
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var answer = witness.Answer(body.ToArray());
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.Status == 409 ? "text/x.tlog.size" : "text/plain; charset=utf-8";
        await context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }

    // Only what the edition lists and this shelf has not: asked for where nothing else answers, so that it costs readers nothing.
    private string? Withheld(HttpContext context, string path)
    {
        var refused = mirror.Refused();
        if (refused.Count == 0 && mirror.Wishes.HasMedia)
        {
            return null;
        }

        if (path.StartsWith(ServeLog.Prefix + "blob/", StringComparison.Ordinal))
        {
            return ContentHash.TryParse(path.Split('/')[^1], out var asked) && refused.TryGetValue(asked, out var why)
                ? Words(why)
                : null;
        }

        Span<byte> name = stackalloc byte[RequestTarget.MaxLength];
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (
            mirror.Shelf.Current is not { } current
            || !RequestTarget.TryRead(Encoding.UTF8.GetBytes(target), name, out var length, out _)
        )
        {
            return null;
        }

        RequestTarget.AddFirstPage(name, ref length);
        if (
            current.TryFind(name[..length], out _)
            || !SitePath.TryParse(Encoding.UTF8.GetString(name[..length]), out var file)
        )
        {
            return null;
        }

        return Line(file, current) is not { } line ? null
            : refused.TryGetValue(line.Hash, out var reason) ? Words(reason)
            : Words("It holds texts only.");
    }

    private ManifestLine? Line(SitePath file, Edition current) =>
        ReadSeal.Of(mirror.Log, current) is { } seal
        && mirror.Manifest(seal.Record.Number) is { } bytes
        && EditionManifest.TryParse(bytes, out var manifest, out _)
            ? manifest.Lines.FirstOrDefault(line => line.Path == file)
            : null;

    private static string Words(string reason) => $"This mirror does not hold this file. {reason}\n";
}

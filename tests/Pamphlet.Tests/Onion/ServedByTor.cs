using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Pamphlet.Editions;
using Pamphlet.Editions.Fast;
using Pamphlet.Onion;
using Pamphlet.Tests.Editions;
using Pamphlet.Vault;
using Pamphlet.Web;

namespace Pamphlet.Tests.Onion;

/// <summary>A small paper behind a tor of its own, as <c>pamphlet serve --onion</c> puts it together.</summary>
internal sealed class ServedByTor : IAsyncDisposable
{
    public const string Page = "<!DOCTYPE html><title>Mạch Ngầm</title><p>Nước chảy đá mòn.";

    private readonly WebApplication app;
    private readonly KeepOnion keep;
    private readonly TestShelf shelf;

    private ServedByTor(WebApplication app, KeepOnion keep, TestShelf shelf, PaperOnion onion)
    {
        (this.app, this.keep, this.shelf) = (app, keep, shelf);
        Onion = onion;
    }

    public PaperOnion Onion { get; }

    public static async Task<ServedByTor> StartAsync(string data, string torrc)
    {
        var vault = KeyVault.Open(data, secret: null);
        Assert.Null(
            PaperOnion.WithOwnTor(data, vault, Environment.GetEnvironmentVariable, torrc, mirrored: null, out var onion)
        );
        var pages = new TestShelf();
        pages.Whole(("data/index.html", Page), ("data/404.html", "not here"));
        var serve = new ServeEdition(pages.Shelf, new PopularCount());
        var doors = new OnionDoors(onion!, serve);
        var lane = new FastLane(pages.Shelf, new PopularCount(), new LaneClock(TimeProvider.System));
        var circuits = new CircuitLine(TimeProvider.System);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server =>
        {
            foreach (var address in onion!.Listens)
            {
                address.Listen(
                    server,
                    listen =>
                    {
                        circuits.Use(listen);
                        doors.Use(address, listen);
                        lane.Use(listen);
                    }
                );
            }
        });
        var built = builder.Build();
        built.Use(doors.InvokeAsync);
        built.Use(serve.InvokeAsync);
        built.MapGet("/circuit", (HttpContext context) => $"{context.Features.Get<Circuit>()?.Key}");
        built.MapGet("/desk", () => "the desk");
        built.MapFallback("{**path}", serve.NotFoundAsync);
        await built.StartAsync(TestContext.Current.CancellationToken);
        var kept = new KeepOnion(onion!, pages.Shelf, TimeProvider.System, NullLogger<KeepOnion>.Instance);
        await kept.StartAsync(TestContext.Current.CancellationToken);
        return new ServedByTor(built, kept, pages, onion!);
    }

    public async ValueTask DisposeAsync()
    {
        await keep.StopAsync(CancellationToken.None);
        keep.Dispose();
        await app.DisposeAsync();
        shelf.Dispose();
    }
}

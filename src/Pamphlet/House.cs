using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Pamphlet.Desk;
using Pamphlet.Editions;
using Pamphlet.Editions.Fast;
using Pamphlet.Editions.Shelving;
using Pamphlet.Editors;
using Pamphlet.Forms;
using Pamphlet.Search;
using Pamphlet.Settings;
using Pamphlet.Storage;
using Pamphlet.Web;

namespace Pamphlet;

/// <summary>The table of contents: what the server is made of, and what answers what.</summary>
internal static class House
{
    // The largest form is a letter with files; those say so themselves.
    private const long LargestForm = 256 * 1024;

    public static WebApplication Build(
        DatabaseAddress database,
        EditionShelf shelf,
        Press press,
        Func<CancellationToken, Task> prepare,
        IReadOnlyList<ListenAddress> addresses,
        TimeProvider? time = null
    )
    {
        if (!database.IsPostgres)
        {
            // Read once, when the first socket is made. The fast lane answers on the socket's own thread; a database whose
            // sockets completed there too would keep readers waiting.
            Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
        }

        var builder = WebApplication.CreateSlimBuilder(
            // Watching a content root for changed settings costs a second where the folder is large.
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
            // What stops the start is said in one line by the verb.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Services.Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true);
        builder.Services.Configure<SocketTransportOptions>(Hurry);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton(shelf);
        builder.Services.AddSingleton(press);
        Furnish(builder.Services, press, prepare);
        builder.WebHost.ConfigureKestrel((_, server) => Listen(server, addresses));

        var app = builder.Build();
        Map(app);
        return app;
    }

    // One line a room.
    private static void Furnish(IServiceCollection services, Press press, Func<CancellationToken, Task> prepare)
    {
        services.AddSingleton(new FormPages(press.CatalogueAsync));
        services.AddSingleton<FormTokens>();
        services.AddSingleton<PopularCount>();
        services.AddSingleton<LaneClock>();
        services.AddSingleton<FastLane>();
        services.AddSingleton<ServeEdition>();
        services.AddSingleton<ShrinkEdition>();
        services.AddSingleton(new DeskRooms(FurnishDesk, MapDesk));
        services.AddSingleton<OpenDesk>();
        services.AddSingleton<RenewPopular>();
        services.AddHostedService<KeepPopular>();
        services.AddHostedService<KeepSmall>();
        services.AddHostedService(house => new KeepCurrent(
            press,
            prepare,
            TimeProvider.System,
            house.GetRequiredService<ILogger<KeepCurrent>>()
        ));
    }

    private static void Listen(KestrelServerOptions server, IReadOnlyList<ListenAddress> addresses)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = LargestForm;
        var lane = server.ApplicationServices.GetRequiredService<FastLane>();
        var circuits = new CircuitLine(TimeProvider.System);
        foreach (var address in addresses)
        {
            address.Listen(server, listen => UseLane(listen, lane, address.IsOnion ? circuits : null));
        }
    }

    private static void Map(WebApplication app)
    {
        var edition = app.Services.GetRequiredService<ServeEdition>();
        app.Use(app.Services.GetRequiredService<OpenDesk>().InvokeAsync);
        app.Use(edition.InvokeAsync);
        app.MapGet("/search", FindPosts.AnswerAsync);
        // Without the pattern, addresses that look like files would get an empty answer.
        app.MapFallback("{*address}", edition.NotFoundAsync);
    }

    // The desk's parts: made when the first editor comes, so that no reader waits for them.
    private static void FurnishDesk(IServiceCollection desk, IServiceProvider house)
    {
        EditorsDesk.Furnish(desk);
    }

    private static void MapDesk(RouteGroupBuilder desk)
    {
        DeskPages.Map(desk);
        EditorsDesk.Map(desk);
        ChangePaper.Map(desk);
    }

    private static void Hurry(SocketTransportOptions sockets)
    {
        sockets.UnsafePreferInlineScheduling = true;

        // 4 KiB a waiting connection, for two calls of the kernel less a request.
        sockets.WaitForDataBeforeAllocatingBuffer = false;
    }

    private static void UseLane(ListenOptions listen, FastLane lane, CircuitLine? circuits)
    {
        listen.Protocols = HttpProtocols.Http1;
        circuits?.Use(listen);
        lane.Use(listen);
    }
}

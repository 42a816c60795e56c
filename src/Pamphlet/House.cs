using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Pamphlet.Editions;
using Pamphlet.Editions.Fast;
using Pamphlet.Editions.Shelving;
using Pamphlet.Forms;
using Pamphlet.Search;
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
        IReadOnlyList<ListenAddress> addresses
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
        builder.Services.Configure<SocketTransportOptions>(sockets => sockets.UnsafePreferInlineScheduling = true);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton(shelf);
        builder.Services.AddSingleton(press);
        builder.Services.AddSingleton(new FormPages(press.CatalogueAsync));
        builder.Services.AddSingleton<FormTokens>();
        builder.Services.AddSingleton<PopularCount>();
        builder.Services.AddSingleton<LaneClock>();
        builder.Services.AddSingleton<FastLane>();
        builder.Services.AddSingleton<ServeEdition>();
        builder.Services.AddSingleton<RenewPopular>();
        builder.Services.AddHostedService<KeepPopular>();
        builder.Services.AddHostedService(services => new KeepCurrent(
            services.GetRequiredService<Press>(),
            prepare,
            TimeProvider.System,
            services.GetRequiredService<ILogger<KeepCurrent>>()
        ));
        builder.WebHost.ConfigureKestrel(
            (_, server) =>
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
        );

        var app = builder.Build();
        Map(app);
        return app;
    }

    private static void Map(WebApplication app)
    {
        var edition = app.Services.GetRequiredService<ServeEdition>();
        app.Use(edition.InvokeAsync);
        app.MapGet("/search", FindPosts.AnswerAsync);
        // Without the pattern, addresses that look like files would get an empty answer.
        app.MapFallback("{*address}", edition.NotFoundAsync);
    }

    private static void UseLane(ListenOptions listen, FastLane lane, CircuitLine? circuits)
    {
        listen.Protocols = HttpProtocols.Http1;
        circuits?.Use(listen);
        lane.Use(listen);
    }
}

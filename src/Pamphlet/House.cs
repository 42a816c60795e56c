using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Pamphlet.Comments.Moderating;
using Pamphlet.Comments.Writing;
using Pamphlet.Copies;
using Pamphlet.Desk;
using Pamphlet.Editions;
using Pamphlet.Editions.Fast;
using Pamphlet.Editions.Shelving;
using Pamphlet.Editors;
using Pamphlet.Forms;
using Pamphlet.Letters;
using Pamphlet.Letters.Calling;
using Pamphlet.Letters.Corresponding;
using Pamphlet.Letters.Sending;
using Pamphlet.Mentions;
using Pamphlet.Mirrors;
using Pamphlet.Moving;
using Pamphlet.Onion;
using Pamphlet.Search;
using Pamphlet.Settings;
using Pamphlet.Signing;
using Pamphlet.Storage;
using Pamphlet.Web;
using Pamphlet.Writing;
using Pamphlet.Writing.Pages;
using Pamphlet.Writing.Publishing;

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
        TimeProvider? time = null,
        PaperOnion? onion = null,
        SignedPaper? paper = null,
        LetterBox? letters = null,
        PostOffice? office = null,
        CopyShelf? copies = null,
        Outward? outward = null
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
        // A fault in work behind the readers' backs must not take the paper from them.
        builder.Services.Configure<HostOptions>(host =>
            host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore
        );
        builder.Services.Configure<SocketTransportOptions>(Hurry);
        builder.Services.AddSingleton<IMemoryPoolFactory<byte>, WipedMemory>();
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton(shelf);
        builder.Services.AddSingleton(press);
        Furnish(builder.Services, press, prepare, paper?.IsReadOnly == true);
        AddOnion(builder.Services, onion);
        MentionsDoor.Add(builder.Services, outward ?? new Outward(onion, proxy: null), onion);
        if (letters is not null)
        {
            LettersDoor.Add(builder.Services);
            builder.Services.AddSingleton(letters);
            builder.Services.AddSingleton(office ?? letters.Office());
        }

        if (copies is not null)
        {
            AddCopies(builder.Services, copies);
        }

        if (paper is not null)
        {
            builder.Services.AddSingleton(new ServeLog(shelf, paper.Log));
        }

        builder.WebHost.ConfigureKestrel((_, server) => Listen(server, [.. addresses, .. onion?.Listens ?? []]));

        var app = builder.Build();
        Map(app);
        return app;
    }

    // One line a room.
    private static void Furnish(
        IServiceCollection services,
        Press press,
        Func<CancellationToken, Task> prepare,
        bool isReadOnly
    )
    {
        services.AddSingleton(new FormPages(press.CatalogueAsync));
        services.AddSingleton<FormTokens>();
        ReadersDoor.Add(services);
        services.AddSingleton<PopularCount>();
        services.AddSingleton<LaneClock>();
        services.AddSingleton(house => new FastLane(
            house.GetRequiredService<EditionShelf>(),
            house.GetRequiredService<PopularCount>(),
            house.GetRequiredService<LaneClock>(),
            house.GetService<OnionLocation>()
        ));
        services.AddSingleton<ServeEdition>();
        services.AddSingleton<ShrinkEdition>();
        services.AddSingleton<CheckEdition>();
        services.AddSingleton(new DeskRooms(FurnishDesk, MapDesk));
        services.AddSingleton<OpenDesk>();
        services.AddSingleton<RenewPopular>();
        services.AddHostedService<KeepPopular>();
        services.AddHostedService<KeepSmall>();
        services.AddHostedService<KeepSound>();
        services.AddHostedService<KeepSchedule>();
        services.AddHostedService(house => new KeepCurrent(
            press,
            prepare,
            TimeProvider.System,
            house.GetRequiredService<ILogger<KeepCurrent>>()
        )
        {
            IsReadOnly = isReadOnly,
        });
    }

    private static void AddOnion(IServiceCollection services, PaperOnion? onion)
    {
        if (onion is not null)
        {
            services.AddSingleton(onion);
            services.AddSingleton(new OnionLocation(onion.Paper.Host));
            services.AddSingleton<OnionDoors>();
            services.AddHostedService<KeepOnion>();
        }
    }

    private static void AddCopies(IServiceCollection services, CopyShelf copies)
    {
        services.AddSingleton(copies);
        services.AddHostedService<KeepCopies>();
        services.AddHostedService(house => new KeepSisters(
            new SisterList(copies.DataFolder),
            house.GetRequiredService<Press>(),
            house.GetRequiredService<TimeProvider>()
        ));
    }

    private static void Listen(KestrelServerOptions server, IReadOnlyList<ListenAddress> addresses)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = LargestForm;
        var lane = server.ApplicationServices.GetRequiredService<FastLane>();
        var circuits = new CircuitLine(TimeProvider.System);
        var doors = server.ApplicationServices.GetService<OnionDoors>();
        foreach (var address in addresses)
        {
            address.Listen(
                server,
                listen =>
                {
                    listen.Protocols = HttpProtocols.Http1;
                    if (address.IsOnion)
                    {
                        circuits.Use(listen);
                    }

                    doors?.Use(address, listen);
                    lane.Use(listen);
                }
            );
        }
    }

    private static void Map(WebApplication app)
    {
        var edition = app.Services.GetRequiredService<ServeEdition>();
        if (app.Services.GetService<OnionDoors>() is { } doors)
        {
            app.Use(doors.InvokeAsync);
            app.Use(app.Services.GetRequiredService<OnionLocation>().InvokeAsync);
        }

        app.Use(app.Services.GetRequiredService<OpenDesk>().InvokeAsync);
        app.Use(edition.InvokeAsync);
        app.MapGet("/search", FindPosts.AnswerAsync);
        PartOfFeed.Map(app);
        ReadersDoor.Map(app);
        MentionsDoor.Map(app);
        CopiesDoor.Map(app, edition.NotFoundAsync);
        if (app.Services.GetService<LetterBox>() is not null)
        {
            LettersDoor.Map(app);
        }

        app.MapGet("/preview/{secret}/{**path}", ShowPreview.ForGuestAsync);
        if (app.Services.GetService<ServeLog>() is { } log)
        {
            app.Map(ServeLog.Prefix + "{**what}", log.AnswerAsync);
        }

        if (app.Services.GetService<LetterBox>() is { } letters)
        {
            TakeCalls.Map(app, new TakeCalls(letters, app.Services.GetRequiredService<TimeProvider>()));
        }

        // Without the pattern, addresses that look like files would get an empty answer.
        app.MapFallback("{*address}", edition.NotFoundAsync);
    }

    // The desk's parts: made when the first editor comes, so that no reader waits for them.
    private static void FurnishDesk(IServiceCollection desk, IServiceProvider house)
    {
        EditorsDesk.Furnish(desk);
        WritingDesk.Furnish(desk, house);
        LettersDesk.Furnish(desk, house);
        MovingDesk.Furnish(desk, house);
        PlacesDesk.Furnish(
            desk,
            new PaperPlaces(
                house.GetService<CopyShelf>(),
                house.GetService<PaperOnion>(),
                house.GetRequiredService<Press>()
            )
        );
    }

    private static void MapDesk(RouteGroupBuilder desk)
    {
        DeskPages.Map(desk);
        EditorsDesk.Map(desk);
        ModeratingDesk.Map(desk);
        WritingDesk.Map(desk);
        SettingsDesk.Map(desk);
        LettersDesk.Map(desk);
        PlacesDesk.Map(desk);
        MovingDesk.Map(desk);
    }

    private static void Hurry(SocketTransportOptions sockets)
    {
        sockets.UnsafePreferInlineScheduling = true;

        // 4 KiB a waiting connection, for two calls of the kernel less a request.
        sockets.WaitForDataBeforeAllocatingBuffer = false;
    }
}

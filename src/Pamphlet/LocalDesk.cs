using Microsoft.AspNetCore.Server.Kestrel.Core;
using Pamphlet.Desk;
using Pamphlet.Editors;
using Pamphlet.Letters;
using Pamphlet.Letters.Calling;
using Pamphlet.Letters.Corresponding;
using Pamphlet.Storage;
using Pamphlet.Web;

namespace Pamphlet;

/// <summary>The table of contents of a desk on an editor's own machine: the desk's frame, and of the rooms only letters.</summary>
internal static class LocalDesk
{
    public static WebApplication Build(
        DatabaseAddress database,
        PostOffice office,
        OwnEditor own,
        ListenAddress address,
        TimeProvider time
    )
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
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton(office);
        builder.Services.AddSingleton(own);
        builder.Services.AddSingleton(new DeskRooms(Furnish, Map));
        builder.Services.AddSingleton<OpenDesk>();
        builder.WebHost.ConfigureKestrel(
            (_, server) =>
            {
                server.AddServerHeader = false;
                address.Listen(server, listen => listen.Protocols = HttpProtocols.Http1);
            }
        );

        var app = builder.Build();
        app.Use(app.Services.GetRequiredService<OpenDesk>().InvokeAsync);
        app.MapGet("/", () => Results.Redirect(LettersDesk.Path));
        return app;
    }

    private static void Furnish(IServiceCollection desk, IServiceProvider house)
    {
        EditorsDesk.Furnish(desk);
        LettersDesk.Furnish(desk, house);
        desk.AddSingleton(house.GetRequiredService<OwnEditor>());
    }

    private static void Map(RouteGroupBuilder desk)
    {
        DeskPages.Map(desk);
        OwnEditor.Map(desk);
        SignOut.Map(desk);
        Together.Map(desk);
        LettersDesk.Map(desk);
    }
}

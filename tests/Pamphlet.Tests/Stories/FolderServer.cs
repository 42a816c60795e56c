using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace Pamphlet.Tests.Stories;

/// <summary>A mirror at its plainest: a folder of files behind a web server that knows nothing of us, under some path.</summary>
internal sealed class FolderServer : IAsyncDisposable
{
    private readonly WebApplication server;

    private FolderServer(WebApplication server, Uri address)
    {
        this.server = server;
        Address = address;
    }

    /// <summary>Ends with a slash.</summary>
    public Uri Address { get; }

    /// <param name="under">The path that the folder appears under, <c>/</c> or like <c>/of/somebody</c>.</param>
    /// <param name="header">One that every answer bears; null: none.</param>
    public static async Task<FolderServer> StartAsync(
        string folder,
        string under = "/",
        (string Name, string Value)? header = null
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var built = builder.Build();
        if (header is { } borne)
        {
            built.Use(
                (context, next) =>
                {
                    context.Response.Headers[borne.Name] = borne.Value;
                    return next(context);
                }
            );
        }

        built.UsePathBase(under);
        built.UseFileServer(
            new FileServerOptions
            {
                FileProvider = new PhysicalFileProvider(folder),
                StaticFileOptions =
                {
                    ContentTypeProvider = new FileExtensionContentTypeProvider(),
                    ServeUnknownFileTypes = true,
                },
            }
        );
        await built.StartAsync();
        var address = new Uri(built.Urls.Single());
        return new FolderServer(built, new Uri(address, under.TrimEnd('/') + "/"));
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}

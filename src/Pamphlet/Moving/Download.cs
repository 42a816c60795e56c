using Microsoft.AspNetCore.Http.Features;
using Pamphlet.Desk;

namespace Pamphlet.Moving;

/// <summary>A file that is made while it is sent. Where making it fails the connection breaks, so that no browser takes half of it for a whole.</summary>
internal sealed class Download(string name, string type, Func<Stream, CancellationToken, Task> write) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        DeskHeaders.Set(response);
        response.ContentType = type;
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        // Writers of zip and XML end what they write without waiting for the network.
        httpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        await response.StartAsync(httpContext.RequestAborted);
        await write(response.Body, httpContext.RequestAborted);
    }
}

using Microsoft.AspNetCore.Server.Kestrel.Core;
using Pamphlet.Editions;
using Pamphlet.Web;

namespace Pamphlet.Onion;

/// <summary>Tells requests that came to the public onion from all others, and keeps the desk away from them once it has an address of its own.</summary>
internal sealed class OnionDoors(PaperOnion onion, ServeEdition edition)
{
    private const string Desk = "/desk";

    /// <summary>Marks the connections of the public address.</summary>
    public void Use(ListenAddress address, ListenOptions listen)
    {
        if (address.Socket is { } socket && string.Equals(socket, onion.Run?.WebSocket, StringComparison.Ordinal))
        {
            listen.Use(next =>
                connection =>
                {
                    connection.Features.Set(PublicOnion.Mark);
                    return next(connection);
                }
            );
        }
    }

    /// <summary>A middleware. What is refused looks as if it were not there.</summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (
            onion.HasPrivateDesk
            && context.Features.Get<PublicOnion>() is not null
            && context.Request.Path.StartsWithSegments(Desk, StringComparison.OrdinalIgnoreCase)
        )
        {
            return edition.NotFoundAsync(context);
        }

        return next(context);
    }

    private sealed class PublicOnion
    {
        public static readonly PublicOnion Mark = new();
    }
}

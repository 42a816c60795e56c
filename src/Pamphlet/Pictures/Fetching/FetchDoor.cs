using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace Pamphlet.Pictures.Fetching;

/// <summary>The one door through which strangers' hosts are asked. It knows the proxy, and looks at every address that a name resolves to.</summary>
internal static class FetchDoor
{
    // What half the web's programs send. Our own name would tell a host that watches which blogs are about to leave it, and for what.
    private const string EverybodysName = "Mozilla/5.0";

    [SuppressMessage(
        "Reliability",
        "CA2000:Dispose objects before losing scope",
        Justification = "The client owns its handler, and whoever opened the door disposes of the client."
    )]
    public static HttpClient Open(FetchWishes wishes)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = wishes.Proxy is not null,
            Proxy = wishes.Proxy is null ? null : new WebProxy(wishes.Proxy),
            ConnectTimeout = wishes.Patience,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 64,
            ActivityHeadersPropagator = null,
        };
        if (wishes.Proxy is null)
        {
            // Looked at here and not before: a name may resolve to something else a moment later.
            handler.ConnectCallback = (context, cancellationToken) =>
                ConnectAsync(context.DnsEndPoint, wishes.IsOpen, cancellationToken);
        }

        return Over(handler);
    }

    /// <summary>The same client over another way out, which looks at addresses itself.</summary>
    public static HttpClient Over(SocketsHttpHandler handler)
    {
        var client = new HttpClient(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(EverybodysName);
        return client;
    }

    [SuppressMessage(
        "Reliability",
        "CA2000:Dispose objects before losing scope",
        Justification = "The stream owns the socket; where there is none it is disposed of."
    )]
    public static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint target,
        Func<IPAddress, bool> isOpen,
        CancellationToken cancellationToken
    )
    {
        var addresses = await Dns.GetHostAddressesAsync(target.Host, cancellationToken);
        var open = addresses.Where(isOpen).ToArray();
        if (open.Length == 0)
        {
            throw addresses.Length == 0
                ? new SocketException((int)SocketError.HostNotFound)
                : new ClosedAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A name resolved to nothing but addresses of a closed network. It never leaves <see cref="FetchPictures"/>.</summary>
internal sealed class ClosedAddressException() : IOException("The name leads into a closed network.");

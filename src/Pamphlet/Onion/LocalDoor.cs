using System.Net;
using System.Net.Sockets;

namespace Pamphlet.Onion;

/// <summary>The one door to tor: a Unix socket, or a port of the loopback address. It leads nowhere else.</summary>
internal static class LocalDoor
{
    /// <param name="address">A path, <c>unix:/path</c> or <c>127.0.0.1:9050</c>.</param>
    /// <exception cref="SocketException">Nobody listens there.</exception>
    /// <exception cref="ArgumentException">It is not on this machine: our own mistake.</exception>
    public static async Task<NetworkStream> ConnectAsync(string address, CancellationToken cancellationToken)
    {
        var end = EndOf(address);
#pragma warning disable CA2000 // The stream owns it; where there is none, it is disposed of below.
        var socket = new Socket(
            end.AddressFamily,
            SocketType.Stream,
            end is UnixDomainSocketEndPoint ? ProtocolType.Unspecified : ProtocolType.Tcp
        );
#pragma warning restore CA2000
        try
        {
            await socket.ConnectAsync(end, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Whether it is a port of the loopback address.</summary>
    public static bool IsLocal(string address) =>
        IPEndPoint.TryParse(address, out var port) && IPAddress.IsLoopback(port.Address);

    private static EndPoint EndOf(string address)
    {
        const string Unix = "unix:";
        var path = address.StartsWith(Unix, StringComparison.Ordinal) ? address[Unix.Length..].Trim('"') : address;
        if (path.StartsWith('/'))
        {
            return new UnixDomainSocketEndPoint(path);
        }

        return IsLocal(address)
            ? IPEndPoint.Parse(address)
            : throw new ArgumentException("tor is spoken to on this machine alone.", nameof(address));
    }
}

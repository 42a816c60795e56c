using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Pamphlet.Web;

/// <summary>
/// Where the server listens: <c>http://localhost:8080</c>, <c>http://0.0.0.0:80</c>, <c>http://unix:/run/pamphlet.sock</c>, or
/// <c>onion:/run/pamphlet-onion.sock</c>: a Unix socket at which only tor calls, and says through which circuit (<see cref="CircuitLine"/>).
/// </summary>
/// <remarks>No HTTPS here: certificates are the reverse proxy's, and an onion needs none.</remarks>
internal sealed record ListenAddress(string Text, string? Socket, IPAddress? Address, int Port)
{
    private const string UnixPrefix = "http://unix:";
    private const string OnionPrefix = "onion:";

    public static ListenAddress Default { get; } =
        new("http://localhost:8080", Socket: null, Address: null, Port: 8080);

    /// <summary>Whether tor writes the circuit before everything else.</summary>
    public bool IsOnion { get; private init; }

    /// <summary>What a person types into a browser on this machine.</summary>
    public string Shown => Text.EndsWith('/') ? Text : $"{Text}/";

    /// <returns>False: nothing that can be listened at.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out ListenAddress? parsed)
    {
        parsed = null;
        if (text.StartsWith(UnixPrefix, StringComparison.Ordinal) && text.Length > UnixPrefix.Length)
        {
            parsed = new ListenAddress(text, text[UnixPrefix.Length..], Address: null, Port: 0);
            return true;
        }

        if (text.StartsWith(OnionPrefix, StringComparison.Ordinal) && text.Length > OnionPrefix.Length)
        {
            parsed = Onion(text[OnionPrefix.Length..]);
            return true;
        }

        if (
            !Uri.TryCreate(text, UriKind.Absolute, out var address)
            || !string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal)
            || address.PathAndQuery is not "/"
            || address.IdnHost.Length == 0
        )
        {
            return false;
        }

        // A name that is no address means every interface, as everywhere in ASP.NET Core; localhost means this machine alone.
        var ip = address.IdnHost switch
        {
            "localhost" => null,
            var host when IPAddress.TryParse(host, out var number) => number,
            _ => IPAddress.IPv6Any,
        };
        parsed = new ListenAddress(text, Socket: null, ip, address.Port);
        return true;
    }

    /// <summary>A Unix socket for tor's <c>HiddenServicePort 80 unix:…</c> with <c>HiddenServiceExportCircuitID haproxy</c>.</summary>
    public static ListenAddress Onion(string socket) =>
        new($"{OnionPrefix}{socket}", socket, Address: null, Port: 0) { IsOnion = true };

    public void Listen(KestrelServerOptions server, Action<ListenOptions> configure)
    {
        if (Socket is not null)
        {
            server.ListenUnixSocket(Socket, configure);
        }
        else if (Address is null)
        {
            server.ListenLocalhost(Port, configure);
        }
        else
        {
            server.Listen(Address, Port, configure);
        }
    }
}

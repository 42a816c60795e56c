using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Pamphlet.Web;

/// <summary>Where the server listens: <c>http://localhost:8080</c>, <c>http://0.0.0.0:80</c>, <c>http://unix:/run/pamphlet.sock</c>.</summary>
/// <remarks>No HTTPS here: certificates are the reverse proxy's, and an onion needs none.</remarks>
internal sealed record ListenAddress(string Text, string? Socket, IPAddress? Address, int Port)
{
    private const string UnixPrefix = "http://unix:";

    public static ListenAddress Default { get; } =
        new("http://localhost:8080", Socket: null, Address: null, Port: 8080);

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

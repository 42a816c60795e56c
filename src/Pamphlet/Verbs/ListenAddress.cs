using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Pamphlet.Verbs;

/// <summary>Where the server listens: <c>http://localhost:8080</c>, <c>http://0.0.0.0:80</c>, <c>http://unix:/run/pamphlet.sock</c>.</summary>
/// <remarks>No HTTPS here: certificates are the reverse proxy's, and an onion needs none.</remarks>
internal sealed record ListenAddress(string Text, string? Socket, IPAddress? Address, int Port)
{
    private const string UnixPrefix = "http://unix:";

    public static ListenAddress Default { get; } = Parse("http://localhost:8080");

    /// <summary>What a person types into a browser on this machine.</summary>
    public string Shown => Text.EndsWith('/') ? Text : $"{Text}/";

    /// <exception cref="OperatorMistake">Not an address that can be listened at.</exception>
    public static ListenAddress Parse(string text)
    {
        if (text.StartsWith(UnixPrefix, StringComparison.Ordinal))
        {
            return new ListenAddress(text, text[UnixPrefix.Length..], null, 0);
        }

        if (
            !Uri.TryCreate(text, UriKind.Absolute, out var address)
            || !string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal)
            || address.PathAndQuery is not "/"
        )
        {
            throw new OperatorMistake(
                $"{text} is not an address to listen at.",
                "Write one like --urls http://localhost:8080, or --urls http://unix:/run/pamphlet.sock"
            );
        }

        // A name that is no address means every interface, as everywhere in ASP.NET Core; localhost means this machine alone.
        var ip = address.IdnHost switch
        {
            "localhost" => null,
            var host when IPAddress.TryParse(host, out var parsed) => parsed,
            _ => IPAddress.IPv6Any,
        };
        return new ListenAddress(text, null, ip, address.Port);
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

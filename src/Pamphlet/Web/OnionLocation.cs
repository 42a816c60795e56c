using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Pamphlet.Web;

/// <summary>
/// Tells Tor Browser that the paper has an onion address: on pages that came over HTTPS and not by the onion itself, for
/// elsewhere the browser ignores it, and a page read over plain HTTP could be given another paper's.
/// </summary>
/// <param name="host">56 letters and <c>.onion</c>.</param>
internal sealed class OnionLocation(string host)
{
    /// <summary>By which a proxy tells what it was spoken to: <c>proxy_set_header X-Forwarded-Proto $scheme;</c></summary>
    public const string Scheme = "X-Forwarded-Proto";

    private const string Name = "Onion-Location";

    private readonly byte[] start = Encoding.ASCII.GetBytes($"\r\n{Name}: http://{host}");

    /// <summary>56 letters and <c>.onion</c>.</summary>
    public string Host => host;

    /// <summary>A line end and the header, up to where the path follows.</summary>
    public ReadOnlySpan<byte> Start => start;

    /// <param name="scheme">The value of <see cref="Scheme"/>.</param>
    /// <param name="to">The value of <c>Host</c>.</param>
    public static bool IsDue(ReadOnlySpan<byte> scheme, ReadOnlySpan<byte> to) =>
        Ascii.EqualsIgnoreCase(scheme.Trim(" \t"u8), "https"u8) && !IsOnion(to);

    /// <summary>A middleware for whatever the fast lane does not answer.</summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var scheme = context.Request.Headers[Scheme].ToString();
        if (IsDue(Encoding.Latin1.GetBytes(scheme), Encoding.Latin1.GetBytes(context.Request.Host.Value ?? "")))
        {
            context.Response.OnStarting(() =>
            {
                var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
                var isPage =
                    context.Response.StatusCode == 200
                    && context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;
                if (isPage && target.StartsWith('/') && Ascii.IsValid(target))
                {
                    context.Response.Headers[Name] = $"http://{host}{target}";
                }

                return Task.CompletedTask;
            });
        }

        return next(context);
    }

    private static bool IsOnion(ReadOnlySpan<byte> to)
    {
        var colon = to.IndexOf((byte)':');
        var name = colon < 0 ? to : to[..colon];
        return name.Length >= 6 && Ascii.EqualsIgnoreCase(name[^6..], ".onion"u8);
    }
}

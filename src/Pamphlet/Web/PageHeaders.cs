namespace Pamphlet.Web;

/// <summary>What every page says besides its content, whether it lies in an edition or is made when it is asked for.</summary>
internal static class PageHeaders
{
    /// <summary>No script anywhere, nothing from elsewhere, nobody around the page, and a form only to us.</summary>
    public const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    public static IReadOnlyList<KeyValuePair<string, string>> OnEveryAnswer { get; } =
    [
        new("Referrer-Policy", "no-referrer"),
        new("X-Content-Type-Options", "nosniff"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new(
            "Permissions-Policy",
            "browsing-topics=(), camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
        ),
    ];

    /// <summary>For a page that is one reader's: no cache on the way may keep what they typed or were told.</summary>
    public static void SetPrivate(HttpResponse response)
    {
        foreach (var (name, value) in OnEveryAnswer)
        {
            response.Headers[name] = value;
        }

        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
    }
}

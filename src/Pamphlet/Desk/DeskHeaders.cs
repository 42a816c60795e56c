namespace Pamphlet.Desk;

/// <summary>What every answer of the desk says: kept by nobody, framed by nobody, nothing from elsewhere, no trace onward.</summary>
internal static class DeskHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void Set(HttpResponse response, bool hasScript = false)
    {
        var headers = response.Headers;
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = hasScript ? $"{Policy}; script-src 'self'; connect-src 'self'" : Policy;
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}

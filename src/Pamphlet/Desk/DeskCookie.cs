using System.Buffers.Text;
using System.Security.Cryptography;

namespace Pamphlet.Desk;

/// <summary>
/// The two cookies of the desk. Both end with the browser: a file that lies on somebody's disk for a year would say «editor».
/// </summary>
internal static class DeskCookie
{
    /// <summary>Who has signed in; its value is a session's token.</summary>
    public const string Session = "desk";

    /// <summary>Who has not: it ties a form to the browser that was given it, and is drawn anew at every sign-in.</summary>
    public const string Door = "desk-door";

    private const int Bytes = 32;

    public static string NewToken()
    {
        Span<byte> token = stackalloc byte[Bytes];
        RandomNumberGenerator.Fill(token);
        return Base64Url.EncodeToString(token);
    }

    public static string? Read(HttpContext context, string name) =>
        context.Request.Cookies[Name(context, name)] is { Length: 43 } value ? value : null;

    public static void Write(HttpContext context, string name, string token) =>
        context.Response.Cookies.Append(Name(context, name), token, Options(context));

    public static void Delete(HttpContext context, string name) =>
        context.Response.Cookies.Delete(Name(context, name), Options(context));

    /// <summary>Whether the browser speaks TLS, with us or with the proxy in front of us.</summary>
    public static bool IsSecure(HttpContext context) =>
        context.Request.IsHttps
        // Who lies here makes their own cookie stricter, and nobody else's.
        || string.Equals(context.Request.Headers["X-Forwarded-Proto"], "https", StringComparison.OrdinalIgnoreCase);

    // With the prefix a browser refuses the cookie from a page without TLS: nobody on the way can plant one.
    private static string Name(HttpContext context, string name) => IsSecure(context) ? $"__Secure-{name}" : name;

    private static CookieOptions Options(HttpContext context) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = IsSecure(context),
            Path = "/desk",
            IsEssential = true,
        };
}

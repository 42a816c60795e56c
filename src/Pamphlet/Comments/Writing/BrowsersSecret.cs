using System.Buffers.Text;
using System.Security.Cryptography;

namespace Pamphlet.Comments.Writing;

/// <summary>
/// What a browser keeps, if its reader wished so, to take comments back without their codes: 32 random bytes until it is closed.
/// The server never writes it down. Without the wish it is drawn for one comment and forgotten.
/// </summary>
internal static class BrowsersSecret
{
    private const string Name = "mine";

    /// <summary>What the browser has, or null.</summary>
    public static byte[]? Find(HttpRequest request)
    {
        var secret = new byte[CommentCode.SecretSize];
        return
            request.Cookies[Name] is { } text
            && text.Length == Base64Url.GetEncodedLength(secret.Length)
            && Base64Url.TryDecodeFromChars(text, secret, out var length)
            && length == secret.Length
            ? secret
            : null;
    }

    /// <summary>What a new comment's code follows from.</summary>
    public static byte[] For(HttpContext context, bool keeps)
    {
        if (!keeps)
        {
            return RandomNumberGenerator.GetBytes(CommentCode.SecretSize);
        }

        var secret = Find(context.Request) ?? RandomNumberGenerator.GetBytes(CommentCode.SecretSize);
        context.Response.Cookies.Append(
            Name,
            Base64Url.EncodeToString(secret),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Path = "/",
                Secure = context.Request.IsHttps,
            }
        );
        return secret;
    }

    /// <summary>For a brake in memory: tells hands apart, and is not the secret.</summary>
    public static long? KeyOf(byte[]? secret) => secret is null ? null : BitConverter.ToInt64(SHA256.HashData(secret));
}

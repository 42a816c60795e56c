using Pamphlet.Web;

namespace Pamphlet.Letters.Sending;

/// <summary>How somebody came here, so that the page can say what that protects.</summary>
/// <param name="IsOnion">Over Tor to the paper's onion.</param>
/// <param name="Onion">The address to come by instead, or null.</param>
internal sealed record LetterPlace(bool IsOnion, string? Onion)
{
    public static LetterPlace Of(HttpContext context)
    {
        var isOnion =
            context.Features.Get<Circuit>() is not null
            || context.Request.Host.Host.EndsWith(".onion", StringComparison.OrdinalIgnoreCase);
        var host = isOnion ? null : context.RequestServices.GetService<OnionLocation>()?.Host;
        return new LetterPlace(isOnion, host is null ? null : $"http://{host}/letter.html?write");
    }
}

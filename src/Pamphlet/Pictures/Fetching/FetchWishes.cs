using System.Net;

namespace Pamphlet.Pictures.Fetching;

/// <summary>How an operator wants pictures to be fetched.</summary>
internal sealed record FetchWishes
{
    /// <summary>Through which proxy, <c>socks5://127.0.0.1:9050</c> for Tor; or null: directly. Through one, names are resolved at its other end.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>How many at once.</summary>
    public int AtOnce { get; init; } = 4;

    /// <summary>For one picture, redirects and all.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Of one picture.</summary>
    public int MostBytes { get; init; } = Receiving.PictureLimits.Usual.Bytes;

    /// <summary>Which resolved addresses may be asked. Tests, whose server is this machine, allow more.</summary>
    public Func<IPAddress, bool> IsOpen { get; init; } = PublicAddress.Is;

    /// <summary>Whether an address may be asked before its name is resolved.</summary>
    public bool MayAsk(Uri uri)
    {
        if (uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0)
        {
            return false;
        }

        var host = uri.IdnHost.TrimEnd('.');
        if (IPAddress.TryParse(host.Trim('[', ']'), out var address))
        {
            return IsOpen(address);
        }

        // A name without a dot is one of the operator's own network, and so are these endings.
        return host.Contains('.', StringComparison.Ordinal)
            && !host.EndsWith(".local", StringComparison.OrdinalIgnoreCase)
            && !host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase)
            && !host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            && !host.EndsWith(".lan", StringComparison.OrdinalIgnoreCase)
            && !host.EndsWith(".home.arpa", StringComparison.OrdinalIgnoreCase);
    }
}

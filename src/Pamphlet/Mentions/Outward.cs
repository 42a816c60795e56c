using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography;
using Pamphlet.Onion;
using Pamphlet.Pictures.Fetching;

namespace Pamphlet.Mentions;

/// <summary>
/// The way to strangers' hosts: through the paper's own tor where it has an onion address, for a request around it would tell
/// where the machine stands; otherwise through the operator's proxy, or directly.
/// </summary>
internal sealed class Outward(PaperOnion? onion, Uri? proxy)
{
    private readonly FetchWishes direct = new() { Proxy = proxy, Patience = TimeSpan.FromSeconds(10) };

    /// <summary>Which resolved addresses may be asked. Tests, whose server is this machine, allow more.</summary>
    public Func<IPAddress, bool> IsOpen
    {
        get => direct.IsOpen;
        init => direct = direct with { IsOpen = value };
    }

    /// <summary>For one conversation, redirects and all.</summary>
    public TimeSpan Patience { get; init; } =
        onion is null && proxy is null ? TimeSpan.FromSeconds(20) : TimeSpan.FromSeconds(60);

    /// <summary>Whether there is a way out now: tor takes a while to find its network.</summary>
    public bool IsThere => onion is null || onion.Door is not null;

    public bool MayAsk(Uri uri) => direct.MayAsk(uri);

    /// <summary>A client for one conversation; through tor on circuits of its own.</summary>
    [SuppressMessage(
        "Reliability",
        "CA2000:Dispose objects before losing scope",
        Justification = "The client owns its handler."
    )]
    public HttpClient Open()
    {
        if (onion is null)
        {
            return FetchDoor.Open(direct);
        }

        var door = onion.Door ?? throw new IOException("tor is not there.");
        return FetchDoor.Over(door.Handler($"mention-{RandomNumberGenerator.GetHexString(8)}"));
    }
}

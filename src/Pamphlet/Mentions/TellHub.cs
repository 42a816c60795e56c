using Pamphlet.Editions.Shelving;
using Pamphlet.Reading;
using Pamphlet.Seal;

namespace Pamphlet.Mentions;

/// <summary>Tells the hub that the feeds name (W3C WebSub) when the feed of an edition differs from the one before.</summary>
/// <remarks>After a start it is told once, whether anything changed or not: what changed just before a kill would be told to nobody.</remarks>
internal sealed class TellHub(EditionShelf shelf, Outward outward)
{
    private ContentHash? told;

    /// <returns>Whether the hub was told and said yes.</returns>
    public async Task<bool> RunAsync(Paper paper, CancellationToken cancellationToken)
    {
        if (
            paper is not { Hub: { } hub, Home: { } home }
            || !outward.IsThere
            || FeedNow() is not { } now
            || now == told
        )
        {
            return false;
        }

        var isTold = true;
        foreach (var format in Enum.GetValues<FeedFormat>())
        {
            var feed = SiteLink.Absolute(home, Files.Feed(format));
            isTold &= await new PostNotice(outward).RunAsync(
                hub,
                [new("hub.mode", "publish"), new("hub.topic", feed), new("hub.url", feed)],
                cancellationToken
            );
        }

        // One that is away is told again at the next beat.
        told = isTold ? now : told;
        return isTold;
    }

    private ContentHash? FeedNow()
    {
        var edition = shelf.HoldCurrent();
        try
        {
            return edition is not null && edition.TryFind("data/feed.atom"u8, out var feed) ? feed.Hash : null;
        }
        finally
        {
            edition?.LetGo();
        }
    }
}

using System.Security.Cryptography;
using Pamphlet.Editions.Shelving;
using Pamphlet.Seal;

namespace Pamphlet.Onion;

/// <summary>Reads our own front page the way a stranger would, through a circuit of its own: only that shows that the address works.</summary>
internal static class VisitItself
{
    // A page through six relays; an address under attack asks for work first.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private const int Largest = 8 * 1024 * 1024;

    public static async Task<SelfVisit> RunAsync(
        TorDoor door,
        string host,
        EditionShelf shelf,
        CancellationToken cancel
    )
    {
        // Which edition answers may change meanwhile: either is ours.
        var before = FrontPage(shelf);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(Patience);
        try
        {
            using var handler = door.Handler($"itself-{RandomNumberGenerator.GetHexString(8)}");
            using var client = new HttpClient(handler) { MaxResponseContentBufferSize = Largest };
            var page = await client.GetByteArrayAsync(new UriBuilder("http", host).Uri, late.Token);
            var got = ContentHash.Of(page);
            return got == before || got == FrontPage(shelf) ? SelfVisit.Whole : SelfVisit.Other;
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or System.Net.Sockets.SocketException)
        {
            return SelfVisit.Unreachable;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return SelfVisit.Unreachable;
        }
    }

    private static ContentHash? FrontPage(EditionShelf shelf)
    {
        var edition = shelf.HoldCurrent();
        try
        {
            return edition is not null && edition.TryFind("data/index.html"u8, out var entry) ? entry.Hash : null;
        }
        finally
        {
            edition?.LetGo();
        }
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Pamphlet.Mentions;

/// <summary>Fetches one page of a stranger's: HTML, short, soon, and few redirects away.</summary>
internal sealed class AskPage(Outward outward)
{
    public const int MostBytes = 512 * 1024;

    private const int MostRedirects = 3;
    private const int Step = 16 * 1024;

    public async Task<AskedPage> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(outward.Patience);
        try
        {
            using var client = outward.Open();
            return await FollowAsync(client, address, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return AskedPage.Not(PageFault.Slow);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or SocketException)
        {
            return AskedPage.Not(PageFault.Unreachable);
        }
    }

    private async Task<AskedPage> FollowAsync(HttpClient client, Uri address, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (!outward.MayAsk(address))
            {
                return AskedPage.Not(PageFault.Closed);
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
            using var response = await client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                cancellationToken
            );
            if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location)
            {
                if (!Uri.TryCreate(address, location, out var next))
                {
                    return AskedPage.Not(PageFault.Closed);
                }

                address = next;
                continue;
            }

            return response.StatusCode switch
            {
                HttpStatusCode.OK => await ReadAsync(address, response, cancellationToken),
                HttpStatusCode.Gone or HttpStatusCode.NotFound => AskedPage.Not(PageFault.Gone),
                _ => AskedPage.Not(PageFault.Refused),
            };
        }

        return AskedPage.Not(PageFault.TooManyRedirects);
    }

    private static async Task<AskedPage> ReadAsync(
        Uri address,
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        if (response.Content.Headers.ContentType?.MediaType is not ("text/html" or "application/xhtml+xml"))
        {
            return AskedPage.Not(PageFault.NoPage);
        }

        if (response.Content.Headers.ContentLength > MostBytes)
        {
            return AskedPage.Not(PageFault.TooLarge);
        }

        // The length in the head is the other side's word: what counts is what comes.
        using var content = new MemoryStream();
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[Step];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (content.Length + read > MostBytes)
            {
                return AskedPage.Not(PageFault.TooLarge);
            }

            await content.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        // Other encodings are rare, and only a few words are taken.
        var html = Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length);
        var links = response.Headers.TryGetValues("Link", out var values) ? string.Join(", ", values) : "";
        return new AskedPage(address, html, links, PageFault.None);
    }
}

/// <param name="Address">Where it was found after redirects; null: it was not.</param>
/// <param name="LinkHeader">What its <c>Link</c> headers say, in one line.</param>
internal sealed record AskedPage(Uri? Address, string Html, string LinkHeader, PageFault Fault)
{
    public static AskedPage Not(PageFault fault) => new(null, "", "", fault);
}

/// <summary>Why a page was not taken.</summary>
internal enum PageFault
{
    None,

    /// <summary>It lies, or leads, where nobody is asked: this machine, its network, another scheme.</summary>
    Closed,

    Unreachable,
    Slow,
    TooManyRedirects,

    /// <summary>Its host says that there is no such page.</summary>
    Gone,

    /// <summary>Its host says anything else but yes.</summary>
    Refused,

    /// <summary>It is no HTML.</summary>
    NoPage,

    TooLarge,
}

using System.Net;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Pamphlet.Pictures.Fetching;

/// <summary>
/// Fetches pictures from where an old site keeps them, because an operator asked for it: it tells that host who moves, and
/// when. Nothing is fetched twice, nothing is sent but the address.
/// </summary>
internal sealed class FetchPictures(FetchWishes wishes) : IDisposable
{
    private const int MostRedirects = 5;
    private const int HeadBytes = 64 * 1024;

    private readonly HttpClient client = FetchDoor.Open(wishes);

    /// <summary>Each address once, as they come in; a failure is an answer too.</summary>
    public async IAsyncEnumerable<FetchedPicture> RunAsync(
        IEnumerable<string> addresses,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var wanted = addresses.Distinct(StringComparer.Ordinal).ToList();
        var found = Channel.CreateBounded<FetchedPicture>(wishes.AtOnce);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = Task.Run(
            async () =>
            {
                try
                {
                    await Parallel.ForEachAsync(
                        wanted,
                        new ParallelOptions { MaxDegreeOfParallelism = wishes.AtOnce, CancellationToken = stop.Token },
                        async (address, token) => await found.Writer.WriteAsync(await FetchAsync(address, token), token)
                    );
                    found.Writer.Complete();
                }
                catch (Exception exception) when (exception is not OutOfMemoryException)
                {
                    found.Writer.Complete(exception);
                }
            },
            CancellationToken.None
        );

        try
        {
            await foreach (var picture in found.Reader.ReadAllAsync(cancellationToken))
            {
                yield return picture;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await work;
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<FetchedPicture> FetchAsync(string address, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(wishes.Patience);
        try
        {
            return await FollowAsync(address, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return FetchedPicture.Failed(address, "took too long");
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException or System.Net.Sockets.SocketException)
        {
            var isClosed = exception.InnerException is ClosedAddressException || exception is ClosedAddressException;
            return FetchedPicture.Failed(address, isClosed ? "leads into a closed network" : "could not be reached");
        }
    }

    private async Task<FetchedPicture> FollowAsync(string address, CancellationToken cancellationToken)
    {
        var next = address;
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (!Uri.TryCreate(next, UriKind.Absolute, out var uri) || !wishes.MayAsk(uri))
            {
                return FetchedPicture.Failed(address, "leads where pictures are not fetched from");
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            using var response = await client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                cancellationToken
            );
            if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location)
            {
                next = new Uri(uri, location).AbsoluteUri;
                continue;
            }

            if (response.StatusCode is not HttpStatusCode.OK)
            {
                return FetchedPicture.Failed(address, $"answered {(int)response.StatusCode}");
            }

            return await ReadAsync(address, response, cancellationToken);
        }

        return FetchedPicture.Failed(address, "leads in a circle");
    }

    private async Task<FetchedPicture> ReadAsync(
        string address,
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        var type = response.Content.Headers.ContentType?.MediaType ?? "image/unknown";
        if (
            !type.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
            && !type.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase)
        )
        {
            return FetchedPicture.Failed(address, "is no picture");
        }

        if (response.Content.Headers.ContentLength > wishes.MostBytes)
        {
            return FetchedPicture.Failed(address, "is too large");
        }

        // The length in the head is the other side's word: what counts is what comes.
        using var content = new MemoryStream(
            (int)Math.Min(response.Content.Headers.ContentLength ?? HeadBytes, wishes.MostBytes)
        );
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[HeadBytes];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (content.Length + read > wishes.MostBytes)
            {
                return FetchedPicture.Failed(address, "is too large");
            }

            await content.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return new FetchedPicture(address, content.ToArray(), null);
    }
}

/// <param name="Content">The bytes as they came, or null.</param>
/// <param name="Failure">Why there are none, to be read after the address; or null.</param>
internal sealed record FetchedPicture(string Address, byte[]? Content, string? Failure)
{
    public static FetchedPicture Failed(string address, string failure) => new(address, null, failure);
}

using System.Net.Sockets;

namespace Pamphlet.Mentions;

/// <summary>Sends a few words to an endpoint, follows it nowhere, and reads nothing of its answer but whether it was yes.</summary>
internal sealed class PostNotice(Outward outward)
{
    public async Task<bool> RunAsync(
        Uri endpoint,
        IEnumerable<KeyValuePair<string, string>> fields,
        CancellationToken cancellationToken
    )
    {
        if (!outward.MayAsk(endpoint))
        {
            return false;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(outward.Patience);
        try
        {
            using var client = outward.Open();
            using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
            {
                Content = new FormUrlEncodedContent(fields),
            };
            using var answer = await client.SendAsync(
                request,
                HttpCompletionOption.ResponseHeadersRead,
                patience.Token
            );
            return answer.IsSuccessStatusCode;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or SocketException)
        {
            return false;
        }
    }
}

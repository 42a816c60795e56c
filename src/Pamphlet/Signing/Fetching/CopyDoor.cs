using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Net;

namespace Pamphlet.Signing.Fetching;

/// <summary>
/// The one door through which editions are fetched, and letters brought to other papers: at addresses that an operator, an editor or
/// a signed list named.
/// </summary>
/// <remarks>
/// It follows no redirect, keeps no cookie, says no name of ours, and bounds every answer in time and bytes, unpacked bytes
/// included. Through a proxy (Tor's <c>socks5://</c>) names are resolved at its other end.
/// </remarks>
internal sealed class CopyDoor : IDisposable
{
    private const string EverybodysName = "Mozilla/5.0";
    private const int Step = 32 * 1024;

    private readonly HttpClient client;
    private readonly TimeProvider time;
    private readonly TimeSpan patience;
    private long received;

    /// <param name="connect">How a host is reached, where it is neither straight nor through a proxy.</param>
    /// <param name="patience">For one answer's head, and for each pause within it; all of it may take ten times as long.</param>
    [SuppressMessage(
        "Reliability",
        "CA2000:Dispose objects before losing scope",
        Justification = "The client owns its handler."
    )]
    public CopyDoor(
        Uri? proxy,
        TimeSpan patience,
        TimeProvider time,
        Func<DnsEndPoint, CancellationToken, ValueTask<Stream>>? connect = null
    )
    {
        (this.patience, this.time) = (patience, time);
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = proxy is not null,
            Proxy = proxy is null ? null : new WebProxy(proxy),
            ConnectTimeout = patience,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 16,
            ActivityHeadersPropagator = null,
        };
        if (connect is not null)
        {
            handler.ConnectCallback = (context, cancellationToken) => connect(context.DnsEndPoint, cancellationToken);
        }

        client = new HttpClient(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(EverybodysName);
    }

    /// <summary>Bytes of content that came in through this door, as they came.</summary>
    public long Received => Volatile.Read(ref received);

    /// <param name="most">Bytes, unpacked, that are still believed.</param>
    public Task<Fetched> GetAsync(Uri address, long most, CancellationToken cancellationToken) =>
        AskAsync(HttpMethod.Get, address, null, most, cancellationToken);

    /// <param name="type">Of the body, or null: it says none.</param>
    public Task<Fetched> PostAsync(
        Uri address,
        byte[] body,
        long most,
        CancellationToken cancellationToken,
        string? type = null
    ) => AskAsync(HttpMethod.Post, address, body, most, cancellationToken, type);

    public void Dispose() => client.Dispose();

    private async Task<Fetched> AskAsync(
        HttpMethod method,
        Uri address,
        byte[]? body,
        long most,
        CancellationToken cancellationToken,
        string? type = null
    )
    {
        using var whole = new CancellationTokenSource(patience * 10, time);
        using var pause = new CancellationTokenSource(patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(whole.Token, pause.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(method, address);
            request.Headers.AcceptEncoding.ParseAdd("gzip");
            request.Content = body is null ? null : new ByteArrayContent(body);
            if (type is not null)
            {
                request.Content?.Headers.TryAddWithoutValidation("Content-Type", type);
            }

            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token);
            return await ReadAsync(response, most, pause, stop.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Fetched.Failed(FetchFault.Slow);
        }
        catch (InvalidDataException)
        {
            return Fetched.Failed(FetchFault.Garbled);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return Fetched.Failed(FetchFault.Unreachable);
        }
    }

    private async Task<Fetched> ReadAsync(
        HttpResponseMessage response,
        long most,
        CancellationTokenSource pause,
        CancellationToken cancellationToken
    )
    {
        if (response.Content.Headers.ContentLength > most)
        {
            return Fetched.Failed(FetchFault.TooLarge);
        }

        await using var wire = await response.Content.ReadAsStreamAsync(cancellationToken);
        await using var counted = new CountedStream(wire, count => Interlocked.Add(ref received, count));
        var isGzip = response.Content.Headers.ContentEncoding.Contains("gzip", StringComparer.OrdinalIgnoreCase);
        await using var plain = isGzip ? new GZipStream(counted, CompressionMode.Decompress) : (Stream)counted;
        using var content = new MemoryStream();
        var buffer = new byte[Step];
        int read;
        while ((read = await plain.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (content.Length + read > most)
            {
                return Fetched.Failed(FetchFault.TooLarge);
            }

            await content.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            pause.CancelAfter(patience);
        }

        return new Fetched((int)response.StatusCode, content.ToArray(), FetchFault.None);
    }
}

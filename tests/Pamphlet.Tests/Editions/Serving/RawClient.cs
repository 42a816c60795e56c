using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Pamphlet.Tests.Editions.Serving;

/// <summary>Sends exactly the bytes it is told to, and reads answers one by one.</summary>
internal sealed class RawClient : IAsyncDisposable
{
    private readonly TcpClient client = new();
    private readonly List<byte> pending = [];
    private Stream stream = Stream.Null;

    public static async Task<RawClient> ConnectAsync(IPEndPoint server, bool encrypted = false)
    {
        var raw = new RawClient();
        await raw.client.ConnectAsync(server, TestContext.Current.CancellationToken);
        raw.stream = raw.client.GetStream();
        if (encrypted)
        {
#pragma warning disable CA5359 // The test's own certificate.
            var tls = new SslStream(raw.stream, leaveInnerStreamOpen: false, (_, _, _, _) => true);
#pragma warning restore CA5359
            await tls.AuthenticateAsClientAsync("localhost");
            raw.stream = tls;
        }

        return raw;
    }

    /// <summary>Many small pieces are what a slow line looks like.</summary>
    public async Task SendAsync(string request)
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        await stream.FlushAsync(TestContext.Current.CancellationToken);
    }

    /// <param name="isCut">The body may end early; then there is no answer.</param>
    /// <returns>Null where the server closed the connection instead.</returns>
    public async Task<RawAnswer?> ReadAsync(bool isHead = false, bool isCut = false)
    {
        int end;
        while ((end = Find("\r\n\r\n"u8)) < 0)
        {
            if (!await MoreAsync())
            {
                return null;
            }
        }

        var lines = Encoding.Latin1.GetString(Cut(end + 4)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines
            .Skip(1)
            .Select(line => KeyValuePair.Create(line.Split(':')[0], line.Split(':', 2)[1].Trim()))
            .ToArray();
        var answer = new RawAnswer(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, []);
        if (isHead || answer.Status == 304)
        {
            return answer;
        }

        var expected = int.Parse(answer["Content-Length"] ?? "0", CultureInfo.InvariantCulture);
        while (isCut && pending.Count < expected)
        {
            if (!await MoreAsync())
            {
                return null;
            }
        }

        return answer with
        {
            Body = answer["Content-Length"] is { } length
                ? await TakeAsync(int.Parse(length, CultureInfo.InvariantCulture))
                : await ChunksAsync(answer),
        };
    }

    /// <summary>Whether the server ended the connection, without another byte.</summary>
    public async Task<bool> IsClosedAsync() => pending.Count == 0 && !await MoreAsync();

    public void CloseSending() => client.Client.Shutdown(SocketShutdown.Send);

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        client.Dispose();
    }

    private async Task<byte[]> ChunksAsync(RawAnswer answer)
    {
        var body = new List<byte>();
        while (string.Equals(answer["Transfer-Encoding"], "chunked", StringComparison.Ordinal))
        {
            int end;
            while ((end = Find("\r\n"u8)) < 0 && await MoreAsync()) { }

            var length = int.Parse(Encoding.ASCII.GetString(Cut(end + 2)).Trim(), NumberStyles.HexNumber, null);
            body.AddRange((await TakeAsync(length + 2))[..length]);
            if (length == 0)
            {
                break;
            }
        }

        return [.. body];
    }

    private async Task<byte[]> TakeAsync(int length)
    {
        while (pending.Count < length)
        {
            Assert.True(await MoreAsync(), $"The body ended after {pending.Count} of {length} bytes.");
        }

        return Cut(length);
    }

    private byte[] Cut(int length)
    {
        var taken = pending.Take(length).ToArray();
        pending.RemoveRange(0, length);
        return taken;
    }

    private int Find(ReadOnlySpan<byte> bytes) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(pending).IndexOf(bytes);

    private async Task<bool> MoreAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            var read = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken);
            pending.AddRange(buffer.AsSpan(0, read));
            return read > 0;
        }
        catch (IOException)
        {
            // A reset is an end too.
            return false;
        }
    }
}

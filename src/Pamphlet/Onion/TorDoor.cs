using System.Text;

namespace Pamphlet.Onion;

/// <summary>The way to other onions and, through exits, to other hosts: tor's SOCKS, which also resolves the names.</summary>
/// <param name="address">Where tor's SOCKS listens: see <see cref="LocalDoor"/>.</param>
internal sealed class TorDoor(string address)
{
    /// <summary>For an <c>HttpClient</c> whose every connection goes through tor.</summary>
    /// <param name="session">Connections of different sessions share no circuit: two purposes cannot be linked by a relay.</param>
    public SocketsHttpHandler Handler(string session) =>
        new()
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            // Otherwise each request carries a mark of this program, and what its asker sent for such a mark.
            ActivityHeadersPropagator = null,
            ConnectCallback = async (context, cancel) =>
                await ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, session, cancel),
        };

    /// <exception cref="IOException">tor cannot get there; the message holds SOCKS' number for why.</exception>
    public async Task<Stream> ConnectAsync(string host, int port, string session, CancellationToken cancellationToken)
    {
        var stream = await LocalDoor.ConnectAsync(address, cancellationToken);
        try
        {
            // Version 5, one way to sign in: a name, by which tor keeps sessions apart (RFC 1928, 1929).
            await AskAsync(stream, [5, 1, 2], [5, 2], cancellationToken);
            var name = Encoding.UTF8.GetBytes(session);
            await AskAsync(stream, [1, (byte)name.Length, .. name, 1, (byte)'-'], [1, 0], cancellationToken);
            var target = Encoding.ASCII.GetBytes(host);
            await stream.WriteAsync(
                (byte[])[5, 1, 0, 3, (byte)target.Length, .. target, (byte)(port >> 8), (byte)port],
                cancellationToken
            );
            await ReadReplyAsync(stream, cancellationToken);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    private static async Task AskAsync(Stream stream, byte[] asked, byte[] expected, CancellationToken cancel)
    {
        await stream.WriteAsync(asked, cancel);
        var answer = new byte[expected.Length];
        await stream.ReadExactlyAsync(answer, cancel);
        if (!answer.AsSpan().SequenceEqual(expected))
        {
            throw new IOException("What listens there is not tor's SOCKS.");
        }
    }

    private static async Task ReadReplyAsync(Stream stream, CancellationToken cancel)
    {
        var head = new byte[4];
        await stream.ReadExactlyAsync(head, cancel);
        if (head[1] != 0)
        {
            throw new IOException($"tor cannot get there (SOCKS {head[1]:x2}).");
        }

        var rest = head[3] switch
        {
            1 => 4,
            4 => 16,
            3 => await LengthAsync(stream, cancel),
            _ => throw new IOException("What listens there is not tor's SOCKS."),
        };
        await stream.ReadExactlyAsync(new byte[rest + 2], cancel);
    }

    private static async Task<int> LengthAsync(Stream stream, CancellationToken cancel)
    {
        var length = new byte[1];
        await stream.ReadExactlyAsync(length, cancel);
        return length[0];
    }
}

using System.Text;

namespace Pamphlet.Editions.Serving;

/// <summary>Several parts of one file in one answer (RFC 9110, 14.6).</summary>
internal sealed class Multipart
{
    // A fixed line would do for us; whoever reads pictures byte by byte could meet it within one.
    private readonly string boundary = System.Security.Cryptography.RandomNumberGenerator.GetHexString(24);
    private readonly List<(byte[] Head, ByteRange Range)> parts;
    private readonly byte[] end;

    public Multipart(IReadOnlyList<ByteRange> ranges, int length, string type)
    {
        parts =
        [
            .. ranges.Select(range =>
                (
                    Encoding.ASCII.GetBytes(
                        $"\r\n--{boundary}\r\nContent-Type: {type}\r\nContent-Range: {range.ContentRange(length)}\r\n\r\n"
                    ),
                    range
                )
            ),
        ];
        end = Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n");
    }

    /// <param name="write">Writes a part's bytes; null: only the head is wanted.</param>
    public async Task SendAsync(
        HttpResponse response,
        Func<HttpResponse, ByteRange, CancellationToken, Task>? write,
        CancellationToken cancellationToken
    )
    {
        response.ContentType = $"multipart/byteranges; boundary={boundary}";
        response.ContentLength = parts.Sum(part => (long)part.Head.Length + part.Range.Length) + end.Length;
        if (write is null)
        {
            return;
        }

        foreach (var (head, range) in parts)
        {
            await response.BodyWriter.WriteAsync(head, cancellationToken);
            await write(response, range, cancellationToken);
        }

        await response.BodyWriter.WriteAsync(end, cancellationToken);
    }
}

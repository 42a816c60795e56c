using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Pamphlet.Editions.Serving;
using Pamphlet.Editions.Shelving;

namespace Pamphlet.Editions.Fast;

/// <summary>The answers to requests that came together, sent with one call: heads from a small buffer, bodies from the edition itself.</summary>
/// <remarks>
/// One a thread, used within one turn and never across an await. Whoever fills it holds the edition until
/// <see cref="Send"/> and <see cref="WriteRest"/> are done.
/// </remarks>
internal sealed unsafe class LaneBatch
{
    private const int Most = 16;
    private const int LargestHead = 1536;
    private const int LargestTogether = 64 * 1024;

    [ThreadStatic]
    private static LaneBatch? ofThisThread;

    // Pinned: the kernel reads from it.
    private readonly byte[] heads = GC.AllocateArray<byte>(Most * LargestHead, pinned: true);
    private readonly LaneSocket.Part[] parts = GC.AllocateArray<LaneSocket.Part>(2 * Most, pinned: true);
    private int headsLength;
    private int count;

    public static LaneBatch OfThisThread => ofThisThread ??= new LaneBatch();

    public int Length { get; private set; }

    public bool IsFull => count + 2 > parts.Length || Length > LargestTogether;

    public void Clear()
    {
        headsLength = 0;
        count = 0;
        Length = 0;
    }

    public void AddNotModified(ReadOnlySpan<byte> start, ReadOnlySpan<byte> tag, ReadOnlySpan<byte> date)
    {
        var head = heads.AsSpan(headsLength);
        var length = Put(head, 0, start);
        length = Put(head, length, tag);
        AddHead(Put(head, length, date));
    }

    /// <param name="named">A line end and a header up to where an address follows, or empty.</param>
    /// <param name="address">What follows it.</param>
    /// <param name="body">From the edition's mapped bytes, or empty: only the head was asked for.</param>
    public void AddOk(
        ReadOnlySpan<byte> start,
        int contentLength,
        ReadOnlySpan<byte> tag,
        ReadOnlySpan<byte> named,
        ReadOnlySpan<byte> address,
        ReadOnlySpan<byte> date,
        ReadOnlySpan<byte> body
    )
    {
        var head = heads.AsSpan(headsLength);
        var length = Put(head, 0, start);
        _ = Utf8Formatter.TryFormat(contentLength, head[length..], out var digits);
        length = Put(head, length + digits, "\r\nETag: "u8);
        length = Put(head, length, tag);
        length = Put(head, length, named);
        length = Put(head, length, address);
        AddHead(Put(head, length, date));
        if (!body.IsEmpty)
        {
            Add(body);
        }
    }

    /// <returns>How many bytes the kernel took; -1: the connection is gone.</returns>
    public long Send(SafeSocketHandle socket) => LaneSocket.Send(socket, parts.AsSpan(0, count));

    /// <summary>Copies what the kernel did not take.</summary>
    public void WriteRest(PipeWriter output, long taken)
    {
        foreach (var part in parts.AsSpan(0, count))
        {
            var skip = (int)Math.Min(taken, (long)part.Length);
            taken -= skip;
            output.Write(new ReadOnlySpan<byte>(part.Start + skip, (int)part.Length - skip));
        }
    }

    private static int Put(Span<byte> head, int at, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(head[at..]);
        return at + bytes.Length;
    }

    private void AddHead(int length)
    {
        Add(heads.AsSpan(headsLength, length));
        headsLength += length;
    }

    // The bytes do not move: they are pinned, or mapped from a file.
    private void Add(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            parts[count++] = new LaneSocket.Part(start, (nuint)bytes.Length);
        }

        Length += bytes.Length;
    }
}

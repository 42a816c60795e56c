namespace Pamphlet.Seal.Tests.Age;

/// <summary>A stream as a slow circuit gives it: a byte or a few at a time, each after a pause.</summary>
internal sealed class Drops(Stream inner) : Stream
{
    private int turn;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        turn++;
        if (turn % 64 == 0)
        {
            await Task.Yield();
        }

        // Whole chunks byte by byte would take the test's minute; the seams are what matters.
        var count = turn < 6000 ? 1 : 4093;
        return inner.Read(buffer.Span[..Math.Min(count, buffer.Length)]);
    }

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, Math.Min(count, 1));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

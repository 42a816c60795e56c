using Microsoft.Win32.SafeHandles;
using Pamphlet.Storage;

namespace Pamphlet.Editions.Shelving;

/// <summary>Fills a new pack. What it holds is on no reader's way before an index lists it.</summary>
internal sealed class PackWriter : IDisposable
{
    // Large enough that a full build does few writes, small enough not to count as memory.
    private readonly byte[] buffer = new byte[1 << 20];
    private readonly Lock gate = new();
    private readonly SafeFileHandle file;
    private readonly string path;
    private long flushed;
    private int buffered;

    public PackWriter(string path, uint number)
    {
        Number = number;
        this.path = path;
        file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        Write(Pack.Magic);
    }

    public uint Number { get; }

    public long Length => flushed + buffered;

    public bool IsFinished { get; private set; }

    public bool IsEmpty => Length == Pack.Magic.Length;

    /// <summary>Appends; several threads may.</summary>
    public Place Add(ReadOnlySpan<byte> content)
    {
        lock (gate)
        {
            var place = new Place(Number, content.Length, Length);
            Write(content);
            return place;
        }
    }

    /// <summary>Everything is on the disk when this returns, and nothing can be added.</summary>
    public void Finish()
    {
        lock (gate)
        {
            Flush();
            RandomAccess.FlushToDisk(file);
            file.Dispose();
            IsFinished = true;
        }
    }

    /// <summary>Removes what was begun: it may hold words that nobody published.</summary>
    public void Abandon()
    {
        file.Dispose();
        IsFinished = true;
        if (File.Exists(path))
        {
            Durable.Destroy(path);
        }
    }

    public void Dispose() => file.Dispose();

    private void Write(ReadOnlySpan<byte> content)
    {
        if (content.Length > buffer.Length - buffered)
        {
            Flush();
        }

        if (content.Length > buffer.Length)
        {
            RandomAccess.Write(file, content, flushed);
            flushed += content.Length;
            return;
        }

        content.CopyTo(buffer.AsSpan(buffered));
        buffered += content.Length;
    }

    private void Flush()
    {
        RandomAccess.Write(file, buffer.AsSpan(0, buffered), flushed);
        flushed += buffered;
        buffered = 0;
    }
}

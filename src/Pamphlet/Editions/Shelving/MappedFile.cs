using System.IO.MemoryMappedFiles;

namespace Pamphlet.Editions.Shelving;

/// <summary>A file whose bytes are read where the kernel caches them, not copied to the heap.</summary>
/// <remarks>It is unmapped when nothing refers to it any more: whoever holds a span also holds the edition, which holds this.</remarks>
internal sealed unsafe class MappedFile
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;

    public MappedFile(string path)
    {
        using var handle = File.OpenHandle(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        Length = RandomAccess.GetLength(handle);
        file = MemoryMappedFile.CreateFromFile(
            handle,
            mapName: null,
            capacity: 0,
            MemoryMappedFileAccess.Read,
            HandleInheritability.None,
            leaveOpen: false
        );
        view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
    }

    public long Length { get; }

    /// <exception cref="ArgumentOutOfRangeException">Beyond the file: an index was believed that was not checked.</exception>
    public ReadOnlySpan<byte> Bytes(long offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length - length);
        return new ReadOnlySpan<byte>(start + offset, length);
    }

    /// <summary>Releases the mapping at once. Nobody may hold a span of it.</summary>
    public void Close()
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        file.Dispose();
    }
}

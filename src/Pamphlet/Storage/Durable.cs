using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Pamphlet.Storage;

/// <summary>What must have happened on the disk itself before the next step may be taken.</summary>
internal static partial class Durable
{
    private const int OpenDirectory = 0x10000;
    private const int KeepSizeAndPunchHole = 0x01 | 0x02;
    private static readonly byte[] Zeros = new byte[1 << 20];

    /// <summary>Makes the names in a folder survive a power cut: a file's own flush does not cover its name.</summary>
    public static void FlushFolder(string folder)
    {
        // .NET opens no folders.
        var descriptor = open(folder, OpenDirectory);
        if (descriptor < 0)
        {
            throw new IOException($"Cannot open {folder}.", new Win32Exception(Marshal.GetLastPInvokeError()));
        }

        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        if (fsync(descriptor) < 0)
        {
            throw new IOException($"Cannot flush {folder}.", new Win32Exception(Marshal.GetLastPInvokeError()));
        }
    }

    /// <summary>Puts new content in a file's place, so that whoever opens it gets the old or the new whole.</summary>
    public static void Replace(string path, string temporary, ReadOnlySpan<byte> content)
    {
        using (var file = File.OpenHandle(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            RandomAccess.Write(file, content, 0);
            RandomAccess.FlushToDisk(file);
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Overwrites parts of a file with zeros, and then gives their blocks back.</summary>
    /// <remarks>
    /// The zeros are on the disk before any block is given back: a hole punched into a dirty cache would free the blocks with
    /// the old words still on them. A disk that writes elsewhere (flash, copy on write) may keep them all the same: the room's
    /// README says so.
    /// </remarks>
    public static void Destroy(string path, IReadOnlyCollection<FileRange> ranges)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        foreach (var range in ranges)
        {
            for (var at = range.Offset; at < range.End; at += Zeros.Length)
            {
                RandomAccess.Write(file, Zeros.AsSpan(0, (int)Math.Min(Zeros.Length, range.End - at)), at);
            }
        }

        RandomAccess.FlushToDisk(file);
        foreach (var range in ranges)
        {
            // Where the file system knows no holes the space is given back when the pack is merged.
            _ = fallocate(file, KeepSizeAndPunchHole, range.Offset, range.Length);
        }
    }

    /// <summary>Overwrites a whole file with zeros and removes it.</summary>
    public static void Destroy(string path)
    {
        var length = new FileInfo(path).Length;
        if (length > 0)
        {
            Destroy(path, [new FileRange(0, length)]);
        }

        File.Delete(path);
    }

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int fsync(int descriptor);

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int fallocate(SafeFileHandle file, int mode, long offset, long length);
}

/// <summary>Bytes of a file, from <paramref name="Offset"/> on.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FileRange(long Offset, long Length)
{
    public long End => Offset + Length;
}

using System.Diagnostics.CodeAnalysis;
using Pamphlet.Storage;

namespace Pamphlet.Signing;

/// <summary>A file that only grows. What a cut of power left behind its known end is cut off before more is written.</summary>
[SuppressMessage(
    "Security",
    "CA3003:Potential file path injection vulnerability",
    Justification = "Names are numbers that were parsed: LogFolder prints them."
)]
internal static class GrowingFile
{
    /// <param name="end">How many bytes of it count.</param>
    public static void Append(string path, long end, ReadOnlySpan<byte> more)
    {
        var isNew = !File.Exists(path);
        if (isNew)
        {
            MakeFolder(Path.GetDirectoryName(path)!);
        }

        using (var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read))
        {
            if (RandomAccess.GetLength(file) != end)
            {
                RandomAccess.SetLength(file, end);
            }

            RandomAccess.Write(file, more, end);
            RandomAccess.FlushToDisk(file);
        }

        if (isNew)
        {
            Durable.FlushFolder(Path.GetDirectoryName(path)!);
        }
    }

    /// <returns>Null: the file is not there, or shorter.</returns>
    public static byte[]? Read(string path, long offset, int length)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[length];
        return RandomAccess.Read(file, bytes, offset) == length ? bytes : null;
    }

    public static byte[] ReadAll(string path) => File.ReadAllBytes(path);

    public static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        var folder = Path.GetDirectoryName(path)!;
        MakeFolder(folder);
        Durable.Replace(path, $"{path}.next", bytes);
        Durable.FlushFolder(folder);
    }

    private static void MakeFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            Durable.FlushFolder(Path.GetDirectoryName(folder)!);
        }
    }
}

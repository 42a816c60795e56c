using System.IO.Compression;

namespace Pamphlet.Editions.Shelving;

/// <summary>The compressed forms of a file. The same content and effort give the same bytes: no time, no name.</summary>
internal static class Compression
{
    // Below this the head of the answer outweighs what could be saved.
    private const int Least = 200;

    // Level 3 takes less than a third of level 6's time and leaves a twentieth more bytes of a paper's pages (zlib-ng).
    private static readonly ZLibCompressionOptions Level = new() { CompressionLevel = 3 };

    [ThreadStatic]
    private static MemoryStream? packed;

    [ThreadStatic]
    private static byte[]? brotli;

    /// <summary>What every browser since 1999 reads.</summary>
    /// <returns>Empty where it would not be shorter. Good until this thread compresses again.</returns>
    public static ReadOnlySpan<byte> Gzip(ReadOnlySpan<byte> content)
    {
        if (content.Length < Least)
        {
            return [];
        }

        var output = packed ??= new MemoryStream(64 * 1024);
        output.SetLength(0);
        using (var gzip = new GZipStream(output, Level, leaveOpen: true))
        {
            gzip.Write(content);
        }

        var length = (int)output.Length;
        return length < content.Length ? output.GetBuffer().AsSpan(0, length) : [];
    }

    /// <param name="quality">0 to 11: 5 costs about twice gzip's time and saves a tenth; 11 costs fifty times as much.</param>
    /// <param name="limit">In bytes: a form that is no shorter is of no use.</param>
    /// <returns>Empty where it would not be shorter than <paramref name="limit"/>. Good until this thread compresses again.</returns>
    public static ReadOnlySpan<byte> Brotli(ReadOnlySpan<byte> content, int quality, int limit)
    {
        if (content.Length < Least)
        {
            return [];
        }

        if (brotli is null || brotli.Length < limit)
        {
            brotli = new byte[Math.Max(limit, 64 * 1024)];
        }

        return BrotliEncoder.TryCompress(content, brotli.AsSpan(0, limit - 1), out var length, quality, window: 22)
            ? brotli.AsSpan(0, length)
            : [];
    }
}

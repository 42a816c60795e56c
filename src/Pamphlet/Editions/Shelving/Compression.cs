using System.IO.Compression;

namespace Pamphlet.Editions.Shelving;

/// <summary>The compressed forms of a file.</summary>
internal static class Compression
{
    // Below this the head of the answer outweighs what could be saved.
    private const int Least = 200;

    /// <summary>What every browser since 1999 reads. The same content gives the same bytes: no time, no name.</summary>
    /// <returns>Null where it would not be shorter.</returns>
    public static byte[]? Gzip(ReadOnlySpan<byte> content)
    {
        if (content.Length < Least)
        {
            return null;
        }

        using var packed = new MemoryStream(content.Length / 2);
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return packed.Length < content.Length ? packed.ToArray() : null;
    }

    /// <param name="quality">0 to 11: 5 costs about twice gzip's time and saves a tenth; 11 costs fifty times as much.</param>
    /// <returns>Null where it would not be shorter than <paramref name="limit"/>.</returns>
    public static byte[]? Brotli(ReadOnlySpan<byte> content, int quality, int limit)
    {
        var packed = new byte[Math.Max(0, limit - 1)];
        return BrotliEncoder.TryCompress(content, packed, out var written, quality, window: 22)
            ? packed[..written]
            : null;
    }
}

using System.IO.Compression;

namespace Pamphlet.Editions.Shelving;

/// <summary>The compressed forms of a file. The same content and effort give the same bytes: no time, no name.</summary>
internal static class Compression
{
    // Below this the head of the answer outweighs what could be saved.
    private const int Least = 200;

    [ThreadStatic]
    private static MemoryStream? packed;

    [ThreadStatic]
    private static byte[]? brotli;

    /// <summary>What every browser since 1999 reads.</summary>
    /// <returns>Empty where it would not be shorter. Good until this thread compresses again.</returns>
    public static ReadOnlySpan<byte> Gzip(ReadOnlySpan<byte> content, Effort effort)
    {
        if (content.Length < Least)
        {
            return [];
        }

        var output = packed ??= new MemoryStream(64 * 1024);
        output.SetLength(0);
        using (var gzip = new GZipStream(output, Options(effort), leaveOpen: true))
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

    // Level 2 takes half of level 6's time and leaves a tenth more bytes.
    private static ZLibCompressionOptions Options(Effort effort) =>
        new() { CompressionLevel = effort == Effort.Quick ? 2 : 6 };
}

/// <summary>How long compression may take.</summary>
internal enum Effort
{
    /// <summary>Ten thousand pages wait for it.</summary>
    Quick,

    /// <summary>A few pages that will be read many times.</summary>
    Thorough,
}

using System.Buffers.Binary;
using System.IO.Compression;
using Pamphlet.Rendering;

namespace Pamphlet.Tests.Reading;

/// <summary>An engraving drawn by arithmetic, so that the sample needs no file of anybody's.</summary>
internal static class SamplePicture
{
    public const string Id = "00000000000000a1";

    private const int Width = 1200;
    private const int Height = 720;
    private const byte Ink = 40;
    private const byte Sheet = 236;

    public static ShownPicture Shown { get; } =
        new(Width, Height, [new ShownPictureFile($"media/{Id}.png", "image/png", Width, Height)]);

    /// <summary>The whole PNG file, grey, 8 bits.</summary>
    public static byte[] Draw()
    {
        using var pixels = new MemoryStream();
        using (var packed = new ZLibStream(pixels, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var row = new byte[Width + 1];
            for (var y = 0; y < Height; y++)
            {
                for (var x = 0; x < Width; x++)
                {
                    row[x + 1] = IsInk(x, y) ? Ink : Sheet;
                }

                packed.Write(row);
            }
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        header[8] = 8;
        return
        [
            137,
            80,
            78,
            71,
            13,
            10,
            26,
            10,
            .. Chunk("IHDR"u8, header),
            .. Chunk("IDAT"u8, pixels.ToArray()),
            .. Chunk("IEND"u8, []),
        ];
    }

    /// <summary>Three hatched hills, a sun, and a river of lines that thicken as they come nearer.</summary>
    private static bool IsInk(int x, int y)
    {
        const int Shore = 300;
        if (y < Shore)
        {
            var sun = Math.Pow(x - 905, 2) + Math.Pow(y - 118, 2);
            var hill = Math.Max(Math.Max(Hill(x, 210, 120), Hill(x, 560, 190)), Hill(x, 1010, 105));
            var isHill = Shore - y < hill;
            return (isHill && ((x + (2 * y)) % 7 < 4 || Shore - y > hill - 3)) || (!isHill && sun < 2100 && y % 5 < 3);
        }

        var depth = (y - Shore) / (double)(Height - Shore);
        var wave = 6 * depth * Math.Sin((x / (55 + (90 * depth))) + (y * 0.021));
        var spacing = 7 + (17 * depth);
        return (y + wave) % spacing < 1.2 + (2.6 * depth);
    }

    private static double Hill(int x, int peak, int height) =>
        height * Math.Exp(-Math.Pow((x - peak) / (1.25 * height), 2));

    private static byte[] Chunk(ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        var chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        name.CopyTo(chunk.AsSpan(4));
        content.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(
            chunk.AsSpan(content.Length + 8),
            Crc(chunk.AsSpan(4, content.Length + 4))
        );
        return chunk;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}

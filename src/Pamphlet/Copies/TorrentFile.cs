using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pamphlet.Copies;

/// <summary>
/// A file's description for BitTorrent, for old and new programs at once (BEP 3 and BEP 52). It names no tracker: who asks
/// for it is not told to anybody of ours, but everybody who shares a file is seen by all who share it.
/// </summary>
internal static class TorrentFile
{
    private const int Block = 16 * 1024;
    private const int Piece = 256 * 1024;

    /// <param name="content">The whole file, with something in it.</param>
    /// <param name="home">Where the file can be had over HTTP too, or null (BEP 19).</param>
    public static (byte[] Torrent, string Magnet) Write(string name, ReadOnlySpan<byte> content, string? home)
    {
        var old = new List<byte>();
        var layer = new List<byte[]>();
        for (var at = 0; at < content.Length; at += Piece)
        {
            var piece = content[at..Math.Min(content.Length, at + Piece)];
#pragma warning disable CA5350 // The first BitTorrent knows no other hash; the second, beside it, uses SHA-256.
            old.AddRange(SHA1.HashData(piece));
#pragma warning restore CA5350
            layer.Add(Root(Leaves(piece), content.Length > Piece ? Piece / Block : 0));
        }

        var root = Root([.. layer], leaves: 0, filler: Root([], Piece / Block));
        var info = Dictionary(
            (
                "file tree",
                Dictionary(
                    (
                        name,
                        Dictionary(("", Dictionary(("length", Number(content.Length)), ("pieces root", Bytes(root)))))
                    )
                )
            ),
            ("length", Number(content.Length)),
            ("meta version", Number(2)),
            ("name", Text(name)),
            ("piece length", Number(Piece)),
            ("pieces", Bytes([.. old]))
        );
        var layers =
            content.Length > Piece
                ? Dictionary((Encoding.Latin1.GetString(root), Bytes([.. layer.SelectMany(hash => hash)])))
                : Dictionary();
        List<(string, byte[])> all = [("info", info), ("piece layers", layers)];
        if (home is not null)
        {
            all.Add(("url-list", Text(home)));
        }

        return (Dictionary([.. all]), MagnetOf(info, name));
    }

    private static string MagnetOf(byte[] info, string name)
    {
#pragma warning disable CA5350 // The first BitTorrent names a file by it; the second name stands beside it.
        var old = Convert.ToHexStringLower(SHA1.HashData(info));
#pragma warning restore CA5350
        var present = Convert.ToHexStringLower(SHA256.HashData(info));
        return $"magnet:?xt=urn:btih:{old}&xt=urn:btmh:1220{present}&dn={Uri.EscapeDataString(name)}";
    }

    private static List<byte[]> Leaves(ReadOnlySpan<byte> piece)
    {
        var leaves = new List<byte[]>();
        for (var at = 0; at < piece.Length; at += Block)
        {
            leaves.Add(SHA256.HashData(piece[at..Math.Min(piece.Length, at + Block)]));
        }

        return leaves;
    }

    /// <param name="leaves">How many there must be; missing ones are zeros. 0: the next power of two.</param>
    private static byte[] Root(List<byte[]> hashes, int leaves, byte[]? filler = null)
    {
        var wanted =
            leaves > 0 ? leaves : (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, hashes.Count));
        List<byte[]> level = [.. hashes, .. Enumerable.Repeat(filler ?? new byte[32], wanted - hashes.Count)];
        while (level.Count > 1)
        {
            level = [.. level.Chunk(2).Select(pair => SHA256.HashData([.. pair[0], .. pair[1]]))];
        }

        return level[0];
    }

    private static byte[] Number(long number) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"i{number}e"));

    private static byte[] Text(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    private static byte[] Bytes(byte[] bytes) =>
        [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length}:")), .. bytes];

    // Keys are bytes and sorted by them: a hash as a key is written one letter a byte.
    private static byte[] Dictionary(params (string Key, byte[] Value)[] pairs)
    {
        var bytes = new List<byte> { (byte)'d' };
        foreach (var (key, value) in pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            bytes.AddRange(
                Bytes(key.Any(letter => letter > 0x7f) ? Encoding.Latin1.GetBytes(key) : Encoding.UTF8.GetBytes(key))
            );
            bytes.AddRange(value);
        }

        bytes.Add((byte)'e');
        return [.. bytes];
    }
}

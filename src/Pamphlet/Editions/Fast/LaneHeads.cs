using System.Collections.Frozen;
using System.Text;
using Pamphlet.Editions.Serving;
using Pamphlet.Reading.Addresses;

namespace Pamphlet.Editions.Fast;

/// <summary>The beginnings of all answers that the fast lane can give, made once: only length, tag and date are written each time.</summary>
internal sealed class LaneHeads
{
    private static readonly FrozenDictionary<ulong, LaneHeads> ByEnding = MediaTypes
        .All.Select(type => KeyValuePair.Create(Key(Encoding.ASCII.GetBytes(type.Ending)), new LaneHeads(type.Type)))
        .ToFrozenDictionary();

    private static readonly LaneHeads Unknown = new(MediaType.Unknown);

    // By coding; pictures that are named by their content apart.
    private readonly byte[][] pages;
    private readonly byte[][] media;
    private readonly byte[] notModified;
    private readonly byte[] mediaNotModified;

    private LaneHeads(string type)
    {
        IsPage = type.StartsWith("text/html", StringComparison.Ordinal);
        pages = [.. Enum.GetValues<ContentCoding>().Select(coding => Ok("data/", type, coding))];
        media = [.. Enum.GetValues<ContentCoding>().Select(coding => Ok("data/media/", type, coding))];
        notModified = NotModified("data/");
        mediaNotModified = NotModified("data/media/");
    }

    /// <summary>Whether it is something that one reads, and counts.</summary>
    public bool IsPage { get; }

    /// <param name="path">From the edition's root.</param>
    public static LaneHeads Of(ReadOnlySpan<byte> path)
    {
        var ending = path[(path.LastIndexOf((byte)'.') + 1)..];
        return ending.Length <= sizeof(ulong) && ByEnding.TryGetValue(Key(ending), out var heads) ? heads : Unknown;
    }

    /// <summary>Ends where the length's digits follow.</summary>
    public ReadOnlySpan<byte> Ok(ReadOnlySpan<byte> path, ContentCoding coding) =>
        (IsMedia(path) ? media : pages)[(int)coding];

    /// <summary>Ends where the tag follows.</summary>
    public ReadOnlySpan<byte> NotModified(ReadOnlySpan<byte> path) => IsMedia(path) ? mediaNotModified : notModified;

    private static bool IsMedia(ReadOnlySpan<byte> path) => path.StartsWith("data/media/"u8);

    private static byte[] Ok(string path, string type, ContentCoding coding)
    {
        var head = new StringBuilder("HTTP/1.1 200 OK\r\n");
        Append(head, EditionHeaders.For(path, type));
        head.Append(
            coding switch
            {
                ContentCoding.Gzip => "Content-Encoding: gzip\r\n",
                ContentCoding.Brotli => "Content-Encoding: br\r\n",
                _ => "",
            }
        );
        return Encoding.ASCII.GetBytes(head.Append("Accept-Ranges: bytes\r\nContent-Length: ").ToString());
    }

    private static byte[] NotModified(string path)
    {
        var head = new StringBuilder("HTTP/1.1 304 Not Modified\r\n");
        Append(head, EditionHeaders.OfNotModified(path));
        return Encoding.ASCII.GetBytes(head.Append("Accept-Ranges: bytes\r\nETag: ").ToString());
    }

    private static void Append(StringBuilder head, IEnumerable<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }
    }

    private static ulong Key(ReadOnlySpan<byte> ending)
    {
        var key = 0UL;
        foreach (var letter in ending)
        {
            key = unchecked((key << 8) | letter);
        }

        return key;
    }
}

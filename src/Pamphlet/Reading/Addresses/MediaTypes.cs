using System.Buffers;
using System.Text;

namespace Pamphlet.Reading.Addresses;

/// <summary><c>edition/types.txt</c>: a line <c>media type ending</c> for each kind of file an edition may hold.</summary>
internal static class MediaTypes
{
    /// <summary>Sorted by ending.</summary>
    public static IReadOnlyList<(string Ending, string Type)> All { get; } =
    [
        ("atom", "application/atom+xml; charset=utf-8"),
        ("avif", "image/avif"),
        ("css", "text/css; charset=utf-8"),
        ("gif", "image/gif"),
        ("html", "text/html; charset=utf-8"),
        ("ico", "image/x-icon"),
        ("jpg", "image/jpeg"),
        ("json", "application/feed+json; charset=utf-8"),
        ("mp3", "audio/mpeg"),
        ("mp4", "video/mp4"),
        ("ogg", "audio/ogg"),
        ("pdf", "application/pdf"),
        ("png", "image/png"),
        ("rss", "application/rss+xml; charset=utf-8"),
        ("svg", "image/svg+xml; charset=utf-8"),
        ("txt", "text/plain; charset=utf-8"),
        ("webp", "image/webp"),
        ("woff2", "font/woff2"),
        ("xml", "application/xml; charset=utf-8"),
    ];

    public static void Write(IBufferWriter<byte> output)
    {
        foreach (var (ending, type) in All)
        {
            Encoding.UTF8.GetBytes($"{type} {ending}\n", output);
        }
    }
}

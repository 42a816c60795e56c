namespace Pamphlet.Editions;

/// <summary>What a file of an edition is, by its ending: the lines of <c>edition/types.txt</c>.</summary>
internal static class MediaTypes
{
    /// <summary>For a file whose ending nobody foresaw: a browser keeps it, and shows nothing.</summary>
    public const string Unknown = "application/octet-stream";

    private static readonly Dictionary<string, string> ByEnding = new(StringComparer.Ordinal)
    {
        ["atom"] = "application/atom+xml; charset=utf-8",
        ["avif"] = "image/avif",
        ["css"] = "text/css; charset=utf-8",
        ["gif"] = "image/gif",
        ["html"] = "text/html; charset=utf-8",
        ["ico"] = "image/x-icon",
        ["jpg"] = "image/jpeg",
        ["json"] = "application/feed+json; charset=utf-8",
        ["mp3"] = "audio/mpeg",
        ["mp4"] = "video/mp4",
        ["ogg"] = "audio/ogg",
        ["pdf"] = "application/pdf",
        ["png"] = "image/png",
        ["rss"] = "application/rss+xml; charset=utf-8",
        ["svg"] = "image/svg+xml; charset=utf-8",
        ["txt"] = "text/plain; charset=utf-8",
        ["webp"] = "image/webp",
        ["woff2"] = "font/woff2",
        ["xml"] = "application/xml; charset=utf-8",
    };

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        ByEnding.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Every line, sorted by its ending.</summary>
    public static IEnumerable<KeyValuePair<string, string>> All =>
        ByEnding.OrderBy(type => type.Key, StringComparer.Ordinal);

    public static string Of(ReadOnlySpan<char> path) =>
        Lookup.TryGetValue(path[(path.LastIndexOf('.') + 1)..], out var type) ? type : Unknown;

    /// <summary>Whether compression pays: pictures are compressed already.</summary>
    public static bool IsText(ReadOnlySpan<char> path) =>
        Of(path) is var type && (type.EndsWith("charset=utf-8", StringComparison.Ordinal));
}

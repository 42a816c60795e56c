using Pamphlet.Web;

namespace Pamphlet.Editions.Serving;

/// <summary>What every answer from an edition says besides its content.</summary>
internal static class EditionHeaders
{
    public const string Policy = PageHeaders.Policy;

    /// <summary>A withdrawn text must be gone a minute after it was withdrawn; asking again costs a short answer.</summary>
    private const string Briefly = "public, max-age=60";

    /// <summary>A picture's name is its content.</summary>
    private const string ForEver = "public, max-age=31536000, immutable";

    /// <param name="path">From the edition's root.</param>
    /// <param name="type">The media type.</param>
    public static IEnumerable<KeyValuePair<string, string>> For(string path, string type, string policy = Policy)
    {
        var isPicture = type.StartsWith("image/", StringComparison.Ordinal);
        return
        [
            new("Content-Type", type),
            .. OfNotModified(path),
            // A program that reads feeds shows their pictures from here; nothing else is anybody's to embed.
            new("Cross-Origin-Resource-Policy", isPicture ? "cross-origin" : "same-origin"),
            new("Content-Security-Policy", policy),
            .. PageHeaders.OnEveryAnswer,
        ];
    }

    /// <summary>What a 304 says: everything else the browser has from when it got the file.</summary>
    public static IEnumerable<KeyValuePair<string, string>> OfNotModified(string path) =>
        [new("Cache-Control", IsNamedByContent(path) ? ForEver : Briefly), new("Vary", "Accept-Encoding")];

    public static bool IsNamedByContent(string path) => path.StartsWith("data/media/", StringComparison.Ordinal);

    /// <summary>The policy for a page that carries its own style: it is shown at any depth, and can link to none.</summary>
    /// <param name="page">HTML; the style element is the paper's own.</param>
    public static string PolicyWithStyleOf(ReadOnlySpan<byte> page)
    {
        var start = page.IndexOf("<style>"u8);
        var end = page.IndexOf("</style>"u8);
        if (start < 0 || end < start)
        {
            return Policy;
        }

        var style = page[(start + "<style>".Length)..end];
        Span<byte> hash = stackalloc byte[Seal.ContentHash.Size];
        Seal.ContentHash.Of(style).CopyTo(hash);
        return Policy.Replace(
            "style-src 'self'",
            $"style-src 'self' 'sha256-{Convert.ToBase64String(hash)}'",
            StringComparison.Ordinal
        );
    }
}

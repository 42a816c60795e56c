namespace Pamphlet.Pictures.Receiving;

/// <summary>What a file is, by its first bytes: names and types that came along are only what somebody wrote.</summary>
internal enum PictureKind
{
    Unknown,
    Jpeg,
    Png,
    Gif,
    Webp,
    Avif,

    /// <summary>A program that draws: it may run, load and tell.</summary>
    Svg,

    /// <summary>Apple's, TIFF and camera files: no browser shows them.</summary>
    Unshown,

    /// <summary>A page that stands where a picture was.</summary>
    Html,
}

internal static class PictureKinds
{
    private const int HeadLength = 1024;

    public static PictureKind Of(ReadOnlySpan<byte> content) =>
        content switch
        {
            [0xFF, 0xD8, 0xFF, ..] => PictureKind.Jpeg,
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PictureKind.Png,
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => PictureKind.Gif,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] =>
                PictureKind.Webp,
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => OfBoxes(content),
            [(byte)'I', (byte)'I', 0x2A, 0, ..] or [(byte)'M', (byte)'M', 0, 0x2A, ..] or [(byte)'B', (byte)'M', ..] =>
                PictureKind.Unshown,
            _ => OfText(content[..Math.Min(HeadLength, content.Length)]),
        };

    private static PictureKind OfBoxes(ReadOnlySpan<byte> content) =>
        content.Length >= 12 && (content[8..12].SequenceEqual("avif"u8) || content[8..12].SequenceEqual("avis"u8))
            ? PictureKind.Avif
            : PictureKind.Unshown;

    private static PictureKind OfText(ReadOnlySpan<byte> head)
    {
        var text = System.Text.Encoding.Latin1.GetString(head);
        if (
            text.Contains("<svg", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<!DOCTYPE svg", StringComparison.OrdinalIgnoreCase)
        )
        {
            return PictureKind.Svg;
        }

        return
            text.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || text.Contains("<!doctype", StringComparison.OrdinalIgnoreCase)
            ? PictureKind.Html
            : PictureKind.Unknown;
    }
}

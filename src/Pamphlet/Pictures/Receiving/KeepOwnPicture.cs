using NetVips;

namespace Pamphlet.Pictures.Receiving;

/// <summary>
/// Looks at a file that claims to be one that this program once made. It may be kept byte for byte only if it decodes, is what it
/// claims, and holds nothing but pixels.
/// </summary>
internal static class KeepOwnPicture
{
    private static readonly string[] Metadata =
    [
        "exif-data",
        "xmp-data",
        "iptc-data",
        "icc-profile-data",
        "photoshop-data",
    ];

    public static bool MayKeep(byte[] content, PictureFormat format, int width, int height)
    {
        if (
            content.Length > PictureLimits.Usual.Bytes
            || KindOf(format) is not { } kind
            || PictureKinds.Of(content) != kind
        )
        {
            return false;
        }

        try
        {
            return Vips.Run(() =>
            {
                using var header = DecodePicture.Open(content, kind);
                var isAsked =
                    header.Width == width
                    && header.Height == height
                    && (long)width * height <= PictureLimits.Usual.Pixels;
                return isAsked && !Array.Exists(Metadata, header.Contains) && Decodes(header);
            });
        }
        catch (VipsException)
        {
            return false;
        }
    }

    private static bool Decodes(Image image) => image.Avg() >= 0;

    private static PictureKind? KindOf(PictureFormat format) =>
        format switch
        {
            PictureFormat.Jpeg => PictureKind.Jpeg,
            PictureFormat.Png => PictureKind.Png,
            PictureFormat.Webp => PictureKind.Webp,
            PictureFormat.Avif => PictureKind.Avif,
            PictureFormat.Gif => PictureKind.Gif,
            _ => null,
        };
}

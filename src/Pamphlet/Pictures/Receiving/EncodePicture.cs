using NetVips;

namespace Pamphlet.Pictures.Receiving;

/// <summary>
/// Writes a picture in the sizes that readers' screens ask for. Photographs as JPEG, drawings and what is transparent as PNG,
/// and either as WebP where that is smaller; every browser since 2011 shows the first two.
/// </summary>
internal static class EncodePicture
{
    // A phone's column, a tablet's, a desktop's at double density; the full size comes besides.
    private static readonly int[] Widths = [400, 800, 1400];

    private const int JpegQuality = 82;
    private const int WebpQuality = 80;

    // AVIF would save a third more, and takes seconds a picture: an import has hundreds.
    public static IReadOnlyList<EncodedPicture> AllSizes(Image full, PictureKind arrivedAs)
    {
        var isDrawing = full.HasAlpha() || (arrivedAs is not PictureKind.Jpeg && FewColours.Has(full));
        var files = new List<EncodedPicture>();

        // A size hardly smaller than the full one saves nobody anything.
        foreach (var width in Widths.Where(width => width * 10 < full.Width * 9))
        {
            using var smaller = full.ThumbnailImage(
                width,
                DecodePicture.FullHeight * 10,
                Enums.Size.Down,
                noRotate: true
            );
            using var inMemory = smaller.CopyMemory();
            Add(files, inMemory, isDrawing);
        }

        Add(files, full, isDrawing);
        return files;
    }

    private static void Add(List<EncodedPicture> files, Image image, bool isDrawing)
    {
        var usual = isDrawing
            ? image.PngsaveBuffer(compression: 9, filter: Enums.ForeignPngFilter.All, keep: Enums.ForeignKeep.None)
            : image.JpegsaveBuffer(q: JpegQuality, interlace: true, optimizeCoding: true, keep: Enums.ForeignKeep.None);
        files.Add(
            new EncodedPicture(image.Width, image.Height, isDrawing ? PictureFormat.Png : PictureFormat.Jpeg, usual)
        );

        var webp = image.WebpsaveBuffer(q: WebpQuality, lossless: isDrawing, effort: 4, keep: Enums.ForeignKeep.None);
        if (webp.Length < usual.Length)
        {
            files.Add(new EncodedPicture(image.Width, image.Height, PictureFormat.Webp, webp));
        }
    }
}

using NetVips;

namespace Pamphlet.Pictures.Receiving;

/// <summary>Opens a picture with the one decoder that its first bytes ask for, and turns it upright and into sRGB.</summary>
internal static class DecodePicture
{
    // A reader's screen shows no more; in pixels. Twice the widest column, for dense screens.
    public const int FullWidth = 2000;
    public const int FullHeight = 3000;

    private const Enums.Access Once = Enums.Access.Sequential;

    /// <summary>Reads the header only; pixels are decoded when they are asked for.</summary>
    public static Image Open(byte[] content, PictureKind kind, int shrink = 1) =>
        kind switch
        {
            PictureKind.Jpeg => Image.JpegloadBuffer(content, shrink: shrink, access: Once, failOn: Enums.FailOn.Error),
            PictureKind.Png => Image.PngloadBuffer(content, access: Once, failOn: Enums.FailOn.Error),
            PictureKind.Gif => Image.GifloadBuffer(content, access: Once, failOn: Enums.FailOn.Error),
            PictureKind.Webp => Image.WebploadBuffer(content, access: Once, failOn: Enums.FailOn.Error),
            PictureKind.Avif => Image.HeifloadBuffer(content, access: Once, failOn: Enums.FailOn.Error),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No decoder: refuse it first."),
        };

    public static int FramesOf(Image header) =>
        header.Contains("n-pages") && header.Get("n-pages") is int pages ? pages : 1;

    /// <summary>The whole picture in memory, at most <see cref="FullWidth"/> × <see cref="FullHeight"/>, as a camera's owner held it.</summary>
    public static Image Upright(byte[] content, PictureKind kind, Image header)
    {
        using var opened = Open(content, kind, kind is PictureKind.Jpeg ? ShrinkOf(header) : 1);
        using var upright = opened.ThumbnailImage(
            FullWidth,
            FullHeight,
            Enums.Size.Down,
            outputProfile: "srgb",
            intent: Enums.Intent.Perceptual
        );

        // Read once, from top to bottom: at random, a large picture would be unpacked into a file of the system's.
        using var small = upright.CopyMemory();
        using var inSrgb = small.Colourspace(Enums.Interpretation.Srgb);
        using var bytes = inSrgb.Cast(Enums.BandFormat.Uchar);
        using var solid = WithoutIdleAlpha(bytes);
        return solid.CopyMemory();
    }

    /// <summary>A JPEG can be decoded at a half, a quarter or an eighth of its size, for that part of the memory and time.</summary>
    private static int ShrinkOf(Image header)
    {
        var factor = Math.Max((double)header.Width / FullHeight, (double)header.Height / FullHeight);
        return factor switch
        {
            >= 8 => 8,
            >= 4 => 4,
            >= 2 => 2,
            _ => 1,
        };
    }

    /// <summary>Many pictures have an alpha channel in which nothing is transparent; it would forbid JPEG.</summary>
    private static Image WithoutIdleAlpha(Image image)
    {
        if (!image.HasAlpha())
        {
            return image.Copy();
        }

        using var alpha = image[image.Bands - 1];
        return alpha.Min() >= 255 ? image.ExtractBand(0, image.Bands - 1) : image.Copy();
    }
}

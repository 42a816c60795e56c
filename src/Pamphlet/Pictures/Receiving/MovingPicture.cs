using NetVips;

namespace Pamphlet.Pictures.Receiving;

/// <summary>A picture that moves is kept moving only where that costs a reader little; otherwise its first frame stands for it.</summary>
internal static class MovingPicture
{
    // In bytes; a whole page of the paper has 30 KB.
    private const int MostBytes = 1024 * 1024;
    private const long MostPixels = 25_000_000;
    private const int MostFrames = 150;

    public static (int Width, int Height, IReadOnlyList<EncodedPicture> Files)? TryKeep(
        byte[] content,
        PictureKind kind,
        int frames
    )
    {
        if (kind is not PictureKind.Gif || content.Length > MostBytes || frames > MostFrames)
        {
            return null;
        }

        using var header = Image.GifloadBuffer(content, n: -1, failOn: Enums.FailOn.Error);
        if ((long)header.Width * header.Height > MostPixels)
        {
            return null;
        }

        var gif = header.GifsaveBuffer(keep: Enums.ForeignKeep.None);
        return gif.Length > MostBytes
            ? null
            : (
                header.Width,
                header.PageHeight,
                [new EncodedPicture(header.Width, header.PageHeight, PictureFormat.Gif, gif)]
            );
    }
}

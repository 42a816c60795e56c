using NetVips;
using Pamphlet.Publications;
using Pamphlet.Seal;
using Pamphlet.Storage;

namespace Pamphlet.Pictures.Receiving;

/// <summary>Makes a picture of the paper from bytes of a stranger: upright, in sRGB, in a few sizes, with nothing but its pixels.</summary>
internal static class ReceivePicture
{
    public static ReceivedPicture Run(PublicationId paper, byte[] content, PictureLimits limits)
    {
        if (content.Length > limits.Bytes)
        {
            return new ReceivedPicture.Refused(
                PictureRefusal.TooManyBytes,
                $"It has more than {limits.Bytes / (1024 * 1024)} MiB."
            );
        }

        var kind = PictureKinds.Of(content);
        if (RefusalOf(kind) is { } refusal)
        {
            return refusal;
        }

        try
        {
            return Vips.Run(() => Receive(paper, content, kind, limits));
        }
        catch (VipsException)
        {
            // The library's message may hold words of the file.
            return new ReceivedPicture.Refused(PictureRefusal.Damaged, "It cannot be decoded.");
        }
    }

    private static ReceivedPicture Receive(PublicationId paper, byte[] content, PictureKind kind, PictureLimits limits)
    {
        using var header = DecodePicture.Open(content, kind);
        var frames = DecodePicture.FramesOf(header);
        var pixels = (long)header.Width * header.Height;
        if (pixels > limits.Pixels || header.Width > limits.Side || header.Height > limits.Side)
        {
            return new ReceivedPicture.Refused(
                PictureRefusal.TooManyPixels,
                $"It claims {header.Width} × {header.Height} pixels."
            );
        }

        var id = RowIds.New<PictureId>();
        var moving = frames > 1 ? MovingPicture.TryKeep(content, kind, frames) : null;
        var (width, height, files) = moving ?? StillSizes(content, kind, header);
        var picture = new Picture
        {
            PublicationId = paper,
            Id = id,
            Width = width,
            Height = height,
            ArrivedAs = ContentHash.Of(content).ToString(),
        };
        picture.Files.AddRange(files.Select(file => FileOf(picture, file)));
        return new ReceivedPicture.Kept(picture, IsStilled: frames > 1 && moving is null);
    }

    private static (int Width, int Height, IReadOnlyList<EncodedPicture> Files) StillSizes(
        byte[] content,
        PictureKind kind,
        Image header
    )
    {
        using var full = DecodePicture.Upright(content, kind, header);
        return (full.Width, full.Height, EncodePicture.AllSizes(full, kind));
    }

    private static PictureFile FileOf(Picture picture, EncodedPicture file) =>
        new()
        {
            PublicationId = picture.PublicationId,
            PictureId = picture.Id,
            Width = file.Width,
            Height = file.Height,
            Format = file.Format,
            Hash = ContentHash.Of(file.Content).ToString(),
            Length = file.Content.Length,
            Content = file.Content,
        };

    private static ReceivedPicture.Refused? RefusalOf(PictureKind kind) =>
        kind switch
        {
            PictureKind.Svg => new(PictureRefusal.Drawing, "An SVG is a program that draws; save it as PNG."),
            PictureKind.Html => new(PictureRefusal.NoPicture, "It is a page, not a picture."),
            PictureKind.Unshown => new(
                PictureRefusal.NoPicture,
                "Browsers do not show this kind; save it as JPEG or PNG."
            ),
            PictureKind.Unknown => new(PictureRefusal.NoPicture, "It is no picture."),
            _ => null,
        };
}

internal sealed record EncodedPicture(int Width, int Height, PictureFormat Format, byte[] Content);

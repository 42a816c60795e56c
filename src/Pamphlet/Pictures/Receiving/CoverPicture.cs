using NetVips;
using Pamphlet.Publications;

namespace Pamphlet.Pictures.Receiving;

/// <summary>
/// Lays one flat tone over parts of a picture. Not a blur and no mosaic: of both, programs have told faces again; of a tone there
/// is nothing to tell.
/// </summary>
internal static class CoverPicture
{
    /// <param name="content">A picture of ours.</param>
    /// <param name="areas">In parts of the whole: left, top, width, height.</param>
    public static Picture Run(
        PublicationId paper,
        byte[] content,
        IReadOnlyList<(double Left, double Top, double Width, double Height)> areas
    )
    {
        var png = Vips.Run(() => Covered(content, areas));
        var received = ReceivePicture.Run(paper, png, PictureLimits.Usual);
        var kept = received is ReceivedPicture.Kept { Picture: var picture }
            ? picture
            : throw new InvalidOperationException("A picture of ours is one.");
        return new Picture
        {
            PublicationId = kept.PublicationId,
            Id = kept.Id,
            Width = kept.Width,
            Height = kept.Height,
            ArrivedAs = kept.ArrivedAs,
            IsCovered = true,
            Files = kept.Files,
        };
    }

    private static byte[] Covered(
        byte[] content,
        IReadOnlyList<(double Left, double Top, double Width, double Height)> areas
    )
    {
        var kind = PictureKinds.Of(content);
        using var opened = DecodePicture.Open(content, kind);
        using var inMemory = opened.CopyMemory();
        var covered = inMemory.Mutate(image =>
        {
            foreach (var area in areas)
            {
                var left = (int)Math.Floor(area.Left * inMemory.Width);
                var top = (int)Math.Floor(area.Top * inMemory.Height);
                var width = Math.Min(inMemory.Width - left, (int)Math.Ceiling(area.Width * inMemory.Width) + 1);
                var height = Math.Min(inMemory.Height - top, (int)Math.Ceiling(area.Height * inMemory.Height) + 1);
                image.DrawRect(Tone(inMemory.Bands), left, top, width, height, fill: true);
            }
        });
        using (covered)
        {
            // A photograph stays one: the sizes for readers are made as for any that arrives.
            return kind == PictureKind.Jpeg
                ? covered.JpegsaveBuffer(q: 95, keep: Enums.ForeignKeep.None)
                : covered.PngsaveBuffer(keep: Enums.ForeignKeep.None);
        }
    }

    // The same for every picture: a mean would still tell a skin's or a coat's colour.
    private static double[] Tone(int bands) =>
        bands switch
        {
            1 => [96],
            2 => [96, 255],
            3 => [96, 92, 86],
            _ => [96, 92, 86, 255],
        };
}

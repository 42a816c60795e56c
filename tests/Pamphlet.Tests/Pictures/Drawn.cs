using NetVips;
using Pamphlet.Pictures.Receiving;

namespace Pamphlet.Tests.Pictures;

/// <summary>Pictures that tests draw; nobody's face.</summary>
internal static class Drawn
{
    /// <summary>A picture with a red top left corner, so that a turn is seen, and enough noise to be a photograph.</summary>
    public static Image Photo(int width, int height) =>
        Vips.Run(() =>
        {
            using var noise = Image.Gaussnoise(width, height, sigma: 30, mean: 120, seed: 7);
            using var more = Image.Gaussnoise(width, height, sigma: 30, mean: 120, seed: 8);
            using var three = noise.Bandjoin(more, noise);
            using var bytes = three.Cast(Enums.BandFormat.Uchar);
            using var colour = bytes.Copy(interpretation: Enums.Interpretation.Srgb);
            return colour.Mutate(drawing => drawing.DrawRect([255, 0, 0], 0, 0, width / 4, height / 4, fill: true));
        });

    public static byte[] Jpeg(int width, int height)
    {
        using var photo = Photo(width, height);
        return Vips.Run(() => photo.JpegsaveBuffer(q: 90));
    }

    public static byte[] Diagram(int width, int height) =>
        Vips.Run(() =>
        {
            using var black = Image.Black(width, height, bands: 3);
            using var colour = black.Copy(interpretation: Enums.Interpretation.Srgb);
            using var drawn = colour.Mutate(drawing =>
                drawing.DrawRect([0, 200, 40], 5, 5, width / 2, height / 2, fill: true)
            );
            return drawn.PngsaveBuffer();
        });

    public static byte[] MovingGif(int width, int height, int frames) =>
        Vips.Run(() =>
        {
            var pages = Enumerable
                .Range(0, frames)
                .Select(i =>
                    (Image.Black(width, height, bands: 3) + new double[] { i * 20 % 255, 40, 90 }).Cast(
                        Enums.BandFormat.Uchar
                    )
                )
                .ToArray();
            using var tall = Image.Arrayjoin(pages, across: 1);
            using var paged = tall.Copy(interpretation: Enums.Interpretation.Srgb);
            return paged
                .Mutate(meta =>
                {
                    meta.Set(GValue.GIntType, "page-height", height);
                    meta.Set(GValue.ArrayIntType, "delay", Enumerable.Repeat(100, frames).ToArray());
                })
                .GifsaveBuffer();
        });
}

using NetVips;

namespace Pamphlet.Pictures.Receiving;

/// <summary>Tells drawings, diagrams and screenshots from photographs: JPEG would smear their edges, and PNG is smaller for them.</summary>
internal static class FewColours
{
    // A photograph has a new colour at every second place; a screenshot with smoothed letters has some hundred in all.
    private const int Samples = 20_000;
    private const int Few = 1_200;

    public static bool Has(Image image)
    {
        var bands = image.Bands;
        var pixels = image.WriteToMemory<byte>();
        var count = pixels.Length / bands;
        var step = Math.Max(1, count / Samples);
        var colours = new HashSet<int>();
        for (var i = 0; i < count && colours.Count <= Few; i += step)
        {
            var at = i * bands;
            colours.Add(bands >= 3 ? (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2] : pixels[at]);
        }

        return colours.Count <= Math.Min(Few, Math.Max(64, count / step / 8));
    }
}

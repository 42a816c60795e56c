using System.Globalization;
using System.Runtime.InteropServices;

namespace Pamphlet.Rendering;

/// <summary>A colour of a screen, and how well it is told from another.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>What words need against their ground (WCAG 2.2, 1.4.3).</summary>
    public const double ForWords = 4.5;

    /// <summary>What edges need (1.4.11).</summary>
    public const double ForEdges = 3;

    /// <summary>As a browser's own field for colours sends it: <c>#8e1f14</c>.</summary>
    public static bool TryParse(string text, out Colour colour)
    {
        colour = default;
        if (
            text.Length != 7
            || text[0] != '#'
            || !int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var all)
        )
        {
            return false;
        }

        colour = new Colour((byte)((all >> 16) & 0xff), (byte)((all >> 8) & 0xff), (byte)(all & 0xff));
        return true;
    }

    /// <summary>From 1 (the same light) to 21 (black on white), as WCAG 2.2 counts it.</summary>
    public double Contrast(Colour other)
    {
        var (one, two) = (Light, other.Light);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <param name="part">0: this one; 1: the other.</param>
    public Colour Towards(Colour other, double part) =>
        new(Mix(Red, other.Red, part), Mix(Green, other.Green, part), Mix(Blue, other.Blue, part));

    /// <summary>The nearest that words may be set in on a ground: darker on a light one, lighter on a dark one.</summary>
    public Colour ReadableOn(Colour ground)
    {
        var end = ground.Light > 0.18 ? new Colour(0, 0, 0) : new Colour(255, 255, 255);
        for (var step = 0; step < 100; step++)
        {
            var tried = Towards(end, step / 100.0);
            if (tried.Contrast(ground) >= ForWords)
            {
                return tried;
            }
        }

        return end;
    }

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private double Light => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte part)
    {
        var value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static byte Mix(byte from, byte to, double part) => (byte)Math.Round(from + ((to - from) * part));
}

namespace Pamphlet.Pictures.Receiving;

/// <summary>What a picture may cost.</summary>
internal sealed record PictureLimits
{
    public static PictureLimits Usual { get; } = new();

    /// <summary>In bytes. The largest camera's JPEG has about 40 MB.</summary>
    public int Bytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>Width times height, of all frames together. A header of 30 bytes may claim 65,535 × 65,535.</summary>
    public long Pixels { get; init; } = 100_000_000;

    /// <summary>Of one side, in pixels: a strip 1 × 60,000,000 is no picture.</summary>
    public int Side { get; init; } = 30_000;
}

namespace Pamphlet.Tests.Stories.Browsers;

/// <summary>Who looks at a page, and through what.</summary>
/// <param name="Width">CSS pixels.</param>
/// <param name="Height">CSS pixels.</param>
/// <param name="Zoom">Device pixels a CSS pixel: a window of 1440 at 200 % is 720 wide and 2.</param>
/// <param name="Through">The SOCKS door of a tor; null: straight.</param>
/// <param name="Scripts">Whether the page may run scripts; ours have none: axe asks for it, and who looks for scripts of others.</param>
internal sealed record Reader(
    int Width,
    int Height,
    float Zoom = 1,
    bool Dark = false,
    bool Scripts = false,
    Uri? Through = null
)
{
    public static Reader AtADesk { get; } = new(1440, 900);

    public static Reader AtADeskZoomedTo200 { get; } = new(720, 450, Zoom: 2);

    public static Reader OnATablet { get; } = new(500, 800);

    public static Reader OnAPhone { get; } = new(360, 740);

    public static Reader OnTheSmallestPhone { get; } = new(320, 640);
}

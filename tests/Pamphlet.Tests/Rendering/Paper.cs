using Pamphlet.Rendering;

namespace Pamphlet.Tests.Rendering;

/// <summary>A small paper around the texts of the tests.</summary>
internal static class Paper
{
    private static readonly ShownPicture Loom = new(
        1600,
        1067,
        [
            new ShownPictureFile("media/00000000000000a1.jpg", "image/jpeg", 480, 320),
            new ShownPictureFile("media/00000000000000a2.jpg", "image/jpeg", 960, 640),
            new ShownPictureFile("media/00000000000000a3.webp", "image/webp", 480, 320),
            new ShownPictureFile("media/00000000000000a4.webp", "image/webp", 960, 640),
        ]
    );

    private static readonly ShownPicture Stamp = new(
        64,
        48,
        [new ShownPictureFile("media/00000000000000b1.png", "image/png", 64, 48)]
    );

    private static readonly Dictionary<string, string> Addresses = new(StringComparer.Ordinal)
    {
        ["/2019/05/slug.html"] = "2019/05/slug.html",
        ["/old/place"] = "/2019/05/slug.html",
        ["/?p=12"] = "2019/05/slug.html",
        ["/"] = "index.html",
    };

    public static RenderContext English { get; } = In(Language.English);

    public static RenderContext In(Language language) =>
        new(
            language,
            id =>
                id switch
                {
                    "0123456789abcdef" => Loom,
                    "00000000000000b1" => Stamp,
                    _ => null,
                },
            address => Addresses.GetValueOrDefault(address)
        );

    /// <summary>The HTML with the root's mark made visible.</summary>
    public static string Readable(SafeHtml html) => html.At("{root}");
}

using System.Globalization;
using Markdig.Syntax.Inlines;
using Pamphlet.Rendering.Tree;

namespace Pamphlet.Rendering.Constructs;

/// <summary>Pictures of this paper, in every size we have. One from elsewhere would tell its owner who reads: it becomes a link.</summary>
internal sealed class OwnPictures(RenderContext context)
{
    private const string Scheme = "picture:";

    // The measure of the text; wider screens do not make the picture wider.
    private const string Sizes = "(min-width: 42rem) 40rem, 100vw";

    // What a browser without srcset gets: enough for the measure, and no more for an old phone.
    private const int PlainWidth = 800;

    private readonly Dictionary<string, IReadOnlyList<HtmlAttribute[]>?> known = new(StringComparer.Ordinal);

    public static bool IsPicture(Inline? inline) => inline is LinkInline { IsImage: true };

    public HtmlNode Build(LinkInline source, Links links, bool isInLink) =>
        Build(source.Url ?? "", CleanText.Of(Words.Of(source)), links, isInLink);

    public HtmlNode Build(string address, string description, Links links, bool isInLink)
    {
        if (Own(address) is { } own)
        {
            return Show(own, description);
        }

        var anchor = isInLink || address.StartsWith(Scheme, StringComparison.Ordinal) ? null : links.Open(address);
        var words = new HtmlText(
            (description.Length > 0 ? description : TextWords.In(context.Language).Picture).AsMemory()
        );
        return anchor is null ? words : anchor.Add(words);
    }

    /// <summary>Whether the address names a picture that we have.</summary>
    public bool Has(string? address) => Own(address ?? "") is not null;

    private static HtmlElement Show(IReadOnlyList<HtmlAttribute[]> own, string description)
    {
        var image = new HtmlElement("img");
        image.Take(own[0]).With("alt", description).With("loading", "lazy").With("decoding", "async");
        if (own.Count == 1)
        {
            return image;
        }

        var picture = new HtmlElement("picture");
        foreach (var source in own.Skip(1))
        {
            picture.Add(new HtmlElement("source").Take(source));
        }

        return picture.Add(image);
    }

    /// <summary>The attributes of the image and of each better format, put together once a text.</summary>
    private IReadOnlyList<HtmlAttribute[]>? Own(string address)
    {
        if (!address.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        if (!known.TryGetValue(address, out var attributes))
        {
            var picture = context.PictureOf(address[Scheme.Length..]);
            attributes = picture is null || picture.Files.Count == 0 ? null : Describe(picture);
            known.Add(address, attributes);
        }

        return attributes;
    }

    private static List<HtmlAttribute[]> Describe(ShownPicture picture)
    {
        var formats = picture
            .Files.GroupBy(file => file.MediaType, StringComparer.Ordinal)
            .OrderBy(format => Rank(format.Key))
            .Select(format => format.OrderBy(file => file.Width).ToList())
            .ToList();
        var plain = formats[^1];
        var shown = plain.Find(file => file.Width >= PlainWidth) ?? plain[^1];
        List<HtmlAttribute> image = [new("src", SafeHtml.Root + shown.Path, IsRooted: true)];
        if (plain.Count > 1)
        {
            image.Add(new("srcset", SourceSet(plain), IsRooted: true));
            image.Add(new("sizes", Sizes));
        }

        image.Add(new("width", picture.Width.ToString(CultureInfo.InvariantCulture)));
        image.Add(new("height", picture.Height.ToString(CultureInfo.InvariantCulture)));
        List<HtmlAttribute[]> all =
        [
            [.. image],
        ];
        foreach (var format in formats.SkipLast(1))
        {
            all.Add([
                new("type", format[0].MediaType),
                new("srcset", SourceSet(format), IsRooted: true),
                new("sizes", Sizes),
            ]);
        }

        return all;
    }

    private static string SourceSet(List<ShownPictureFile> files) =>
        string.Join(
            ", ",
            files.Select(file =>
                string.Create(CultureInfo.InvariantCulture, $"{SafeHtml.Root}{file.Path} {file.Width}w")
            )
        );

    // Best first; what every browser knows comes last and is the plain image.
    private static int Rank(string mediaType) =>
        mediaType switch
        {
            "image/avif" => 0,
            "image/webp" => 1,
            _ => 2,
        };
}

using System.Globalization;
using AngleSharp.Dom;
using Pamphlet.Imports.Text.Html;
using Pamphlet.Imports.Text.Tree;
using Pamphlet.Rendering;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>Reads a picture: asks the paper for it, and links to it where the paper has none.</summary>
internal sealed class PictureReader(Conversion conversion)
{
    // Larger than a letter, smaller than anything worth a line of its own. In pixels.
    private const int SmallSide = 48;

    private readonly List<string> shown = [];
    private readonly List<string> missing = [];

    public IReadOnlyList<string> Shown => shown;

    public IReadOnlyList<string> Missing => missing;

    /// <summary>Whether <paramref name="link"/> only opens the same picture larger.</summary>
    public static bool IsOwnEnlargement(string? link) =>
        link is not null && PictureAddress.NamesPicture(AddressReader.Normalise(link));

    /// <param name="enlargement">Where the link around the picture leads, if to a picture; otherwise null.</param>
    /// <returns>Nothing for what no reader ever saw.</returns>
    public IEnumerable<Run> Read(IElement image, string? enlargement, RunStyle style)
    {
        var alt = AltOf(image);
        if (IsFace(image) && alt.Length > 0)
        {
            return [Run.Words(alt, style)];
        }

        var (width, height) = (Side(image, "width"), Side(image, "height"));
        if (width <= 1 && height <= 1)
        {
            conversion.Dropped.Add("counting picture");
            return [];
        }

        var source = SourceOf(image);
        if (InlinePicture.IsData(source))
        {
            return ReadInline(source, alt, width, height, style);
        }

        var shownAddress = AddressReader.Normalise(source);
        if (shownAddress.Length == 0 || !IsElsewhere(shownAddress))
        {
            DropAddress(shownAddress);
            return [];
        }

        var address = enlargement is null ? shownAddress : AddressReader.Normalise(enlargement);
        var found = new FoundPicture(address, shownAddress, alt, width, height, ReadOnlyMemory<byte>.Empty);
        if (conversion.Options.PictureFor(found) is { } reference)
        {
            return [Picture(reference, alt, width, height, style)];
        }

        missing.Add(address);
        var words = alt.Length > 0 ? alt : PictureAddress.WordsFor(address);
        return [Run.Words(words, style with { Link = style.Link ?? conversion.Addresses.Read(address) })];
    }

    private IEnumerable<Run> ReadInline(string source, string alt, int? width, int? height, RunStyle style)
    {
        if (
            InlinePicture.TryRead(source, out var bytes)
            && conversion.Options.PictureFor(new FoundPicture("", "", alt, width, height, bytes)) is { } reference
        )
        {
            return [Picture(reference, alt, width, height, style)];
        }

        conversion.Dropped.Add("address data");
        return alt.Length > 0 ? [Run.Words(alt, style)] : [];
    }

    private Run Picture(string reference, string alt, int? width, int? height, RunStyle style)
    {
        if (!shown.Contains(reference))
        {
            shown.Add(reference);
        }

        return new Run(RunKind.Picture, reference, style)
        {
            Alt = alt,
            IsSmall = width <= SmallSide && height <= SmallSide,
        };
    }

    private void DropAddress(string address)
    {
        var scheme = AddressReader.SchemeLength(address);
        conversion.Dropped.Add(
            address.Length == 0 ? "picture without an address"
            : scheme > 1 ? "address " + address[..scheme].ToLowerInvariant()
            : "address file"
        );
    }

    private static bool IsElsewhere(string address) =>
        AddressReader.SchemeLength(address) switch
        {
            0 => !address.StartsWith('\\'),
            var length => address[..length].ToLowerInvariant() is "http" or "https",
        };

    /// <summary>Lazy pages keep the true address beside a placeholder.</summary>
    private static string SourceOf(IElement image)
    {
        var source = image.GetAttribute("src") ?? "";
        if (source.Length > 0 && !InlinePicture.IsPlaceholder(source))
        {
            return source;
        }

        foreach (
            var name in (string[])["data-src", "data-original", "data-lazy-src", "data-orig-file", "data-full-url"]
        )
        {
            if (image.GetAttribute(name) is { Length: > 0 } lazy)
            {
                return lazy;
            }
        }

        return LargestOf(image.GetAttribute("srcset") ?? image.GetAttribute("data-srcset")) ?? source;
    }

    private static string? LargestOf(string? set) =>
        set
            ?.Split(',', 30, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(candidate => candidate.Split(' ', 2, StringSplitOptions.TrimEntries))
            .OrderByDescending(parts =>
                parts.Length > 1
                && double.TryParse(parts[1].TrimEnd('w', 'x'), CultureInfo.InvariantCulture, out var size)
                    ? size
                    : 0
            )
            .Select(parts => parts[0])
            .FirstOrDefault();

    private static string AltOf(IElement image)
    {
        var alt = CleanText.Of(image.GetAttribute("alt") ?? "").ReplaceLineEndings(" ").Trim();

        // Word writes the path of the file, and some programs its name: neither tells a reader what it shows.
        return AddressReader.NamesFile(alt) || PictureAddress.IsFileName(alt) ? ""
            : alt.Length > 1000 ? alt[..1000]
            : alt;
    }

    private static bool IsFace(IElement image) =>
        image.ClassList.Contains("wp-smiley") || image.ClassList.Contains("emoji") || image.HasAttribute("data-emoji");

    private static int? Side(IElement image, string name)
    {
        var text = image.GetAttribute(name) ?? ElementStyle.Value(image, name) ?? "";
        text = text.Trim().Replace("px", "", StringComparison.OrdinalIgnoreCase);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var side) && side < 100_000
            ? side
            : null;
    }
}

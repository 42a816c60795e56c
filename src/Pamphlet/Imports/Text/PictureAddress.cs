using System.Text.RegularExpressions;

namespace Pamphlet.Imports.Text;

/// <summary>
/// The addresses under which Blogger keeps pictures. The same picture has as many addresses as sizes: the size is a part of the
/// path (<c>/s1600/</c>, <c>/w400-h300/</c>) or an ending (<c>=w400-h158</c>).
/// </summary>
internal static partial class PictureAddress
{
    // The largest side that Google gives for the asking, in pixels; we store no more than 2,000.
    private const string FullSize = "s2048";

    /// <summary>Whether an address leads to a picture and not to a page.</summary>
    public static bool NamesPicture(string address) =>
        HostOf(address) is { } host && (IsPictureHost(host) || PictureEnding().IsMatch(PathOf(address)));

    /// <summary>Whether Google keeps it, in one of the forms whose size is in the address.</summary>
    public static bool IsBloggers(string address) => HostOf(address) is { } host && IsPictureHost(host);

    /// <summary>The same picture as large as we would keep it.</summary>
    /// <remarks><c>/s1600-h/</c> once led to a page around the picture, so the letters after the size are taken away too.</remarks>
    public static string FullSizeOf(string address)
    {
        if (!IsBloggers(address))
        {
            return address;
        }

        if (SizeEnding().IsMatch(address))
        {
            return SizeEnding().Replace(address, "=" + FullSize);
        }

        return SizeSegment().IsMatch(address) ? SizeSegment().Replace(address, "/" + FullSize + "/${name}") : address;
    }

    /// <summary>One spelling for all sizes of one picture; other addresses come back without their scheme and fragment.</summary>
    public static string KeyOf(string address)
    {
        var key = SizeSegment().Replace(SizeEnding().Replace(FullSizeOf(address), ""), "/${name}");
        var fragment = key.IndexOf('#', StringComparison.Ordinal);
        key = fragment < 0 ? key : key[..fragment];
        var scheme = key.IndexOf("://", StringComparison.Ordinal);
        key = scheme < 0 ? key : key[(scheme + 3)..];

        // 1.bp. to 4.bp. are the same shelf.
        return ShelfNumber().Replace(key, "bp.blogspot.com/");
    }

    /// <summary>The file's name as its owner gave it, decoded; null where the address holds none (<c>/img/a/…=s400</c>).</summary>
    public static string? FileNameOf(string address)
    {
        if (HostOf(address) is null)
        {
            return null;
        }

        var path = PathOf(address);
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (name.Length is 0 or > 500 || SizeEnding().IsMatch(address))
        {
            return null;
        }

        name = Uri.UnescapeDataString(name);
        return name.Contains('.', StringComparison.Ordinal) ? name : null;
    }

    /// <summary>Words for a link to a picture that nobody described.</summary>
    public static string WordsFor(string address) => FileNameOf(address) ?? HostOf(address) ?? address;

    /// <summary>Whether words are only a file's name, <c>IMG_2031.JPG</c>.</summary>
    public static bool IsFileName(string words) =>
        !words.Contains(' ', StringComparison.Ordinal) && PictureEnding().IsMatch(words);

    private static string? HostOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.Host : null;

    private static string PathOf(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        return end < 0 ? address : address[..end];
    }

    private static bool IsPictureHost(string host) =>
        host.EndsWith(".bp.blogspot.com", StringComparison.OrdinalIgnoreCase)
        || host.Equals("bp.blogspot.com", StringComparison.OrdinalIgnoreCase)
        || host.Equals("blogger.googleusercontent.com", StringComparison.OrdinalIgnoreCase)
        || PhotoHost().IsMatch(host);

    [GeneratedRegex(
        @"^lh[0-9]\.(?<owner>googleusercontent|ggpht|google)\.com$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex PhotoHost();

    [GeneratedRegex(
        @"\.(jpe?g|png|gif|webp|bmp|tiff?|avif)$",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.NonBacktracking
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex PictureEnding();

    // A size is s or w or h and a number, then letters or further sizes parted by hyphens: s1600, s72-c, w400-h300, w72-h72-p-k-no-nu.
    [GeneratedRegex(
        @"/[swh][0-9]{1,5}(-[a-z]{1,3}[0-9]{0,5})*/(?<name>[^/]*)$",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.NonBacktracking
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SizeSegment();

    [GeneratedRegex(
        @"=[swh][0-9]{1,5}(-[a-z]{1,3}[0-9]{0,5})*$",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.NonBacktracking
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SizeEnding();

    [GeneratedRegex(
        @"^[0-9]\.bp\.blogspot\.com/",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex ShelfNumber();
}

using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Pamphlet.Imports.Text.Tree;

namespace Pamphlet.Imports.Text.Flow;

/// <summary>What would load from elsewhere becomes a link to it, at the place where a person can look at it.</summary>
internal static partial class EmbedReader
{
    public static IReadOnlyList<Block> Read(IElement element, Conversion conversion)
    {
        var address = AddressReader.Normalise(AddressOf(element));
        var kind = element.LocalName is "video" or "audio" ? element.LocalName : "frame";
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            conversion.Dropped.Add(kind);
            return [];
        }

        conversion.Dropped.Add($"{kind} {uri.Host}");
        if (conversion.Addresses.Read(Watchable(address)) is not { } link)
        {
            return [];
        }

        var title = Rendering.CleanText.Of(element.GetAttribute("title") ?? "").ReplaceLineEndings(" ").Trim();
        var words =
            title.Length is > 0 and <= 200 && !title.Contains("player", StringComparison.OrdinalIgnoreCase)
                ? title
                : link;
        return [new Paragraph([Run.Words(words, RunStyle.Plain with { Link = link })])];
    }

    /// <summary>The page that shows what a frame showed.</summary>
    public static string Watchable(string address)
    {
        var video = YouTube().Match(address);
        if (video.Success)
        {
            return "https://www.youtube.com/watch?v=" + video.Groups["id"].Value;
        }

        video = Vimeo().Match(address);
        if (video.Success)
        {
            return "https://vimeo.com/" + video.Groups["id"].Value;
        }

        video = Dailymotion().Match(address);
        return video.Success ? "https://www.dailymotion.com/video/" + video.Groups["id"].Value : address;
    }

    private static string? AddressOf(IElement element)
    {
        foreach (var name in (string[])["src", "data", "data-src", "movie"])
        {
            if (
                element.GetAttribute(name) is { Length: > 0 } address
                && !address.StartsWith("about:", StringComparison.OrdinalIgnoreCase)
            )
            {
                return address;
            }
        }

        return element.QuerySelector("source[src]")?.GetAttribute("src")
            ?? element.QuerySelector("embed[src]")?.GetAttribute("src")
            ?? element.QuerySelector("param[name=movie],param[name=src],param[name=Movie]")?.GetAttribute("value")
            ?? element.QuerySelector("iframe[src]")?.GetAttribute("src");
    }

    [GeneratedRegex(
        @"^https?://(www\.)?(youtube(-nocookie)?\.com/(embed|v|e)/|youtu\.be/)(?<id>[A-Za-z0-9_-]{6,20})",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.NonBacktracking
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex YouTube();

    [GeneratedRegex(
        @"^https?://player\.vimeo\.com/video/(?<id>[0-9]{3,15})",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.NonBacktracking
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Vimeo();

    [GeneratedRegex(
        @"^https?://(www\.)?dailymotion\.com/(swf|embed)/(video/)?(?<id>[A-Za-z0-9]{4,20})",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.NonBacktracking
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Dailymotion();
}

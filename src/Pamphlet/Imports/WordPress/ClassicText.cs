using System.Net;
using System.Text.RegularExpressions;
using Pamphlet.Imports.Entries;

namespace Pamphlet.Imports.WordPress;

/// <summary>
/// The body of a text as HTML. Texts of the block editor are HTML already; older ones part their paragraphs by empty lines. Both hold
/// words in square brackets that WordPress, or a plug-in, turned into something else.
/// </summary>
internal static partial class ClassicText
{
    public static ClassicBody Of(string content, Func<string, SourcePicture?> attachment)
    {
        var dropped = new List<string>();
        var isBlocks = content.Contains("<!-- wp:", StringComparison.Ordinal);
        var html = Captions().Replace(content, Caption);
        html = Code()
            .Replace(
                html,
                match =>
                    $"<pre><code>{WebUtility.HtmlEncode(WebUtility.HtmlDecode(match.Groups["words"].Value))}</code></pre>"
            );
        html = Shortcode().Replace(html, match => One(match, attachment, dropped));
        var pages = NextPage().Count(html);
        if (pages > 0)
        {
            html = NextPage().Replace(html, "\n");
            dropped.AddRange(Enumerable.Repeat("page break within a text", pages));
        }

        return new ClassicBody(html, !isBlocks && !Paragraphs().IsMatch(html), dropped);
    }

    private static string Caption(Match match)
    {
        var words = match.Groups["words"].Value.Trim();
        var picture = PictureAndLink().Match(words);
        var caption = picture.Success ? words[(picture.Index + picture.Length)..].Trim() : "";
        if (caption.Length == 0)
        {
            caption = Attribute(match.Groups["attributes"].Value, "caption");
        }

        return picture.Success
            ? $"\n<figure>{picture.Value}<figcaption>{caption}</figcaption></figure>\n"
            : $"\n{words}\n";
    }

    private static string One(Match match, Func<string, SourcePicture?> attachment, List<string> dropped)
    {
        var name = match.Groups["name"].Value.ToLowerInvariant();
        var attributes = match.Groups["attributes"].Value;
        if (match.Groups["close"].Length > 0)
        {
            return Known.Contains(name) ? "" : match.Value;
        }

        switch (name)
        {
            case "gallery" when Attribute(attributes, "ids") is { Length: > 0 } ids:
                return string.Concat(
                    ids.Split(',').Take(200).Select(id => attachment(id.Trim())).OfType<SourcePicture>().Select(Figure)
                );
            case "audio" or "video" or "playlist" or "embed" or "youtube" or "vimeo":
                var address = Links().Match(attributes);
                dropped.Add($"shortcode {name}");
                return address.Success
                    ? $"\n<p><a href=\"{WebUtility.HtmlEncode(address.Value)}\">{WebUtility.HtmlEncode(address.Value)}</a></p>\n"
                    : "";
            case var _ when Known.Contains(name):
                dropped.Add($"shortcode {name}");
                return "";
            default:
                // «[sic]» is a word of a text and no instruction: only a name with settings is one for certain.
                if (attributes.Contains('=', StringComparison.Ordinal))
                {
                    dropped.Add($"shortcode {name}");
                    return "";
                }

                return match.Value;
        }
    }

    private static string Figure(SourcePicture picture) =>
        $"\n<figure><img src=\"{WebUtility.HtmlEncode(picture.Address)}\" alt=\"{WebUtility.HtmlEncode(picture.Alt)}\">"
        + $"<figcaption>{WebUtility.HtmlEncode(picture.Caption)}</figcaption></figure>\n";

    private static string Attribute(string attributes, string name)
    {
        var match = Attributes()
            .Matches(attributes)
            .FirstOrDefault(one => one.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase));
        return match?.Groups["value"].Value ?? "";
    }

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "caption",
        "wp_caption",
        "gallery",
        "audio",
        "video",
        "playlist",
        "embed",
        "youtube",
        "vimeo",
        "contact-form",
        "contact-form-7",
        "contact-field",
        "polldaddy",
        "googlevideo",
        "dailymotion",
        "slideshare",
        "soundcloud",
        "tweet",
        "googlemaps",
        "archives",
        "blog_subscription_form",
    };

    [GeneratedRegex(
        @"\[(wp_)?caption(?<attributes>\s[^\]]*)?\](?<words>.{0,8000}?)\[/(wp_)?caption\]",
        RegexOptions.Singleline
            | RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.NonBacktracking
    )]
    private static partial Regex Captions();

    [GeneratedRegex(
        @"\[(source)?code(\s[^\]]*)?\](?<words>.*?)\[/(source)?code\]",
        RegexOptions.Singleline
            | RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.NonBacktracking
    )]
    private static partial Regex Code();

    [GeneratedRegex(
        @"\[(?<close>/)?(?<name>[A-Za-z][A-Za-z0-9_-]{1,40})(?<attributes>[\s=][^\]\[]{0,2000})?/?\]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Shortcode();

    [GeneratedRegex(
        "(?<name>[a-z_]{1,20})\\s*=\\s*[\"“”″'](?<value>[^\"“”″']*)",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.NonBacktracking
    )]
    private static partial Regex Attributes();

    [GeneratedRegex(
        @"^\s*(<a\s[^>]*>\s*)?<img\s[^>]*>(\s*</a>)?",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.NonBacktracking
    )]
    private static partial Regex PictureAndLink();

    [GeneratedRegex(@"https?://[^\s""'\]<>]{1,1000}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Links();

    [GeneratedRegex(
        "<!--nextpage-->",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex NextPage();

    [GeneratedRegex(@"<p[\s>]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Paragraphs();
}

/// <param name="Dropped">What was left out, by kind, once for each time.</param>
internal sealed record ClassicBody(string Html, bool LinesAreParagraphs, IReadOnlyList<string> Dropped);

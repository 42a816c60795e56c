using System.Net;
using System.Text.RegularExpressions;

namespace Pamphlet.Imports.Markdown;

/// <summary>Words in braces that Jekyll (<c>{% … %}</c>) or Hugo (<c>{{&lt; … &gt;}}</c>) turned into something else.</summary>
internal static partial class Shortcodes
{
    /// <param name="addressOf">Where a text of the folder was shown, by its file's name or path; or null.</param>
    public static string Resolve(string text, Func<string, string?> addressOf, ICollection<string> dropped)
    {
        if (!text.Contains("{{", StringComparison.Ordinal) && !text.Contains("{%", StringComparison.Ordinal))
        {
            return text;
        }

        text = Highlight()
            .Replace(
                text,
                match =>
                    $"\n\n```{match.Groups["language"].Value}\n{match.Groups["code"].Value.Trim('\n', '\r')}\n```\n\n"
            );
        text = SiteAddress().Replace(text, match => match.Groups["quoted"].Success ? match.Groups["quoted"].Value : "");
        text = Reference().Replace(text, match => addressOf(match.Groups["name"].Value.Trim('"', '\'', ' ')) ?? "");
        return Other().Replace(text, match => One(match, dropped));
    }

    private static string One(Match match, ICollection<string> dropped)
    {
        var name = match.Groups["name"].Value.TrimStart('/').ToLowerInvariant();
        var attributes = match.Groups["attributes"].Value;
        switch (name)
        {
            case "figure" when Attribute(attributes, "src") is { Length: > 0 } source:
                return $"\n\n<figure><img src=\"{WebUtility.HtmlEncode(source)}\" alt=\"{WebUtility.HtmlEncode(Attribute(attributes, "alt"))}\"><figcaption>{WebUtility.HtmlEncode(Attribute(attributes, "caption"))}</figcaption></figure>\n\n";
            case "youtube" or "vimeo" when Attribute(attributes, "id") is { Length: > 0 } id:
                dropped.Add($"shortcode {name}");
                var page = name is "youtube" ? $"https://www.youtube.com/watch?v={id}" : $"https://vimeo.com/{id}";
                return $"<{page}>";
            case "raw" or "endraw":
                return "";
            default:
                dropped.Add($"shortcode {(name.Length is 0 or > 40 ? "of the theme" : name)}");
                return "";
        }
    }

    private static string Attribute(string attributes, string name)
    {
        var match = Attributes()
            .Matches(attributes)
            .FirstOrDefault(one => one.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase));
        // Hugo's own shortcodes take their one setting without its name.
        return match?.Groups["value"].Value
            ?? (
                name is "id" && !attributes.Contains('=', StringComparison.Ordinal)
                    ? attributes.Trim(' ', '"', '\'')
                    : ""
            );
    }

    [GeneratedRegex(
        @"\{%-?\s*highlight\s+(?<language>[A-Za-z0-9+#-]*)[^%]*%\}(?<code>.*?)\{%-?\s*endhighlight\s*-?%\}",
        RegexOptions.Singleline
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.NonBacktracking
    )]
    private static partial Regex Highlight();

    [GeneratedRegex(
        @"\{\{-?\s*(site\.(baseurl|url)|(""(?<quoted>[^""}]*)""|'(?<quoted>[^'}]*)')\s*\|\s*(relative_url|absolute_url))\s*-?\}\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex SiteAddress();

    [GeneratedRegex(
        @"(\{%-?\s*(post_url|link)\s+(?<name>[^%]+?)\s*-?%\}|\{\{[<%]\s*(rel)?ref\s+(?<name>[^>%]+?)\s*[>%]\}\})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Reference();

    [GeneratedRegex(
        @"(\{%-?\s*(?<name>[A-Za-z_]*)(?<attributes>[^%]{0,2000}?)-?%\}|\{\{[<%]\s*(?<name>/?[A-Za-z_-]+)(?<attributes>[^{}]{0,2000}?)/?\s*[>%]\}\})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Other();

    [GeneratedRegex(
        "(?<name>[A-Za-z_-]{1,30})\\s*=\\s*[\"'](?<value>[^\"']*)[\"']",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Attributes();
}

using Ganss.Xss;

namespace Pamphlet.Rendering;

/// <summary>The second wall around readers' words: should our own tree ever let something through, it ends here.</summary>
internal static class CommentWall
{
    private static readonly HtmlSanitizer Sanitizer = Create();

    public static string Clean(string html) => Sanitizer.Sanitize(html);

    private static HtmlSanitizer Create()
    {
        var sanitizer = new HtmlSanitizer { KeepChildNodes = false, AllowDataAttributes = false };
        Fill(sanitizer.AllowedTags, "p", "br", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a");
        Fill(sanitizer.AllowedAttributes, "href", "rel", "start", "dir");
        Fill(sanitizer.AllowedSchemes, "http", "https");
        sanitizer.AllowedCssProperties.Clear();
        sanitizer.AllowedAtRules.Clear();
        sanitizer.AllowedClasses.Clear();
        sanitizer.FilterUrl += (_, url) =>
        {
            // The library would let "/desk/sign-out" and "//elsewhere" pass.
            var isText = url.OriginalUrl is [SafeHtml.Root, .. var path] && InnerAddress.Is("/" + path);
            if (!isText && !OutsideAddress.TryParseWeb(url.OriginalUrl, out var _, out var _))
            {
                url.SanitizedUrl = null;
            }
        };
        return sanitizer;
    }

    private static void Fill(ISet<string> set, params string[] values)
    {
        set.Clear();
        set.UnionWith(values);
    }
}

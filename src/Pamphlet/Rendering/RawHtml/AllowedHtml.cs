using System.Collections.Frozen;
using Ganss.Xss;

namespace Pamphlet.Rendering.RawHtml;

/// <summary>What a stranger's HTML may say. Whatever is not on these lists is taken out.</summary>
internal static class AllowedHtml
{
    public static readonly FrozenSet<string> Elements = new[]
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h2",
        "h3",
        "h4",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "picture",
        "pre",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "section",
        "small",
        "source",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "u",
        "ul",
        "var",
        "wbr",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Elements that go with everything in them.</summary>
    public static readonly FrozenSet<string> Poison = new[]
    {
        "applet",
        "base",
        "button",
        "datalist",
        "embed",
        "frame",
        "frameset",
        "head",
        "input",
        "link",
        "math",
        "meta",
        "noembed",
        "noframes",
        "object",
        "optgroup",
        "option",
        "param",
        "plaintext",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "xmp",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Elements that load from elsewhere and become a link to it.</summary>
    public static readonly FrozenSet<string> Loading = new[] { "audio", "iframe", "video" }.ToFrozenSet(
        StringComparer.Ordinal
    );

    /// <summary>Elements that we have another name for.</summary>
    public static readonly FrozenDictionary<string, string> Renamed = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["acronym"] = "abbr",
        ["address"] = "div",
        ["article"] = "div",
        ["aside"] = "div",
        ["center"] = "div",
        ["fieldset"] = "div",
        ["footer"] = "div",
        ["form"] = "div",
        ["h1"] = "h2",
        ["h5"] = "h4",
        ["h6"] = "h4",
        ["header"] = "div",
        ["main"] = "div",
        ["nav"] = "div",
        ["section"] = "div",
        ["strike"] = "s",
        ["tt"] = "code",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Marks our own elements on their way through the wall.</summary>
    public const string OwnMark = "data-own";

    /// <summary>The second wall, after our own.</summary>
    public static HtmlSanitizer CreateSanitizer()
    {
        var sanitizer = new HtmlSanitizer { KeepChildNodes = false, AllowDataAttributes = false };
        Fill(sanitizer.AllowedTags, Elements);
        Fill(
            sanitizer.AllowedAttributes,
            [
                OwnMark,
                "abbr",
                "alt",
                "colspan",
                "datetime",
                "dir",
                "height",
                "href",
                "id",
                "lang",
                "name",
                "open",
                "reversed",
                "rowspan",
                "scope",
                "span",
                "src",
                "start",
                "title",
                "value",
                "width",
            ]
        );
        Fill(sanitizer.AllowedSchemes, ["http", "https", "mailto", "xmpp", "picture"]);
        sanitizer.AllowedCssProperties.Clear();
        sanitizer.AllowedAtRules.Clear();
        sanitizer.AllowedClasses.Clear();
        return sanitizer;
    }

    private static void Fill(ISet<string> set, IEnumerable<string> values)
    {
        set.Clear();
        set.UnionWith(values);
    }
}

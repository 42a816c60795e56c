using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Pamphlet.Imports.Ghost;

/// <summary>HTML of a text that exists only as the tree of Ghost's present editor.</summary>
internal static class LexicalHtml
{
    private const int MostDeep = 60;

    /// <returns>Null where it is no such tree.</returns>
    public static string? Of(string json, ICollection<string> dropped)
    {
        try
        {
            using var tree = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 128 });
            if (
                tree.RootElement.ValueKind != JsonValueKind.Object
                || !tree.RootElement.TryGetProperty("root", out var root)
            )
            {
                return null;
            }

            var html = new StringBuilder();
            Children(root, html, dropped, 0);
            return html.ToString();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Children(JsonElement node, StringBuilder html, ICollection<string> dropped, int depth)
    {
        if (
            depth > MostDeep
            || !node.TryGetProperty("children", out var children)
            || children.ValueKind != JsonValueKind.Array
        )
        {
            return;
        }

        foreach (var child in children.EnumerateArray().Where(child => child.ValueKind == JsonValueKind.Object))
        {
            Node(child, html, dropped, depth);
        }
    }

    private static void Node(JsonElement node, StringBuilder html, ICollection<string> dropped, int depth)
    {
        var type = node.Word("type");
        switch (type)
        {
            case "text" or "extended-text":
                html.Append(Words(node));
                break;
            case "linebreak":
                html.Append("<br>");
                break;
            case "paragraph":
                Within("p");
                break;
            case "heading" or "extended-heading":
                Within(node.Word("tag") is ['h', >= '1' and <= '6'] tag ? tag : "h2");
                break;
            case "quote" or "extended-quote" or "aside":
                Within("blockquote");
                break;
            case "list":
                Within(node.Word("listType") is "number" ? "ol" : "ul");
                break;
            case "listitem":
                Within("li");
                break;
            case "link" or "at-link":
                html.Append(null, $"<a href=\"{Encoded(node.Word("url"))}\">");
                Children(node, html, dropped, depth + 1);
                html.Append("</a>");
                break;
            default:
                if (!CardHtml.TryWrite(type, node, html, dropped))
                {
                    Children(node, html, dropped, depth + 1);
                }

                break;
        }

        void Within(string tag)
        {
            html.Append(null, $"<{tag}>");
            Children(node, html, dropped, depth + 1);
            html.Append(null, $"</{tag}>\n");
        }
    }

    // Bold 1, italic 2, struck 4, underlined 8, code 16, below 32, above 64.
    private static string Words(JsonElement node)
    {
        var words = Encoded(node.Word("text"));
        var format = int.TryParse(node.Word("format"), CultureInfo.InvariantCulture, out var bits) ? bits : 0;
        foreach (
            var (bit, tag) in ((int, string)[])
                [(16, "code"), (1, "strong"), (2, "em"), (4, "s"), (32, "sub"), (64, "sup")]
        )
        {
            words = (format & bit) != 0 ? $"<{tag}>{words}</{tag}>" : words;
        }

        return words;
    }

    private static string Encoded(string words) => WebUtility.HtmlEncode(words);
}

using System.Net;
using System.Text;
using System.Text.Json;

namespace Pamphlet.Imports.Ghost;

/// <summary>HTML of what Ghost's editors call cards: a picture, a frame, a passage of Markdown between the paragraphs.</summary>
internal static class CardHtml
{
    /// <returns>False for a card that nobody knows here.</returns>
    public static bool TryWrite(string type, JsonElement card, StringBuilder html, ICollection<string> dropped)
    {
        switch (type)
        {
            case "image":
                Picture(card, html);
                return true;
            case "gallery":
                foreach (var image in card.List("images"))
                {
                    Picture(image, html);
                }

                return true;
            case "html":
                html.Append(card.Word("html"));
                return true;
            case "markdown" or "card-markdown":
                html.Append(Markdown.MarkdownHtml.Of(card.Word("markdown")));
                return true;
            case "horizontalrule" or "hr":
                html.Append("<hr>\n");
                return true;
            case "codeblock" or "code":
                html.Append(null, $"<pre><code>{Encoded(card.Word("code"))}</code></pre>\n");
                return true;
            case "embed" or "bookmark" or "callout" or "toggle" or "button" or "audio" or "video" or "file":
                html.Append(Linked(type, card));
                return true;
            case "paywall"
            or "signup"
            or "email"
            or "email-cta"
            or "product"
            or "call-to-action"
            or "header"
            or "transistor":
                dropped.Add($"card {type}");
                return true;
            default:
                return false;
        }
    }

    /// <summary>Cards of one line: what they showed, or where it can be looked at.</summary>
    private static string Linked(string type, JsonElement card) =>
        type switch
        {
            "embed" => card.Word("html") is { Length: > 0 } frame ? frame : Link(card.Word("url"), card.Word("url")),
            "bookmark" => Link(card.Word("url"), TitleOf(card) is { Length: > 0 } title ? title : card.Word("url")),
            "callout" => $"<blockquote><p>{card.Word("calloutText")}</p></blockquote>\n",
            "toggle" => $"<h3>{card.Word("heading")}</h3><p>{card.Word("content")}</p>\n",
            "button" => Link(card.Word("buttonUrl"), card.Word("buttonText")),
            _ => Link(
                card.Word("src"),
                card.Word(type is "file" ? "fileTitle" : "title") is { Length: > 0 } named ? named : card.Word("src")
            ),
        };

    private static string TitleOf(JsonElement card) =>
        card.TryGetProperty("metadata", out var metadata) ? metadata.Word("title") : "";

    private static void Picture(JsonElement card, StringBuilder html)
    {
        var image = $"<img src=\"{Encoded(card.Word("src"))}\" alt=\"{Encoded(card.Word("alt"))}\">";
        html.Append(
            card.Word("caption") is { Length: > 0 } caption
                ? $"<figure>{image}<figcaption>{caption}</figcaption></figure>\n"
                : $"<p>{image}</p>\n"
        );
    }

    private static string Link(string address, string words) =>
        address.Length == 0 ? "" : $"<p><a href=\"{Encoded(address)}\">{Encoded(words)}</a></p>\n";

    private static string Encoded(string words) => WebUtility.HtmlEncode(words);
}

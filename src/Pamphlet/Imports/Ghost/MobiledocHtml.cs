using System.Net;
using System.Text;
using System.Text.Json;

namespace Pamphlet.Imports.Ghost;

/// <summary>HTML of a text that exists only as a Mobiledoc, the form of Ghost 1 to 5.</summary>
internal static class MobiledocHtml
{
    /// <returns>Null where it is no Mobiledoc.</returns>
    public static string? Of(string json, ICollection<string> dropped)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 128 });
            return
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("sections", out var sections)
                && sections.ValueKind == JsonValueKind.Array
                ? new Printer(document.RootElement, dropped).Print(sections)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed class Printer(JsonElement document, ICollection<string> dropped)
    {
        private readonly StringBuilder html = new();
        private readonly JsonElement[] markups = Items(document, "markups");
        private readonly JsonElement[] atoms = Items(document, "atoms");
        private readonly JsonElement[] cards = Items(document, "cards");

        public string Print(JsonElement sections)
        {
            foreach (var section in sections.EnumerateArray())
            {
                // [1, tag, markers] text, [2, src] picture, [3, tag, items] list, [10, card]
                switch (Number(section, 0))
                {
                    case 1 when At(section, 1) is { } tag:
                        Within(Tag(tag), () => Markers(At(section, 2)));
                        break;
                    case 2 when At(section, 1) is { ValueKind: JsonValueKind.String } source:
                        html.Append(null, $"<p><img src=\"{WebUtility.HtmlEncode(source.GetString())}\"></p>\n");
                        break;
                    case 3 when At(section, 1) is { } tag && At(section, 2) is { ValueKind: JsonValueKind.Array } items:
                        Within(
                            Tag(tag),
                            () =>
                            {
                                foreach (var item in items.EnumerateArray())
                                {
                                    Within("li", () => Markers(item));
                                }
                            }
                        );
                        break;
                    case 10 when Number(section, 1) is var card && card >= 0 && card < cards.Length:
                        Card(cards[card]);
                        break;
                }
            }

            return html.ToString();
        }

        private void Card(JsonElement card)
        {
            if (At(card, 0) is { ValueKind: JsonValueKind.String } name)
            {
                var payload = At(card, 1) is { ValueKind: JsonValueKind.Object } content ? content : default;
                if (
                    payload.ValueKind != JsonValueKind.Object
                    || !CardHtml.TryWrite(name.GetString()!, payload, html, dropped)
                )
                {
                    if (name.GetString() is "hr")
                    {
                        html.Append("<hr>\n");
                    }
                    else
                    {
                        dropped.Add($"card {Entries.EntryWords.SafeNumber(name.GetString()!)}");
                    }
                }
            }
        }

        // [0, opened markups, how many close after it, words] or, with 1 first, the number of an atom.
        private void Markers(JsonElement? markers)
        {
            if (markers is not { ValueKind: JsonValueKind.Array } list)
            {
                return;
            }

            var open = new Stack<string>();
            foreach (var marker in list.EnumerateArray())
            {
                foreach (
                    var opened in At(marker, 1) is { ValueKind: JsonValueKind.Array } some
                        ? some.EnumerateArray()
                        : default
                )
                {
                    if (opened.TryGetInt32(out var index) && index >= 0 && index < markups.Length)
                    {
                        open.Push(Open(markups[index]));
                    }
                }

                html.Append(Words(marker));
                for (var closes = Number(marker, 2); closes > 0 && open.TryPop(out var tag); closes--)
                {
                    html.Append(null, $"</{tag}>");
                }
            }

            while (open.TryPop(out var tag))
            {
                html.Append(null, $"</{tag}>");
            }
        }

        private string Words(JsonElement marker)
        {
            if (Number(marker, 0) != 1)
            {
                return WebUtility.HtmlEncode(
                    At(marker, 3) is { ValueKind: JsonValueKind.String } words ? words.GetString()! : ""
                );
            }

            // ["soft-return", "", {}] is the only atom that Ghost ever had.
            return Number(marker, 3) is var atom && atom >= 0 && atom < atoms.Length ? "<br>" : "";
        }

        private string Open(JsonElement markup)
        {
            var tag = At(markup, 0) is { } name ? Tag(name) : "span";
            var address = "";
            if (At(markup, 1) is { ValueKind: JsonValueKind.Array } attributes)
            {
                var pairs = attributes
                    .EnumerateArray()
                    .Select(one => one.ValueKind == JsonValueKind.String ? one.GetString()! : "")
                    .ToList();
                var place = pairs.IndexOf("href");
                address =
                    place >= 0 && place + 1 < pairs.Count ? $" href=\"{WebUtility.HtmlEncode(pairs[place + 1])}\"" : "";
            }

            html.Append(null, $"<{tag}{address}>");
            return tag;
        }

        private void Within(string tag, Action print)
        {
            html.Append(null, $"<{tag}>");
            print();
            html.Append(null, $"</{tag}>\n");
        }

        private static string Tag(JsonElement name) =>
            name.ValueKind == JsonValueKind.String
            && name.GetString()!.ToLowerInvariant()
                is (
                        "p"
                        or "h1"
                        or "h2"
                        or "h3"
                        or "h4"
                        or "h5"
                        or "h6"
                        or "blockquote"
                        or "ul"
                        or "ol"
                        or "a"
                        or "b"
                        or "strong"
                        or "i"
                        or "em"
                        or "code"
                        or "s"
                        or "sub"
                        or "sup"
                        or "aside"
                    )
                    and var tag
                ? tag
                : "p";

        private static JsonElement[] Items(JsonElement parent, string name) =>
            parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
                ? [.. list.EnumerateArray()]
                : [];

        private static JsonElement? At(JsonElement list, int place) =>
            list.ValueKind == JsonValueKind.Array && place < list.GetArrayLength() ? list[place] : null;

        private static int Number(JsonElement list, int place) =>
            At(list, place) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value)
                ? value
                : -1;
    }
}

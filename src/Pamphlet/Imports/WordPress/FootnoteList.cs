using System.Text;
using System.Text.Json;

namespace Pamphlet.Imports.WordPress;

/// <summary>WordPress keeps the notes of a text beside it, as a list that the text's marks name.</summary>
internal static class FootnoteList
{
    private const int Most = 2000;

    /// <param name="json"><c>[{"content":"…","id":"…"}]</c></param>
    /// <returns>HTML in which each note leads back to its mark; <c>""</c> for none.</returns>
    public static string Of(string json)
    {
        if (json.Length < 3)
        {
            return "";
        }

        try
        {
            using var notes = JsonDocument.Parse(json);
            if (notes.RootElement.ValueKind != JsonValueKind.Array)
            {
                return "";
            }

            var html = new StringBuilder("\n<ol>");
            foreach (var note in notes.RootElement.EnumerateArray().Take(Most))
            {
                if (Word(note, "id") is { Length: > 0 } id && Word(note, "content") is { Length: > 0 } content)
                {
                    var name = System.Net.WebUtility.HtmlEncode(id);
                    html.Append(null, $"<li id=\"{name}\">{content} <a href=\"#{name}-link\">↩</a></li>");
                }
            }

            return html.Append("</ol>").ToString();
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static string? Word(JsonElement note, string name) =>
        note.ValueKind == JsonValueKind.Object
        && note.TryGetProperty(name, out var word)
        && word.ValueKind == JsonValueKind.String
            ? word.GetString()
            : null;
}

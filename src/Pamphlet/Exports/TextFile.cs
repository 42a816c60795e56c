using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Pamphlet.Exports;

/// <summary>A text as Markdown behind front matter that other programs understand. The words are exactly those that were typed.</summary>
internal static class TextFile
{
    private const string Mark = "---\n";

    private static readonly JsonSerializerOptions Quoted = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string Of(KeptText text, IReadOnlyList<string> authors, IReadOnlyList<string> tags, string markdown)
    {
        var matter = new StringBuilder(Mark);
        Line("title", text.Title);
        Line("subtitle", text.Subtitle);
        Line("date", text.PublishedAt?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", null) ?? "");
        Line("lastmod", text.UpdatedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", null));
        Line("lang", text.Language);
        Line("description", text.Summary);
        Line("url", text.Path is null ? "" : "/" + text.Path);
        Line("translationKey", text.TranslationGroup ?? "");
        List("authors", authors);
        List("tags", tags);
        matter.Append(text.Kind is "post" ? "type: post\n" : "type: page\n");
        matter.Append(text.State is "published" ? "" : "draft: true\n");
        matter.Append(text.CommentsOpen ? "" : "comments: false\n");
        return matter.Append(Mark).Append(markdown).ToString();

        // A string of JSON is a string of YAML.
        void Line(string name, string value) =>
            matter.Append(value.Length == 0 ? "" : $"{name}: {JsonSerializer.Serialize(value, Quoted)}\n");

        void List(string name, IReadOnlyList<string> values) =>
            matter.Append(values.Count == 0 ? "" : $"{name}: {JsonSerializer.Serialize(values, Quoted)}\n");
    }

    /// <summary>The words of such a file; null where it is none.</summary>
    public static string? WordsOf(string file)
    {
        var end = file.StartsWith(Mark, StringComparison.Ordinal)
            ? file.IndexOf("\n" + Mark, Mark.Length - 1, StringComparison.Ordinal)
            : -1;
        return end < 0 ? null : file[(end + 1 + Mark.Length)..];
    }
}

using System.Text.Json;
using Tomlyn;
using Tomlyn.Model;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Pamphlet.Imports.Markdown;

/// <summary>What stands before a text: YAML between <c>---</c>, TOML between <c>+++</c>, or a JSON object. Names are compared without regard to case.</summary>
internal sealed class FrontMatter
{
    /// <summary>In characters; what lies beyond is no settings of a text.</summary>
    private const int Longest = 256 * 1024;

    private readonly Dictionary<string, IReadOnlyList<string>> values = new(StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> lists = new(StringComparer.OrdinalIgnoreCase);

    public static FrontMatter Empty { get; } = new();

    public bool IsEmpty => values.Count == 0;

    /// <summary>Parts a file's text into its settings and its words. Settings that cannot be read leave the whole text.</summary>
    /// <param name="fault">What was wrong with the settings, or null.</param>
    public static (FrontMatter Matter, string Body) Split(string text, out string? fault)
    {
        fault = null;
        var start = text.TrimStart('\ufeff');
        try
        {
            if (start.StartsWith('{'))
            {
                return SplitJson(start);
            }

            var mark =
                start.StartsWith("---", StringComparison.Ordinal) ? "---"
                : start.StartsWith("+++", StringComparison.Ordinal) ? "+++"
                : null;
            if (mark is not null && Block(start, mark) is var (settings, body))
            {
                return (mark is "---" ? OfYaml(settings) : OfToml(settings), body);
            }
        }
        catch (Exception wrong) when (wrong is YamlException or TomlException or JsonException)
        {
            fault = wrong is YamlException yaml
                ? $"its settings cannot be read (line {yaml.Start.Line + 1})"
                : "its settings cannot be read";
        }

        return (Empty, start);
    }

    /// <summary>The settings of a whole site, from a file that holds nothing else.</summary>
    public static FrontMatter OfFile(string name, string text)
    {
        try
        {
            return text.Length > Longest ? Empty
                : name.EndsWith(".toml", StringComparison.OrdinalIgnoreCase) ? OfToml(text)
                : name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? SplitJson(text).Matter
                : OfYaml(text);
        }
        catch (Exception wrong) when (wrong is YamlException or TomlException or JsonException)
        {
            return Empty;
        }
    }

    /// <summary>The first of these that is there, or <c>""</c>.</summary>
    public string Word(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (values.TryGetValue(name, out var list) && list.Count > 0 && list[0].Length > 0)
            {
                return list[0];
            }
        }

        return "";
    }

    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>All words of a list; one word in it stands for a list of one.</summary>
    public IReadOnlyList<string> List(string name) => values.GetValueOrDefault(name, []);

    /// <summary>Whether it was written as a list: one string may hold several words.</summary>
    public bool IsList(string name) => lists.Contains(name);

    private void Mark(string name, bool isList)
    {
        if (isList)
        {
            lists.Add(name);
        }
    }

    private static (string Settings, string Body)? Block(string text, string mark)
    {
        var first = text.IndexOf('\n', StringComparison.Ordinal);
        if (first < 0 || !text.AsSpan(0, first).Trim().SequenceEqual(mark))
        {
            return null;
        }

        for (var at = first + 1; at < text.Length && at < Longest; )
        {
            var end = text.IndexOf('\n', at) is var stop and >= 0 ? stop : text.Length;
            var line = text.AsSpan(at, end - at).TrimEnd();
            if (line.SequenceEqual(mark) || (mark is "---" && line.SequenceEqual("...")))
            {
                return (text[(first + 1)..at], text[Math.Min(text.Length, end + 1)..]);
            }

            at = end + 1;
        }

        return null;
    }

    private static FrontMatter OfYaml(string yaml)
    {
        var matter = new FrontMatter();
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        if (stream.Documents is [{ RootNode: YamlMappingNode root }, ..])
        {
            foreach (var (key, value) in root.Children)
            {
                if (key is YamlScalarNode { Value: { } name })
                {
                    matter.values[name] = [.. Words(value)];
                    matter.Mark(name, value is YamlSequenceNode);
                }
            }
        }

        return matter;
    }

    private static IEnumerable<string> Words(YamlNode node) =>
        node switch
        {
            YamlScalarNode { Value: { } word } scalar
                when word is not ("null" or "~" or "") || scalar.Style is not ScalarStyle.Plain => [word],
            YamlSequenceNode list => list.Children.Take(1000).SelectMany(child => Words(child).Take(1)),
            YamlMappingNode map => Named(
                map.Children.Select(pair =>
                    ((pair.Key as YamlScalarNode)?.Value ?? "", (pair.Value as YamlScalarNode)?.Value ?? "")
                )
            ),
            _ => [],
        };

    private static FrontMatter OfToml(string toml)
    {
        var matter = new FrontMatter();
        Take(TomlSerializer.Deserialize<TomlTable>(toml) ?? [], matter);
        return matter;
    }

    // Hugo keeps a text's subjects also in a table [taxonomies] or [extra] (Zola).
    private static void Take(TomlTable table, FrontMatter matter)
    {
        foreach (var (name, value) in table)
        {
            if (value is TomlTable { Count: > 0 } inner && name is "taxonomies" or "extra" or "params")
            {
                Take((TomlTable)value, matter);
            }
            else
            {
                matter.values.TryAdd(name, [.. Words(value)]);
                matter.Mark(name, value is TomlArray);
            }
        }
    }

    private static IEnumerable<string> Words(object? value) =>
        value switch
        {
            string word => [word],
            bool yes => [yes ? "true" : "false"],
            TomlDateTime { Kind: TomlDateTimeKind.LocalDate or TomlDateTimeKind.LocalDateTime } day =>
            [
                day.DateTime.DateTime.ToString("s", System.Globalization.CultureInfo.InvariantCulture),
            ],
            TomlDateTime moment => [moment.DateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture)],
            TomlTable map => Named(map.Select(pair => (pair.Key, pair.Value as string ?? ""))),
            TomlArray list => list.Take(1000).SelectMany(child => Words(child).Take(1)),
            IFormattable word => [word.ToString(null, System.Globalization.CultureInfo.InvariantCulture)],
            _ => [],
        };

    private static (FrontMatter Matter, string Body) SplitJson(string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 32 });
        using var root = JsonDocument.ParseValue(ref reader);
        var matter = new FrontMatter();
        foreach (var property in root.RootElement.EnumerateObject())
        {
            matter.values[property.Name] = [.. Words(property.Value)];
            matter.Mark(property.Name, property.Value.ValueKind == JsonValueKind.Array);
        }

        return (
            matter,
            System.Text.Encoding.UTF8.GetString(bytes.AsSpan((int)reader.BytesConsumed)).TrimStart('\r', '\n')
        );
    }

    private static IEnumerable<string> Words(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Number => [value.GetRawText()],
            JsonValueKind.True => ["true"],
            JsonValueKind.False => ["false"],
            JsonValueKind.Array => value.EnumerateArray().Take(1000).SelectMany(child => Words(child).Take(1)),
            JsonValueKind.Object => Named(
                value
                    .EnumerateObject()
                    .Select(pair =>
                        (pair.Name, pair.Value.ValueKind == JsonValueKind.String ? pair.Value.GetString()! : "")
                    )
            ),
            _ => [],
        };

    // author: {name: …}, cover: {image: …}
    private static IEnumerable<string> Named(IEnumerable<(string Name, string Value)> pairs)
    {
        var map = pairs.ToList();
        foreach (var wanted in (string[])["name", "title", "image", "src", "url"])
        {
            if (
                map.Find(pair => pair.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase)) is
                { Value.Length: > 0 } found
            )
            {
                return [found.Value];
            }
        }

        return [];
    }
}

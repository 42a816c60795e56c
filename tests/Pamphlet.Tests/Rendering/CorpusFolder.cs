using System.Text.Json;

namespace Pamphlet.Tests.Rendering;

/// <summary>
/// Every text in a folder of corpora, whoever collected it: <c>.jsonl</c> with a <c>payload</c> a line, <c>.json</c> with <c>cases</c> of
/// <c>md</c>, the examples of a <c>spec.txt</c>, and lists (any other <c>.txt</c>), of which as many lines as fit make one text.
/// </summary>
internal static class CorpusFolder
{
    private const int LongestText = 3900;

    public static List<(string Id, string Text)> Read(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .SelectMany(file => Of(file).Select(one => ($"{Path.GetFileName(file)} {one.Id}", one.Text))),
        ];

    private static IEnumerable<(string Id, string Text)> Of(string file) =>
        (Path.GetExtension(file), Path.GetFileNameWithoutExtension(file).ToLowerInvariant()) switch
        {
            (".jsonl", _) => File.ReadLines(file)
                .Where(line => line.Length > 0)
                .Select((line, number) => ($"line {number + 1}", Payload(JsonElement.Parse(line)))),
            (".json", _) => Cases(file),
            (".txt", "license" or "licence") => [],
            (".txt", "spec") => Corpora.CommonMark(),
            (".txt", _) => Lists(file),
            _ => [],
        };

    private static string Payload(JsonElement line) =>
        line.ValueKind == JsonValueKind.String
            ? line.GetString()!
            : (line.TryGetProperty("payload", out var payload) ? payload : line.GetProperty("md")).GetString()!;

    private static List<(string Id, string Text)> Cases(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        var root = document.RootElement;
        return
        [
            .. (root.ValueKind == JsonValueKind.Array ? root : root.GetProperty("cases"))
                .EnumerateArray()
                .Select(
                    (item, number) =>
                        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("gen", out _)
                            ? (item.GetProperty("id").GetString()!, Corpora.Generated(item.GetProperty("id").GetString()!))
                            : ($"case {number + 1}", Payload(item))
                ),
        ];
    }

    private static IEnumerable<(string Id, string Text)> Lists(string file)
    {
        var lines = File.ReadAllLines(file);
        for (var first = 0; first < lines.Length; )
        {
            var (next, length) = (first, 0);
            while (next < lines.Length && length + lines[next].Length + 1 <= LongestText)
            {
                length += lines[next++].Length + 1;
            }

            next = Math.Max(next, first + 1);
            yield return ($"lines {first + 1} to {next}", string.Join('\n', lines[first..next]));
            first = next;
        }
    }
}

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
                            ? (
                                item.GetProperty("id").GetString()!,
                                Corpora.Generated(item.GetProperty("id").GetString()!)
                            )
                            : ($"case {number + 1}", Payload(item))
                ),
        ];
    }

    /// <summary>Of each list the first text.</summary>
    public static IEnumerable<(string Id, string Text)> FirstOfLists(string folder) =>
        Directory
            .EnumerateDirectories(folder)
            .SelectMany(under => Directory.EnumerateFiles(under, "*.txt"))
            .Where(file => Path.GetFileNameWithoutExtension(file) is not ("license" or "spec"))
            .Order(StringComparer.Ordinal)
            .Select(file => Lists(file).First());

    private static IEnumerable<(string Id, string Text)> Lists(string file) =>
        Together([.. File.ReadLines(file).Select((line, at) => ($"line {at + 1}", line))], "\n");

    /// <summary>As many in a text as a comment may be long.</summary>
    public static IEnumerable<(string Id, string Text)> Together(
        IReadOnlyList<(string Id, string Text)> all,
        string between = "\n\n",
        int most = int.MaxValue
    )
    {
        for (var first = 0; first < all.Count; )
        {
            var (next, length) = (first, 0);
            while (
                next < all.Count
                && next - first < most
                && length + all[next].Text.Length + between.Length <= LongestText
            )
            {
                length += all[next++].Text.Length + between.Length;
            }

            next = Math.Max(next, first + 1);
            var some = all.Skip(first).Take(next - first);
            yield return ($"{all[first].Id} to {next}", string.Join(between, some.Select(one => one.Text)));
            first = next;
        }
    }
}

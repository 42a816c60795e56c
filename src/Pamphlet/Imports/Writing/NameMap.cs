using System.Text.Json;
using CsvHelper;
using Pamphlet.Imports.Files;

namespace Pamphlet.Imports.Writing;

/// <summary>
/// Old names and the pen names that take their place, as the operator wrote them: a JSON object <c>{"old": "new"}</c>, or lines
/// <c>old,new</c>. The old name is the one that a dry run's report prints (<c>Former contributor (2)</c>) or that the old site
/// printed; an empty new name leaves the texts without a signature.
/// </summary>
internal sealed class NameMap(IReadOnlyDictionary<string, string> names)
{
    public static NameMap None { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <exception cref="ExportRefusedException">It cannot be read.</exception>
    public static NameMap Read(string? path)
    {
        if (path is null)
        {
            return None;
        }

        try
        {
            var isFile = File.Exists(path) && new FileInfo(path).Length <= ExportLimits.Table;
            var text = isFile
                ? File.ReadAllText(path).TrimStart('\ufeff', ' ', '\r', '\n', '\t')
                : throw Unreadable(path);
            var pairs = text.StartsWith('{')
                ? JsonSerializer.Deserialize<Dictionary<string, string>>(text) ?? []
                : Lines(text);
            return Of(pairs);
        }
        catch (Exception wrong) when (wrong is JsonException or CsvFormatException or UnauthorizedAccessException)
        {
            throw Unreadable(path);
        }
    }

    public static NameMap Of(IReadOnlyDictionary<string, string> pairs) =>
        new(
            pairs
                .GroupBy(pair => CleanName.Of(pair.Key), StringComparer.Ordinal)
                .ToDictionary(same => same.Key, same => CleanName.Of(same.Last().Value), StringComparer.Ordinal)
        );

    /// <summary>The new name, or null: nobody wished another.</summary>
    /// <param name="called">As the report prints it.</param>
    /// <param name="was">As the old site printed it.</param>
    public string? For(string called, string was) =>
        names.TryGetValue(called, out var name) || names.TryGetValue(CleanName.Of(was), out name) ? name : null;

    private static Dictionary<string, string> Lines(string text)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        using var table = CsvReader.FromText(
            text,
            new CsvReaderOptions
            {
                Separator = ',',
                HasHeader = false,
                IncludeValuesInExceptions = false,
            }
        );
        while (table.Read())
        {
            if (table.FieldCount >= 2)
            {
                pairs[table.GetString(0)] = table.GetString(1);
            }
        }

        return pairs;
    }

    private static ExportRefusedException Unreadable(string path) =>
        new(
            ImportRefusal.Authors,
            $"{path} cannot be read as a list of names. Write {{\"old name\": \"new name\"}}, or a line «old name,new name» for each."
        );
}

using System.Text.Json;
using CsvHelper;
using Pamphlet.Imports.Files;

namespace Pamphlet.Imports.Writing;

/// <summary>
/// Old names and the pen names that take their place, as the operator wrote them: a JSON object <c>{"old": "new"}</c>, or lines
/// <c>old,new</c>. The old name is the one that a dry run's report prints (<c>Former contributor (2)</c>) or that the old site
/// printed; an empty new name leaves the texts without a signature.
/// </summary>
/// <param name="file">Where they stand, or null: the desk asked for each.</param>
internal sealed class NameMap(IReadOnlyDictionary<string, string> names, string? file)
{
    private const int MostNames = 10;

    private const string Form = "Write {\"old name\": \"new name\"}, or a line «old name,new name» for each.";

    public static NameMap None { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal), file: null);

    /// <exception cref="ExportRefusedException">It cannot be read.</exception>
    public static NameMap Read(string? path)
    {
        if (path is null)
        {
            return None;
        }

        if (!File.Exists(path))
        {
            throw new ExportRefusedException(ImportRefusal.Authors, $"There is no file {path}, which --authors names.");
        }

        try
        {
            var isFile = new FileInfo(path).Length <= ExportLimits.Table;
            var text = isFile
                ? File.ReadAllText(path).TrimStart('\ufeff', ' ', '\r', '\n', '\t')
                : throw Unreadable(path);
            var pairs = text.StartsWith('{')
                ? JsonSerializer.Deserialize<Dictionary<string, string>>(text) ?? []
                : Lines(text);
            return pairs.Count > 0
                ? new NameMap(Clean(pairs), path)
                : throw new ExportRefusedException(ImportRefusal.Authors, $"{path} names nobody. {Form}");
        }
        catch (Exception wrong) when (wrong is JsonException or CsvFormatException or UnauthorizedAccessException)
        {
            throw Unreadable(path);
        }
    }

    public static NameMap Of(IReadOnlyDictionary<string, string> pairs) => new(Clean(pairs), file: null);

    /// <summary>The names of a file that are nobody's here: a slip of the pen, and somebody goes public under their own.</summary>
    /// <exception cref="ExportRefusedException">All of them are.</exception>
    public IReadOnlyList<string> Unknown(IReadOnlyCollection<Person> authors)
    {
        if (file is null)
        {
            return [];
        }

        var signed = authors
            .SelectMany(author => new[] { author.Called, author.Was })
            .ToHashSet(StringComparer.Ordinal);
        List<string> unknown = [.. names.Keys.Where(name => !signed.Contains(name)).Order(StringComparer.Ordinal)];
        return unknown.Count < names.Count
            ? unknown
            : throw new ExportRefusedException(
                ImportRefusal.Authors,
                $"{file} knows only {Quoted(unknown)}, and nobody here signed so. Who did: {Quoted(authors.Select(author => author.Called))}."
            );
    }

    /// <summary>The new name, or null: nobody wished another.</summary>
    /// <param name="called">As the report prints it.</param>
    /// <param name="was">As the old site printed it.</param>
    public string? For(string called, string was) =>
        names.TryGetValue(called, out var name) || names.TryGetValue(CleanName.Of(was), out name) ? name : null;

    private static string Quoted(IEnumerable<string> names) =>
        string.Join(", ", names.Take(MostNames).Select(name => $"«{name}»"));

    private static Dictionary<string, string> Clean(IReadOnlyDictionary<string, string> pairs) =>
        pairs
            .GroupBy(pair => CleanName.Of(pair.Key), StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => CleanName.Of(same.Last().Value), StringComparer.Ordinal);

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
        new(ImportRefusal.Authors, $"{path} cannot be read as a list of names. {Form}");
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Pamphlet.Rendering;

namespace Pamphlet.Desk.Words;

/// <summary>The languages that the desk speaks.</summary>
internal static class DeskLanguages
{
    public static DeskWords English { get; } = Open("en");

    public static DeskWords Vietnamese { get; } = Open("vi");

    public static IReadOnlyList<DeskWords> All { get; } = [English, Vietnamese];

    /// <summary>The words for a language, or English: another is another file, and a line here.</summary>
    public static DeskWords For(Language language) =>
        All.FirstOrDefault(words => string.Equals(words.Language, language.Primary, StringComparison.Ordinal))
        ?? English;

    private static DeskWords Open(string language)
    {
        using var file =
            typeof(DeskLanguages).Assembly.GetManifestResourceStream($"Pamphlet.Desk.Words.{language}.json")
            ?? throw new InvalidOperationException($"The program was built without {language}.json.");
        return JsonSerializer.Deserialize(file, DeskWordsFormat.Default.DeskWords)
            ?? throw new InvalidOperationException($"{language}.json is empty.");
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DeskWords))]
internal sealed partial class DeskWordsFormat : JsonSerializerContext;

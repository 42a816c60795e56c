using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pamphlet.Rendering;

namespace Pamphlet.Reading.Words;

/// <summary>The languages that the paper itself speaks.</summary>
internal static class Phrasebooks
{
    private const string Folder = "Words/";

    private static readonly FrozenDictionary<string, Phrasebook> ByTag = OpenAll();

    public static IEnumerable<Phrasebook> All => ByTag.Values.OrderBy(book => book.Language, StringComparer.Ordinal);

    /// <summary>
    /// The words for a page whose text is in <paramref name="text"/>: in that language where we speak it, else in the paper's,
    /// else in English.
    /// </summary>
    public static Phrasebook For(Language text, Language paper) => Find(text) ?? For(paper);

    public static Phrasebook For(Language paper) => Find(paper) ?? ByTag["en"];

    private static Phrasebook? Find(Language language) =>
        ByTag.GetValueOrDefault(language.Tag) ?? ByTag.GetValueOrDefault(language.Primary);

    private static FrozenDictionary<string, Phrasebook> OpenAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Folder.Length..^".json".Length], name => Open(assembly, name));
    }

    private static Phrasebook Open(Assembly assembly, string name)
    {
        using var file = assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize(file, PhrasebookFormat.Default.Phrasebook)
            ?? throw new InvalidOperationException($"{name} is empty.");
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Phrasebook))]
internal sealed partial class PhrasebookFormat : JsonSerializerContext;

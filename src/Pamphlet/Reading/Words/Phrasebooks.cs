using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Pamphlet.Rendering;

namespace Pamphlet.Reading.Words;

/// <summary>The languages that the paper itself speaks.</summary>
internal static class Phrasebooks
{
    private const string Folder = "Words/";

    /// <summary>Languages in which nothing may be missing; the others say in English what nobody translated yet.</summary>
    public static IReadOnlySet<string> Whole { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "en", "fa", "vi" };

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
        var words = Read(assembly, name);
        if (!Whole.Contains(name[Folder.Length..^".json".Length]))
        {
            FillGaps(words, Read(assembly, $"{Folder}en.json"));
        }

        return words.Deserialize(PhrasebookFormat.Default.Phrasebook)
            ?? throw new InvalidOperationException($"{name} is empty.");
    }

    /// <summary>The sentences that a language lacks and says in English, as <c>section.word</c>.</summary>
    public static IReadOnlyList<string> MissingIn(string tag)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var missing = new List<string>();
        FillGaps(Read(assembly, $"{Folder}{tag}.json"), Read(assembly, $"{Folder}en.json"), "", missing);
        return missing;
    }

    private static JsonObject Read(Assembly assembly, string name)
    {
        using var file = assembly.GetManifestResourceStream(name)!;
        return JsonNode.Parse(file)?.AsObject() ?? throw new InvalidOperationException($"{name} is empty.");
    }

    // Forms of a number are one sentence: a language has its own or English's, never some of each.
    private static void FillGaps(JsonObject words, JsonObject english, string at = "", List<string>? missing = null)
    {
        foreach (var (name, said) in english)
        {
            var isSection = at.Length == 0 && said is JsonObject && name is not ("dates" or "numbers");
            if (isSection && words[name] is JsonObject section)
            {
                FillGaps(section, said!.AsObject(), $"{name}.", missing);
            }
            else if (!words.ContainsKey(name))
            {
                words[name] = said?.DeepClone();
                missing?.Add(at + name);
            }
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Phrasebook))]
internal sealed partial class PhrasebookFormat : JsonSerializerContext;

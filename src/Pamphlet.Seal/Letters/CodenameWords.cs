using System.Text;

namespace Pamphlet.Seal.Letters;

/// <summary>The 1,024 words of codenames: three to eight plain Latin letters, and no two begin with the same four.</summary>
/// <remarks>Written for Pamphlet; free for everybody to use (CC0), so that another program can read the same codenames.</remarks>
public static class CodenameWords
{
    internal const int Bits = 10;
    private const int Prefix = 4;

    private static readonly string[] Words = Read();
    private static readonly Dictionary<string, int> ByBeginning = Words
        .Select((word, at) => (Beginning: Beginning(word), At: at))
        .ToDictionary(pair => pair.Beginning, pair => pair.At, StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public static int Count => Words.Length;

    /// <summary>The word at a place from 0 to 1,023.</summary>
    public static string At(int place) => Words[place];

    /// <summary>The place of a word, found by its first four letters, in capitals or not; -1 where it is none of ours.</summary>
    public static int Find(ReadOnlySpan<byte> typed)
    {
        Span<char> small = stackalloc char[Prefix];
        var length = Math.Min(typed.Length, Prefix);
        for (var i = 0; i < length; i++)
        {
            small[i] = (char)(typed[i] | 0x20);
        }

        var found = ByBeginning.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(small[..length], out var at);
        small.Clear();
        // Whoever mistypes the end of a long word still means it; another word with the same beginning does not exist.
        return found && (typed.Length >= Prefix || typed.Length == Words[at].Length) ? at : -1;
    }

    private static string Beginning(string word) => word[..Math.Min(word.Length, Prefix)];

    private static string[] Read()
    {
        using var file = typeof(CodenameWords).Assembly.GetManifestResourceStream("codename-words")!;
        using var reader = new StreamReader(file, Encoding.ASCII);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}

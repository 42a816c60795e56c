using System.Security.Cryptography;
using System.Text;

namespace Pamphlet.Editors;

/// <summary>Drawing passphrases, and judging those that people make up.</summary>
internal static class Passphrase
{
    public const string Field = "passphrase";

    /// <summary>In letters. A shorter one is tried through by whoever has copied the database.</summary>
    public const int Shortest = 15;

    public const int Longest = 200;

    /// <summary>What trying a drawn one through takes: twelve syllables out of eighty.</summary>
    public const int DrawnBits = 75;

    private const int FewestBits = 36;

    // A letter of running text tells little that the one before it did not.
    private const double BitsALetter = 2.6;

    // Sounds that English and Vietnamese tongues tell apart, and no letter with a mark: it must be typed on any keyboard.
    private const string Beginnings = "bdfghjklmnprstvz";
    private const string Vowels = "aeiou";
    private const int Words = 4;
    private const int Syllables = 3;

    private static readonly string[] Stale =
    [
        "password",
        "passphrase",
        "matkhau",
        "iloveyou",
        "letmein",
        "welcome",
        "qwertyuiop",
        "asdfghjkl",
        "qwerty",
        "1234567890",
        "0987654321",
        "123456",
        "abc123",
        "admin",
        "correcthorsebatterystaple",
    ];

    public static string Draw()
    {
        // Chance draws one in some thousand that repeats itself so often that we would refuse it.
        string drawn;
        do
        {
            drawn = DrawOnce();
        } while (Judge(drawn) != PassphraseVerdict.Good);

        return drawn;
    }

    private static string DrawOnce()
    {
        var drawn = new StringBuilder();
        for (var syllable = 0; syllable < Words * Syllables; syllable++)
        {
            if (syllable > 0 && syllable % Syllables == 0)
            {
                drawn.Append(' ');
            }

            drawn.Append(Beginnings[RandomNumberGenerator.GetInt32(Beginnings.Length)]);
            drawn.Append(Vowels[RandomNumberGenerator.GetInt32(Vowels.Length)]);
        }

        return drawn.ToString();
    }

    /// <summary>Two speakable words for some bytes.</summary>
    public static string WordsOf(ReadOnlySpan<byte> bytes)
    {
        var words = new StringBuilder();
        for (var at = 0; at < 4; at++)
        {
            words.Append(at == 2 ? " " : "");
            words.Append(Beginnings[bytes[at] % Beginnings.Length]);
            words.Append(Vowels[bytes[at + 4] % Vowels.Length]);
        }

        return words.ToString();
    }

    /// <param name="known">Names that whoever guesses tries first: the editor's, the paper's.</param>
    public static PassphraseVerdict Judge(string typed, params ReadOnlySpan<string> known)
    {
        var letters = new StringInfoLength(typed).Letters;
        if (letters < Shortest)
        {
            return PassphraseVerdict.TooShort;
        }

        foreach (var name in known)
        {
            if (name.Length > 3 && typed.Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                return PassphraseVerdict.HoldsName;
            }
        }

        return Bits(typed) < FewestBits ? PassphraseVerdict.TooEasy : PassphraseVerdict.Good;
    }

    /// <summary>Whether it looks like ours. Who makes up such a one by chance is not worse off.</summary>
    public static bool IsDrawn(string text) =>
        text.Split(' ') is { Length: Words } words
        && words.All(word =>
            word.Length == 2 * Syllables
            && word.Where((_, at) => at % 2 == 0).All(Beginnings.Contains)
            && word.Where((_, at) => at % 2 == 1).All(Vowels.Contains)
        );

    /// <summary>How many bits a guesser who knows people would need, cautiously.</summary>
    public static int Bits(string typed)
    {
        var plain = string.Concat(typed.ToLowerInvariant().Where(char.IsLetterOrDigit));
        foreach (var word in Stale)
        {
            plain = plain.Replace(word, "", StringComparison.Ordinal);
        }

        var fresh = 0;
        for (var at = 0; at < plain.Length; at++)
        {
            var isRun = at > 0 && Math.Abs(plain[at] - plain[at - 1]) <= 1;
            var isRepeated = at > 2 && plain.AsSpan(0, at - 1).IndexOf(plain.AsSpan(at - 2, 3)) >= 0;
            fresh += isRun || isRepeated ? 0 : 1;
        }

        return (int)(fresh * BitsALetter);
    }

    private readonly record struct StringInfoLength(string Text)
    {
        public int Letters => new System.Globalization.StringInfo(Text).LengthInTextElements;
    }
}

internal enum PassphraseVerdict
{
    Good,
    TooShort,
    TooEasy,
    HoldsName,
}

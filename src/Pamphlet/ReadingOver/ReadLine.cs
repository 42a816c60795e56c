using System.Globalization;
using System.Text;

namespace Pamphlet.ReadingOver;

/// <summary>A line of what will be published, as the lookers see it.</summary>
/// <param name="Number">From 1 in the text; 0 outside of it.</param>
internal sealed record ReadLine(Place Place, int Number, string Text)
{
    private readonly Lazy<string> digits = new(() => WithPlainDigits(Text));
    private readonly Lazy<IReadOnlyList<FoundAddress>> addresses = new(() => FoundAddress.In(Text));

    /// <summary>The line, as long as it was, with the digits of every script as 0 to 9: ۰۹۱۲ is a telephone number too.</summary>
    public string Digits => digits.Value;

    /// <summary>The addresses in it.</summary>
    public IReadOnlyList<FoundAddress> Addresses => addresses.Value;

    /// <summary>Whether a place lies in an address, whose numbers are somebody else's names for things.</summary>
    public bool IsInAddress(int start) =>
        Addresses.Any(address => start >= address.Start && start < address.Start + address.Length)
        // The paper's own pictures are named by 16 digits.
        || IsInPictureName(start);

    /// <summary>Whether no letter or digit touches the place: half a number is none.</summary>
    public bool StandsAlone(int start, int length) =>
        (start == 0 || !char.IsLetterOrDigit(Text[start - 1]))
        && (start + length >= Text.Length || !char.IsLetterOrDigit(Text[start + length]));

    /// <summary>Whether one of some folded words stands shortly before a place.</summary>
    public bool IsAfterWord(int start, IReadOnlySet<string> words)
    {
        var from = Math.Max(0, start - 28);
        // Not from the middle of a word.
        var before = Rendering.SearchFold.Of(Text[from..start]);
        return before
            .Split(Array.Empty<char>(), StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(word =>
                word.Split(['.', ':', '(', ')', ',', '-', '/', '*', '_'], StringSplitOptions.RemoveEmptyEntries)
            )
            .Any(words.Contains);
    }

    private bool IsInPictureName(int start)
    {
        const string Scheme = "picture:";
        var at = start == 0 ? -1 : Text.LastIndexOf(Scheme, Math.Min(start, Text.Length - 1), StringComparison.Ordinal);
        return at >= 0 && start < at + Scheme.Length + 16;
    }

    private static string WithPlainDigits(string text)
    {
        if (text.All(character => character < 0x0660 || !char.IsDigit(character)))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            plain.Append(
                char.IsDigit(character) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(character)) : character
            );
        }

        return plain.ToString();
    }
}

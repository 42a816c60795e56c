using System.Text.RegularExpressions;

namespace Pamphlet.ReadingOver.Lookers;

/// <summary>Bank accounts (IBAN) and cards, which prove themselves by their check digits; and accounts that a word announces.</summary>
internal static partial class AccountNumbers
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "stk",
        "account",
        "konto",
        "khoan",
        "imei",
    };

    public static IEnumerable<Sighting> In(ReadLine line) =>
        from match in Candidate().Matches(line.Digits)
        where !line.IsInAddress(match.Index)
        let length = LengthOf(line, match)
        where length > 0
        select new Sighting(FindingKind.AccountNumber, match.Index, length);

    /// <summary>The next word begins like one more group: groups are left off until the number proves itself. 0: it never does.</summary>
    private static int LengthOf(ReadLine line, Match match)
    {
        var length = match.Length;
        while (length > 0)
        {
            if (line.StandsAlone(match.Index, length) && IsOne(line, match.Index, match.Value[..length]))
            {
                return length;
            }

            length = match.Value.AsSpan(0, length).LastIndexOfAny(' ', '-');
        }

        return 0;
    }

    private static bool IsOne(ReadLine line, int start, string candidate)
    {
        var text = string.Concat(candidate.Where(char.IsAsciiLetterOrDigit));
        var isDigits = text.All(char.IsAsciiDigit);
        return isDigits
            ? (text.Length is >= 15 and <= 19 && text.Distinct().Count() > 1 && PassesLuhn(text))
                || (text.Length is >= 8 and <= 19 && line.IsAfterWord(start, Words))
            : text.Length is >= 15 and <= 34 && PassesIban(text);
    }

    private static bool PassesLuhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            digit = i % 2 == 1 ? digit * 2 : digit;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }

    /// <summary>ISO 13616: the first four moved to the end, letters as 10 to 35, the whole leaves 1 by 97.</summary>
    private static bool PassesIban(string text)
    {
        if (!char.IsAsciiLetterUpper(text[0]) || !char.IsAsciiLetterUpper(text[1]))
        {
            return false;
        }

        var rest = 0;
        foreach (var character in text[4..] + text[..4])
        {
            var value = char.IsAsciiDigit(character) ? character - '0' : character - 'A' + 10;
            rest = ((rest * (value > 9 ? 100 : 10)) + value) % 97;
        }

        return rest == 1;
    }

    [GeneratedRegex(
        @"([A-Z]{2}[0-9]{2}|[0-9]{4})([A-Z0-9]|[ \-][A-Z0-9]){4,38}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Candidate();
}

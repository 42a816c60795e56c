using System.Text.RegularExpressions;

namespace Pamphlet.ReadingOver.Lookers;

/// <summary>Numbers that states give to people. Where a number proves itself (a province, a check digit), it needs no word beside it.</summary>
internal static partial class IdentityNumbers
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "cmnd",
        "cccd",
        "cmt",
        "cancuoc",
        "cuoc",
        "cmtnd",
        "passport",
        "chieu",
        "ssn",
        "id",
        "dni",
        "nie",
        "pesel",
        "ausweis",
        "personalausweis",
        "pasaporte",
        "passeport",
        "ملى",
    };

    public static IEnumerable<Sighting> In(ReadLine line) =>
        Number()
            .Matches(line.Digits)
            .Where(match =>
                line.StandsAlone(match.Index, match.Length) && !line.IsInAddress(match.Index) && IsOne(line, match)
            )
            .Select(match => new Sighting(FindingKind.IdentityNumber, match.Index, match.Length));

    private static bool IsOne(ReadLine line, Match match)
    {
        var text = match.Value;
        var digits = string.Concat(text.Where(char.IsAsciiLetterOrDigit));
        var isWhole = digits.Length == text.Length;

        // 1.234.567.890 and 12,5 are amounts.
        var after = match.Index + match.Length;
        var isAmount =
            (
                match.Index > 1
                && line.Digits[match.Index - 1] is '.' or ','
                && char.IsDigit(line.Digits[match.Index - 2])
            )
            || (
                after + 1 < line.Digits.Length
                && line.Digits[after] is '.' or ','
                && char.IsDigit(line.Digits[after + 1])
            );
        return !isAmount
            && (
                IsVietnamese(digits, isWhole)
                || IsChinese(digits)
                || IsSpanish(digits)
                || SocialSecurity().IsMatch(text)
                || (
                    digits.Length is >= 7 and <= 14
                    && digits.Any(char.IsAsciiDigit)
                    && line.IsAfterWord(match.Index, Words)
                )
            );
    }

    /// <summary>
    /// The card of 12 digits: province (001 to 096), century and sex, two of the birth year, six more. The older one of 9: its
    /// first two name a province (01 to 38).
    /// </summary>
    private static bool IsVietnamese(string digits, bool isWhole) =>
        digits.All(char.IsAsciiDigit)
        && (
            (digits.Length == 12 && digits[0] == '0' && Two(digits, 1) is >= 1 and <= 96 && digits[3] <= '3')
            || (digits.Length == 9 && isWhole && Two(digits, 0) is >= 1 and <= 38)
        );

    private static int Two(string digits, int at) => ((digits[at] - '0') * 10) + digits[at + 1] - '0';

    /// <summary>18 digits, the last of which checks the others (ISO 7064, MOD 11-2).</summary>
    private static bool IsChinese(string digits)
    {
        if (digits.Length != 18 || !digits[..17].All(char.IsAsciiDigit))
        {
            return false;
        }

        var rest = 0;
        foreach (var digit in digits[..17])
        {
            rest = (rest + digit - '0') * 2 % 11;
        }

        return "10X98765432"[rest] == char.ToUpperInvariant(digits[17]);
    }

    /// <summary>8 digits and the letter that checks them; X, Y or Z before 7 for foreigners.</summary>
    private static bool IsSpanish(string digits)
    {
        if (digits.Length != 9 || !char.IsAsciiLetterUpper(digits[8]) || !digits[1..8].All(char.IsAsciiDigit))
        {
            return false;
        }

        var first = digits[0] is >= 'X' and <= 'Z' ? digits[0] - 'X' : digits[0] - '0';
        return first is >= 0 and <= 9
            && "TRWAGMYFPDXBNJZSQVHLCKE"[
                ((first * 10_000_000) + int.Parse(digits[1..8], System.Globalization.CultureInfo.InvariantCulture)) % 23
            ] == digits[8];
    }

    [GeneratedRegex(
        @"[A-Z]{0,2}[0-9]([0-9]|[ \-][0-9]){6,20}[A-Z]?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Number();

    [GeneratedRegex(@"^[0-8][0-9]{2}-[0-9]{2}-[0-9]{4}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SocialSecurity();
}

using System.Text.RegularExpressions;

namespace Pamphlet.ReadingOver.Lookers;

/// <summary>Number plates: Vietnam's by their pattern, others beside a word for one.</summary>
internal static partial class Plates
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "plate",
        "plates",
        "bien",
        "bks",
        "bsx",
        "kennzeichen",
        "immatriculation",
        "matricula",
        "registration",
        "پلاك",
        "پلاک",
    };

    public static IEnumerable<Sighting> In(ReadLine line) =>
        Vietnamese()
            .Matches(line.Digits)
            .Concat(Any().Matches(line.Digits).Where(match => IsPlate(line, match)))
            .Where(match => line.StandsAlone(match.Index, match.Length) && !line.IsInAddress(match.Index))
            .Select(match => new Sighting(FindingKind.Plate, match.Index, match.Length));

    private static bool IsPlate(ReadLine line, Match match) =>
        match.Value.Count(char.IsAsciiDigit) >= 2
        && match.Value.Any(char.IsAsciiLetterUpper)
        && line.IsAfterWord(match.Index, Words);

    // 29A-123.45, 51F1-2345, 59-X1 123.45, 80-NG-123-45: province 11 to 99, series, four or five digits, and a sign between.
    [GeneratedRegex(
        @"[1-9][0-9]([A-ZĐ]{1,2}[0-9]?[ \-]|[ \-][A-ZĐ]{1,2}[0-9]?[ \-])([0-9]{3}[. \-]?[0-9]{2}|[0-9]{4})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Vietnamese();

    [GeneratedRegex(
        @"[A-ZÄÖÜĐ0-9]{1,4}[ \-]?[A-ZĐ0-9]{1,4}[ \-.]?[A-Z0-9]{1,5}",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Any();
}

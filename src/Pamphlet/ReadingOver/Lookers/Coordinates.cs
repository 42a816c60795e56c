using System.Globalization;
using System.Text.RegularExpressions;

namespace Pamphlet.ReadingOver.Lookers;

/// <summary>Places on the map, exact enough to find a house: four decimals are eleven metres.</summary>
internal static partial class Coordinates
{
    public static IEnumerable<Sighting> In(ReadLine line) =>
        Decimal()
            .Matches(line.Digits)
            .Where(match => IsOnEarth(match.Value))
            .Concat(Degrees().Matches(line.Digits))
            .Concat(Zoomed().Matches(line.Digits))
            .Concat(PlusCode().Matches(line.Digits).Where(match => line.StandsAlone(match.Index, match.Length)))
            .Select(match => new Sighting(FindingKind.Coordinates, match.Index, match.Length));

    private static bool IsOnEarth(string pair)
    {
        var parts = Number()
            .Matches(pair)
            .Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))
            .ToList();
        return parts.Count == 2 && Math.Abs(parts[0]) <= 180 && Math.Abs(parts[1]) <= 180;
    }

    [GeneratedRegex(
        @"-?[0-9]{1,3}\.[0-9]{4,}°?( ?[NSns])?([,;] ?|%2C| )-?[0-9]{1,3}\.[0-9]{4,}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Decimal();

    // 10°46'37.6"N, 10° 46′ 37″ B (Bắc), with a pole of any of the two languages.
    [GeneratedRegex(
        @"[0-9]{1,3} ?° ?[0-9]{1,2} ?['′’] ?([0-9]{1,2}([.,][0-9]+)? ?(""|″|”|'') ?)?[NSEWBĐTO]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Degrees();

    // #map=17/10.7769/106.7009, !3d10.7769!4d106.7009
    [GeneratedRegex(
        @"(map=[0-9]+/|!3d)-?[0-9]{1,3}\.[0-9]{3,}(/|!4d)-?[0-9]{1,3}\.[0-9]{3,}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Zoomed();

    [GeneratedRegex(
        @"([23456789CFGHJMPQRVWX]{4}){1,2}\+[23456789CFGHJMPQRVWX]{2,3}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex PlusCode();

    [GeneratedRegex(@"-?[0-9]+\.[0-9]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}

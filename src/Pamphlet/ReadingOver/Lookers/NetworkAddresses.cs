using System.Net;
using System.Text.RegularExpressions;

namespace Pamphlet.ReadingOver.Lookers;

/// <summary>Addresses of machines: IP of both kinds, and those of network cards.</summary>
internal static partial class NetworkAddresses
{
    private static readonly HashSet<string> Versions = new(StringComparer.Ordinal)
    {
        "version",
        "v",
        "ban",
        "section",
        "chapter",
        "art",
        "no",
        "muc",
        "release",
    };

    public static IEnumerable<Sighting> In(ReadLine line) =>
        Four()
            .Matches(line.Digits)
            .Where(match => IsFour(line, match))
            .Concat(Six().Matches(line.Text).Where(IsSix))
            .Concat(Card().Matches(line.Text))
            .Where(match => line.StandsAlone(match.Index, match.Length))
            .Select(match => new Sighting(FindingKind.NetworkAddress, match.Index, match.Length));

    private static bool IsFour(ReadLine line, Match match)
    {
        var end = match.Index + match.Length;
        var isLonger =
            (match.Index > 0 && line.Digits[match.Index - 1] == '.')
            || (end + 1 < line.Digits.Length && line.Digits[end] == '.' && char.IsDigit(line.Digits[end + 1]));
        var octets = match.Value.Split('.');
        return !isLonger
            && octets.All(octet =>
                octet.Length <= 3 && int.Parse(octet, System.Globalization.CultureInfo.InvariantCulture) <= 255
            )
            // One's own machine, and «any».
            && octets[0] is not ("0" or "127")
            && !line.IsAfterWord(match.Index, Versions);
    }

    private static bool IsSix(Match match) =>
        match.Value.Count(character => character == ':') >= 2
        && match.Value.Any(char.IsAsciiHexDigit)
        && match.Value.Length > 6
        && IPAddress.TryParse(match.Value, out var address)
        && !IPAddress.IsLoopback(address);

    [GeneratedRegex(
        @"[0-9]{1,3}(\.[0-9]{1,3}){3}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Four();

    [GeneratedRegex(
        @"[0-9A-Fa-f]{1,4}(:[0-9A-Fa-f]{0,4}){2,7}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Six();

    [GeneratedRegex(
        @"[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}|-[0-9A-Fa-f]{2}){5}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Card();
}

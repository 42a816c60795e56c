using System.Text.RegularExpressions;

namespace Pamphlet.ReadingOver.Lookers;

/// <summary>Mail addresses, also those written «name (at) host (dot) org» for people.</summary>
internal static partial class MailAddresses
{
    public static IEnumerable<Sighting> In(ReadLine line) =>
        Plain()
            .Matches(line.Text)
            .Concat(Spelled().Matches(line.Text))
            // https://host.example/@name is an account, found by its own looker or none.
            .Where(match => match.Index == 0 || line.Text[match.Index - 1] is not '/')
            .Select(match => new Sighting(FindingKind.MailAddress, match.Index, match.Length));

    [GeneratedRegex(
        @"[\w.%+\-]+@[\w\-]+(\.[\w\-]+)*\.\p{L}{2,24}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Plain();

    [GeneratedRegex(
        @"[\w.%+\-]+ ?[\[(]? ?(at|@|a còng|a-còng) ?[\])]? ?[\w\-]+( ?[\[(] ?(dot|chấm|\.) ?[\])] ?[\w\-]+)+",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.NonBacktracking
    )]
    private static partial Regex Spelled();
}

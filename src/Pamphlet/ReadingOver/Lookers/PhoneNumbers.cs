using System.Text.RegularExpressions;

namespace Pamphlet.ReadingOver.Lookers;

/// <summary>Telephone numbers: international, Vietnamese, and whatever stands beside a word for one.</summary>
internal static partial class PhoneNumbers
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "tel",
        "telephone",
        "phone",
        "mobile",
        "cell",
        "call",
        "whatsapp",
        "viber",
        "signal",
        "telegram",
        "zalo",
        "hotline",
        "fax",
        "sms",
        "dt",
        "đt",
        "sdt",
        "thoai",
        "goi",
        "handy",
        "telefon",
        "telefono",
        "تلفن",
        "موبايل",
    };

    private static readonly HashSet<string> OtherNumbers = new(StringComparer.Ordinal)
    {
        "isbn",
        "issn",
        "doi",
        "oclc",
        "imei",
        "iban",
        "cmnd",
        "cccd",
        "rfc",
    };

    public static IEnumerable<Sighting> In(ReadLine line)
    {
        var found = new List<Sighting>();
        foreach (Match candidate in Candidate().Matches(line.Digits))
        {
            if (line.IsInAddress(candidate.Index))
            {
                continue;
            }

            var groups = Groups(line, candidate);
            for (var first = 0; first < groups.Count; first++)
            {
                var last = LastOf(line, groups, first);
                if (last < 0)
                {
                    continue;
                }

                var start = groups[first].Index;
                var end = groups[last].Index + groups[last].Length;
                start -= start > 0 && line.Digits[start - 1] == '+' ? 1 : 0;
                start -=
                    start > 0 && line.Digits[start - 1] == '(' && line.Digits.AsSpan(start, end - start).Contains(')')
                        ? 1
                        : 0;
                found.Add(new Sighting(FindingKind.PhoneNumber, start, end - start));
                first = last;
            }
        }

        return found;
    }

    // Matched in the line, so that a group knows its place there.
    private static List<Match> Groups(ReadLine line, Match candidate) =>
        [
            .. Digits()
                .Matches(line.Digits, candidate.Index)
                .TakeWhile(group => group.Index < candidate.Index + candidate.Length),
        ];

    /// <summary>The longest run of groups from <paramref name="first"/> on that is a telephone number, by its last; or −1.</summary>
    private static int LastOf(ReadLine line, List<Match> groups, int first)
    {
        for (var last = groups.Count - 1; last >= first; last--)
        {
            if (IsNumber(line, groups.GetRange(first, last - first + 1)))
            {
                return last;
            }
        }

        return -1;
    }

    private static bool IsNumber(ReadLine line, List<Match> groups)
    {
        var start = groups[0].Index;
        var end = groups[^1].Index + groups[^1].Length;
        var digits = string.Concat(groups.Select(group => group.Value));
        var before = start > 0 ? line.Digits[start - 1] : ' ';
        var beforeBracket = before == '(' && start > 1 ? line.Digits[start - 2] : before;
        if (
            digits.Length is < 7 or > 16
            || char.IsLetterOrDigit(before)
            || (end < line.Text.Length && char.IsLetterOrDigit(line.Text[end]))
            // A list of figures: 1 2 3 4 5 6 7 8.
            || digits.Length < groups.Count * 2
            || Date().IsMatch(line.Digits[start..end])
            || line.IsAfterWord(start, OtherNumbers)
        )
        {
            return false;
        }

        return before == '+' || beforeBracket == '+'
            ? digits.Length is >= 8 and <= 15
            : IsNational(digits, groups) || line.IsAfterWord(start, Words);
    }

    private static bool IsNational(string digits, List<Match> groups) =>
        digits switch
        {
            // An amount with a point after the nought is none.
            ['0', not '0', ..] => digits.Length is 10 or 11 && groups[0].Length > 1,
            ['0', '0', not '0', ..] => digits.Length is >= 11 and <= 16,
            ['8', '4', >= '3' and <= '9', ..] => digits.Length == 11,
            _ => groups.Select(group => group.Length).SequenceEqual([3, 3, 4]),
        };

    [GeneratedRegex(
        @"[0-9][0-9 .()/\-\u00A0\u2010-\u2013\u202F]{5,24}[0-9]",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Candidate();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    [GeneratedRegex(
        @"^([0-9]{1,2}[./\-][0-9]{1,2}[./\-][0-9]{4}|[0-9]{4}[./\-][0-9]{1,2}[./\-][0-9]{1,2}|[0-9]{4}[\-\u2013][0-9]{4}$)|/(19|20)[0-9]{2}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Date();
}

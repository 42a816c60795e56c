using Pamphlet.ReadingOver.Lookers;

namespace Pamphlet.ReadingOver;

/// <summary>
/// The second pair of eyes: lists what could harm. It sends nothing anywhere, blocks nothing, and knows nobody: a real name that
/// is on no list looks to it like any word.
/// </summary>
internal static class ReadOver
{
    private const int Around = 32;

    private static readonly Func<ReadLine, IEnumerable<Sighting>>[] Lookers =
    [
        PhoneNumbers.In,
        MailAddresses.In,
        IdentityNumbers.In,
        AccountNumbers.In,
        Plates.In,
        Coordinates.In,
        NetworkAddresses.In,
        HiddenCharacters.In,
        OddSpaces.In,
        TrackedLinks.In,
        OwnersLinks.In,
        FileNames.In,
    ];

    /// <summary>What there is to look at, gravest kind first, then in reading order.</summary>
    public static IReadOnlyList<Finding> Of(TextToRead text)
    {
        var lines = ReadLines.Of(text);
        var seen = new List<(ReadLine Line, Sighting Sighting)>();
        var looksAlike = LookAlikeLetters.For(lines);
        foreach (var line in lines)
        {
            var here = Lookers
                .SelectMany(look => look(line))
                .Concat(looksAlike(line))
                .Concat(PictureQuestions.In(line, text.Blurred))
                .OrderBy(sighting => sighting.Kind);
            seen.AddRange(Uncovered(here).Select(sighting => (line, sighting)));
        }

        seen.AddRange(NeverPublishWords.In(lines, text.IsNeverPublished));
        seen.AddRange(BrokenSetting.In(lines, text));
        seen.AddRange(VerbatimRuns.In(lines, text.Given));
        return
        [
            .. seen.GroupBy(one => (one.Sighting.Kind, Quoted: one.Sighting.Quote(one.Line)))
                .Select(same => new Finding(
                    same.Key.Kind,
                    same.Key.Quoted,
                    same.First().Sighting.Instead,
                    [.. same.Select(one => SpotOf(one.Line, one.Sighting))]
                ))
                .OrderBy(finding => finding.Kind)
                .ThenBy(finding => finding.Spots[0].Place)
                .ThenBy(finding => finding.Spots[0].Line),
        ];
    }

    /// <summary>A number is a telephone's or a card's, not both: the graver kind stands.</summary>
    private static List<Sighting> Uncovered(IEnumerable<Sighting> sightings)
    {
        var kept = new List<Sighting>();
        foreach (var one in sightings)
        {
            var isNumber = one.Kind is >= FindingKind.AccountNumber and <= FindingKind.NetworkAddress;
            if (!isNumber || !kept.Exists(other => other.Overlaps(one) && other.Kind != one.Kind))
            {
                kept.Add(one);
            }
        }

        return kept;
    }

    private static Spot SpotOf(ReadLine line, Sighting sighting)
    {
        var from = Math.Max(0, sighting.Start - Around);
        var end = Math.Min(line.Text.Length, sighting.Start + sighting.Length);
        var to = Math.Min(line.Text.Length, end + Around);
        return new Spot(
            line.Place,
            line.Number,
            Visible.Of(line.Text[from..sighting.Start]),
            Visible.Of(line.Text[end..to])
        );
    }
}

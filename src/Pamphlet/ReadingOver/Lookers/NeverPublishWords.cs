namespace Pamphlet.ReadingOver.Lookers;

/// <summary>Words of the collective's own list, wherever readers would see them, marks and case aside and over the end of a line.</summary>
internal static class NeverPublishWords
{
    /// <summary>The longest entry of a list, in words: «Nguyễn Thị Minh Khai Anh» is five.</summary>
    public const int MostWords = 6;

    public static IEnumerable<(ReadLine Line, Sighting Sighting)> In(
        IReadOnlyList<ReadLine> lines,
        Func<string, bool> isNeverPublished
    )
    {
        var found = new List<(ReadLine Line, Sighting Sighting)>();
        var words = LineWords.Of(lines);
        var asked = new Dictionary<string, bool>(StringComparer.Ordinal);
        for (var first = 0; first < words.Count; first++)
        {
            var phrase = "";
            for (var last = first; last < words.Count && last < first + MostWords; last++)
            {
                // What stands in a title and what in a name is no phrase together.
                if (words[last].Line.Place != words[first].Line.Place)
                {
                    break;
                }

                phrase = last == first ? words[last].Folded : $"{phrase} {words[last].Folded}";
                if (!asked.TryGetValue(phrase, out var isOne))
                {
                    asked[phrase] = isOne = isNeverPublished(phrase);
                }

                if (isOne)
                {
                    found.Add(Sight(words[first], words[last]));
                }
            }
        }

        return found;
    }

    private static (ReadLine Line, Sighting Sighting) Sight(LineWord first, LineWord last)
    {
        var isOneLine = ReferenceEquals(first.Line, last.Line);
        var end = isOneLine ? last.Start + last.Length : first.Line.Text.Length;
        return (
            first.Line,
            new Sighting(
                FindingKind.NeverPublish,
                first.Start,
                end - first.Start,
                isOneLine ? null : $"{first.Line.Text[first.Start..]} {last.Line.Text[..(last.Start + last.Length)]}"
            )
        );
    }
}

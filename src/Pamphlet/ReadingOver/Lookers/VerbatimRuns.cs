namespace Pamphlet.ReadingOver.Lookers;

/// <summary>
/// Words taken over unchanged from a text that must not be recognised: whoever has the letter, or had it to forward, finds who
/// wrote it by one sentence.
/// </summary>
internal static class VerbatimRuns
{
    /// <summary>In words (syllables in Vietnamese). Seven in a row do not meet by chance twice.</summary>
    public const int Shortest = 7;

    private const int MostQuoted = 90;

    public static IEnumerable<(ReadLine Line, Sighting Sighting)> In(
        IReadOnlyList<ReadLine> lines,
        IReadOnlyList<string> given
    )
    {
        var found = new List<(ReadLine Line, Sighting Sighting)>();
        if (given.Count == 0)
        {
            return found;
        }

        var runs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in given)
        {
            var theirs = LineWords.Of(text.Split('\n').Select((line, i) => new ReadLine(Place.Text, i + 1, line)));
            for (var i = 0; i + Shortest <= theirs.Count; i++)
            {
                runs.Add(RunAt(theirs, i));
            }
        }

        var words = LineWords.Of(lines.Where(line => line.Place is not (Place.Name or Place.Tag or Place.Address)));
        for (var first = 0; first + Shortest <= words.Count; first++)
        {
            var last = first;
            while (last + Shortest <= words.Count && runs.Contains(RunAt(words, last)))
            {
                last++;
            }

            if (last > first)
            {
                var end = last + Shortest - 2;
                found.Add(Sight(words, first, end));
                first = end;
            }
        }

        return found;
    }

    private static (ReadLine Line, Sighting Sighting) Sight(List<LineWord> words, int first, int last)
    {
        var start = words[first];
        var end = words[last];
        var said = ReferenceEquals(start.Line, end.Line)
            ? start.Line.Text[start.Start..(end.Start + end.Length)]
            : string.Join(
                ' ',
                words[first..(last + 1)].Select(word => word.Line.Text.Substring(word.Start, word.Length))
            );
        var upTo = ReferenceEquals(start.Line, end.Line) ? end.Start + end.Length : start.Line.Text.Length;
        return (
            start.Line,
            new Sighting(
                FindingKind.VerbatimRun,
                start.Start,
                upTo - start.Start,
                said.Length > MostQuoted ? string.Concat(said.AsSpan(0, MostQuoted), " …") : said
            )
        );
    }

    private static string RunAt(List<LineWord> words, int at) =>
        string.Join(' ', words.GetRange(at, Shortest).Select(word => word.Folded));
}

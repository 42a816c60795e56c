using System.Runtime.CompilerServices;
using Pamphlet.Reading;
using Pamphlet.Storage;

namespace Pamphlet.Search;

/// <summary>
/// Words that a reader may have meant who mistyped: those of the paper's titles, subjects and names that differ by a letter or two.
/// Made of the catalogue alone, so that both databases say the same.
/// </summary>
internal static class NearbyWords
{
    private static readonly ConditionalWeakTable<Catalogue, HashSet<string>> Known = [];

    /// <returns>The words with what was unknown among them replaced, or null: nothing is near.</returns>
    public static string? For(string typed, Catalogue catalogue)
    {
        var known = Known.GetValue(catalogue, WordsOf);
        var words = SearchWords.Of(typed);
        var meant = words.Select(word => known.Contains(word) ? word : Nearest(word, known)).ToList();
        return
            words.Count is > 0 and <= 8
            && meant.TrueForAll(word => word is not null)
            && !meant.SequenceEqual(words, StringComparer.Ordinal)
            ? string.Join(' ', meant)
            : null;
    }

    private static HashSet<string> WordsOf(Catalogue catalogue) =>
        catalogue
            .Posts.Concat(catalogue.Pages)
            .SelectMany(card =>
                card.Tags.Select(tag => tag.Name).Concat(card.Bylines.Select(name => name.Name)).Append(card.Title)
            )
            .Distinct(StringComparer.Ordinal)
            .SelectMany(SearchWords.Of)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The one of <paramref name="known"/> that was meant, in all likelihood, or null.</summary>
    public static string? Nearest(string word, IReadOnlyCollection<string> known)
    {
        // A short word has too many neighbours to guess.
        var most = word.Length switch
        {
            < 4 => 0,
            < 8 => 1,
            _ => 2,
        };
        return most == 0
            ? null
            : known
                .Where(other => Math.Abs(other.Length - word.Length) <= most && other.Length > 2)
                .Select(other => (other, Distance: Distance(word, other, most)))
                .Where(pair => pair.Distance <= most)
                .OrderBy(pair => pair.Distance)
                .ThenBy(pair => pair.other, StringComparer.Ordinal)
                .Select(pair => pair.other)
                .FirstOrDefault();
    }

    /// <summary>Letters to put in, take out, exchange or swap with their neighbour; more than <paramref name="most"/> is not counted out.</summary>
    private static int Distance(string one, string other, int most)
    {
        var (before, above, row) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var j = 0; j <= other.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var exchange = above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.Min(exchange, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            if (least > most)
            {
                return most + 1;
            }

            (before, above, row) = (above, row, before);
        }

        return above[other.Length];
    }
}

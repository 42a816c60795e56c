using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Publications;
using Pamphlet.Storage;

namespace Pamphlet.Comments.Defence;

/// <summary>
/// A naive Bayes count (Graham's, with Robinson's correction), taught by this paper's own decisions and by nothing else. It sorts
/// the queue and gives a reason to look; it never refuses.
/// </summary>
internal sealed class WordJudge(Database database, PublicationId publication)
{
    /// <summary>With fewer it guesses: measured, one taught elsewhere caught one in ten.</summary>
    public const int FewestLessons = 500;

    private const double Suspect = 0.9;
    private const int Strongest = 20;

    /// <summary>How much the text is like those that were removed: 0 to 1; null before it learnt enough.</summary>
    public async Task<double?> ScoreAsync(
        string plain,
        DiscussionSettings settings,
        CancellationToken cancellationToken
    )
    {
        if (settings.JudgedPublished + settings.JudgedRemoved < FewestLessons)
        {
            return null;
        }

        var words = WordsOf(plain);
        var known = await database
            .Set<JudgedWord>()
            .AsNoTracking()
            .Where(word => word.PublicationId == publication && words.Contains(word.Word))
            .ToListAsync(cancellationToken);
        var strongest = known
            .Select(word => Chance(word, settings))
            .OrderByDescending(chance => Math.Abs(chance - 0.5))
            .Take(Strongest)
            .ToList();
        var (removed, published) = (0.0, 0.0);
        foreach (var chance in strongest)
        {
            removed += Math.Log(chance);
            published += Math.Log(1 - chance);
        }

        return strongest.Count == 0 ? 0.5 : 1 / (1 + Math.Exp(published - removed));
    }

    public static bool IsSuspect(double? score) => score >= Suspect;

    /// <summary>Learns a decision, or with <paramref name="by"/> −1 forgets it, when the words are taken back.</summary>
    /// <remarks>Saved with the decision itself, by whoever saves it.</remarks>
    public async Task LearnAsync(
        string plain,
        bool wasPublished,
        int by,
        DiscussionSettings settings,
        CancellationToken cancellationToken
    )
    {
        var words = WordsOf(plain);
        var known = await database
            .Set<JudgedWord>()
            .Where(word => word.PublicationId == publication && words.Contains(word.Word))
            .ToDictionaryAsync(word => word.Word, cancellationToken);
        foreach (var hash in words)
        {
            if (!known.TryGetValue(hash, out var word))
            {
                if (by < 0)
                {
                    continue;
                }

                database.Add(word = new JudgedWord { PublicationId = publication, Word = hash });
            }

            word.Published = Math.Max(0, word.Published + (wasPublished ? by : 0));
            word.Removed = Math.Max(0, word.Removed + (wasPublished ? 0 : by));
            if (word is { Published: 0, Removed: 0 })
            {
                database.Remove(word);
            }
        }

        settings.JudgedPublished = Math.Max(0, settings.JudgedPublished + (wasPublished ? by : 0));
        settings.JudgedRemoved = Math.Max(0, settings.JudgedRemoved + (wasPublished ? 0 : by));
    }

    private static double Chance(JudgedWord word, DiscussionSettings settings)
    {
        var removed = word.Removed / (double)Math.Max(1, settings.JudgedRemoved);
        var published = word.Published / (double)Math.Max(1, settings.JudgedPublished);
        var seen = word.Removed + word.Published;
        var raw = removed + published == 0 ? 0.5 : removed / (removed + published);

        // A word that was seen once proves little.
        return Math.Clamp((0.5 + (seen * raw)) / (1 + seen), 0.01, 0.99);
    }

    private long[] WordsOf(string plain)
    {
        var words = SearchWords.Of(plain);
        var hosts = TextSigns.Hosts(plain).Select(host => $"host {host}");
        var pairs = words.Zip(words.Skip(1), (one, next) => $"{one} {next}");
        return [.. words.Concat(pairs).Concat(hosts).Distinct(StringComparer.Ordinal).Take(600).Select(Hash)];
    }

    private long Hash(string word) =>
        BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{publication.Value} {word}")));
}

using System.Globalization;
using System.Text;
using Pamphlet.Signing;

namespace Pamphlet.Mirrors;

/// <summary>What the paper's mirrors were found to be when they were asked last, for the desk: a line each, <c>&lt;address&gt; &lt;finding&gt; &lt;day&gt;</c>.</summary>
internal sealed class SisterNews(string dataFolder)
{
    private string NewsFile => Path.Combine(dataFolder, "mirrors-asked.txt");

    public void Keep(IEnumerable<(Sister Sister, FollowResult Result)> results, DateOnly day) =>
        GrowingFile.Replace(
            NewsFile,
            Encoding.UTF8.GetBytes(
                string.Concat(
                    results.Select(one =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{one.Sister.Address} {one.Result.Finding} {day:yyyy-MM-dd}\n"
                        )
                    )
                )
            )
        );

    /// <returns>Null: it was never asked.</returns>
    public (FollowFinding Finding, DateOnly Day)? Of(Sister sister)
    {
        foreach (var line in File.Exists(NewsFile) ? File.ReadAllLines(NewsFile) : [])
        {
            if (
                line.Split(' ') is [var address, var finding, var day]
                && string.Equals(address, $"{sister.Address}", StringComparison.Ordinal)
                && Enum.TryParse<FollowFinding>(finding, out var known)
                && DateOnly.TryParseExact(
                    day,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var asked
                )
            )
            {
                return (known, asked);
            }
        }

        return null;
    }
}

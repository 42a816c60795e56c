using System.Text.RegularExpressions;
using Pamphlet.Pictures;

namespace Pamphlet.Editions.Building;

/// <summary>The pictures that a text might show: every one that it names, be it in a passage of code.</summary>
internal static partial class PicturesNamed
{
    public static IEnumerable<PictureId> In(string markdown)
    {
        foreach (Match match in Name().Matches(markdown))
        {
            if (PictureId.TryParse(match.Groups["id"].ValueSpan, out var id))
            {
                yield return id;
            }
        }
    }

    // HTML may write any of its letters as an entity, so in a text with HTML a name may stand without its scheme before it.
    [GeneratedRegex("(?<![0-9a-fA-F])(?<id>[0-9a-fA-F]{16})(?![0-9a-fA-F])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}

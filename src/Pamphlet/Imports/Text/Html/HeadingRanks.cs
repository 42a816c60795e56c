using AngleSharp.Dom;

namespace Pamphlet.Imports.Text.Html;

/// <summary>
/// Headings are chosen in the wild for their size: the largest that a text uses becomes <c>##</c>, the next <c>###</c>, all
/// others <c>####</c>, so that no level is skipped and the title stays the only first one.
/// </summary>
internal static class HeadingRanks
{
    public static IReadOnlyDictionary<int, int> Of(IElement body)
    {
        var used = new SortedSet<int>();
        foreach (var heading in body.QuerySelectorAll("h1,h2,h3,h4,h5,h6"))
        {
            if (!string.IsNullOrWhiteSpace(heading.TextContent))
            {
                used.Add(heading.LocalName[1] - '0');
            }
        }

        return used.Select((level, rank) => (level, rank))
            .ToDictionary(pair => pair.level, pair => Math.Min(4, pair.rank + 2));
    }
}

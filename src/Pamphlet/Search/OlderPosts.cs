using System.Globalization;
using Pamphlet.Reading;
using Pamphlet.Seal;

namespace Pamphlet.Search;

/// <summary>
/// <c>/search?updated-max=2010-05-01T00:00:00-07:00</c>: «Older posts» on Blogger, in links and in search engines. What was on such
/// a page stands under the month of the newest text before that moment.
/// </summary>
internal static class OlderPosts
{
    private const string Question = "updated-max";

    /// <returns>Null: that is not what was asked.</returns>
    public static SitePath? PageFor(IQueryCollection query, Catalogue catalogue)
    {
        if (!query.ContainsKey(Question))
        {
            return null;
        }

        // A plus sign before the zone's hours arrives as a space.
        var typed = query[Question].ToString().Replace(' ', '+');
        var isMoment = DateTimeOffset.TryParse(
            typed,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var moment
        );
        return isMoment && catalogue.Posts.LastOrDefault(card => card.Published < moment) is { } newest
            ? Files.Month(newest.Month)
            : Files.Archive;
    }
}

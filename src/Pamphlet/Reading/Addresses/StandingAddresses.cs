using System.Globalization;
using Pamphlet.Posts;
using Pamphlet.Seal;

namespace Pamphlet.Reading.Addresses;

/// <summary>
/// The addresses that Blogger gives every paper, answered by every paper of ours: whoever moves need not list them, and a
/// reader's program that asks for the old feed goes on reading.
/// </summary>
internal static class StandingAddresses
{
    private static readonly IReadOnlyList<Address> OfEveryPaper =
    [
        Same("/feeds/posts/default", Files.Feed(FeedFormat.Atom)),
        Same("/feeds/posts/full", Files.Feed(FeedFormat.Atom)),
        Same("/feeds/posts/summary", Files.BriefFeed),
        Same("/atom.xml", Files.Feed(FeedFormat.Atom)),
        Same("/rss.xml", Files.Feed(FeedFormat.Rss)),
        Same("/feeds/comments/default", Files.Comments(FeedFormat.Atom)),
        // Browsers ask for it where a page says nothing, and readers' programs everywhere.
        Moved("/favicon.ico", Files.Icon),
    ];

    public static IEnumerable<Address> All(Catalogue catalogue) =>
        OfEveryPaper
            .Concat(catalogue.ByTag.Keys.SelectMany(slug => OfTag(catalogue, slug)))
            .Concat(catalogue.ByMonth.Keys.SelectMany(month => OfMonth(catalogue, month)))
            .Concat(catalogue.Discussed.SelectMany(OfDiscussion));

    public static IEnumerable<Address> OfTag(Catalogue catalogue, string slug)
    {
        var list = Lists.Tag(catalogue, slug);
        return list.Cards.Count == 0
            ? []
            :
            [
                Moved($"/search/label/{list.Title}", list.FirstPath),
                Same($"/feeds/posts/default/-/{list.Title}", Files.TagFeed(slug)),
            ];
    }

    /// <summary>The archive's addresses from Blogger's first years.</summary>
    public static IEnumerable<Address> OfMonth(Catalogue catalogue, DateOnly month) =>
        catalogue.ByMonth[month].Count == 0
            ? []
            :
            [
                Moved(
                    $"/{month.ToString("yyyy_MM_dd", CultureInfo.InvariantCulture)}_archive.html",
                    Files.Month(month)
                ),
            ];

    /// <summary>The feed of the discussion under a text that came from Blogger.</summary>
    public static IEnumerable<Address> OfDiscussion(Card card)
    {
        const string Before = "tag:blogger.com,1999:blog-";
        const string Mark = ".post-";
        var mark = card.EntryId.LastIndexOf(Mark, StringComparison.Ordinal);
        return
            mark < 0
            || !card.EntryId.StartsWith(Before, StringComparison.Ordinal)
            || !Pamphlet.Reading.Feeds.FeedPlans.HasDiscussion(card)
            ? []
            : [Same($"/feeds/{card.EntryId[(mark + Mark.Length)..]}/comments/default", Files.Comments(card.Path))];
    }

    private static Address Same(string from, SitePath to) => new(from, to.Value, OldAddressAnswer.Same);

    private static Address Moved(string from, SitePath to) => new(from, to.Value, OldAddressAnswer.Moved);
}

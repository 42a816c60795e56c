using Pamphlet.Posts;
using Pamphlet.Seal;

namespace Pamphlet.Reading;

/// <summary>One file of the edition before it is written: where it will lie, and whose words it needs.</summary>
/// <param name="Path">Its file, from the site's root; of an <see cref="EditionPlan"/>, from the edition's.</param>
/// <param name="Needs">The posts whose text or discussion it shows; the writer asks for no other.</param>
internal abstract record PagePlan(SitePath Path, IReadOnlyList<PostId> Needs);

/// <summary>A file that tells about the edition and is not part of the site: it lies beside <c>data/</c>, not in it.</summary>
internal abstract record EditionPlan(SitePath Path) : PagePlan(Path, []);

/// <summary>The newest posts, and those most read.</summary>
/// <param name="Cards">Newest first.</param>
/// <param name="Older">The page that goes on where these end, or null: these are all.</param>
internal sealed record FrontPlan(IReadOnlyList<Card> Cards, SitePath? Older, IReadOnlyList<Card> Popular)
    : PagePlan(Files.Front, [.. Cards.Concat(Popular).Select(card => card.Id).Distinct()]);

/// <summary>A page of a list: of the whole paper (a numbered one), a tag, a pen name.</summary>
/// <param name="Title">The tag or the name; of the whole paper <c>""</c>.</param>
/// <param name="Number">Counted from the oldest page, from 1; null: the first page one meets, with the newest.</param>
/// <param name="Cards">Newest first.</param>
/// <param name="Total">How many the list has. Null on a numbered page, which must not change when another post comes.</param>
internal sealed record ListPlan(
    SitePath Path,
    ListKind Kind,
    string Slug,
    string Title,
    int? Number,
    IReadOnlyList<Card> Cards,
    SitePath? Newer,
    SitePath? Older,
    int? Total
) : PagePlan(Path, [.. Cards.Select(card => card.Id)]);

internal enum ListKind
{
    Paper,
    Tag,
    PenName,
}

/// <summary>A text with its date, names and discussion.</summary>
internal sealed record PostPlan(Card Card) : PagePlan(Card.Path, [Card.Id]);

/// <summary>A later page of the discussion under a text.</summary>
/// <param name="Number">From 2.</param>
/// <param name="HasNext">Whether another follows.</param>
internal sealed record DiscussionPlan(Card Card, int Number, bool HasNext)
    : PagePlan(Files.Discussion(Card.Path, Number), [Card.Id]);

/// <summary>The newest comments under any text.</summary>
/// <param name="Cards">The texts whose discussions may hold them, last discussed first.</param>
internal sealed record RecentCommentsPlan(IReadOnlyList<Card> Cards)
    : PagePlan(Files.RecentComments, [.. Cards.Select(card => card.Id)]);

/// <summary>What editors did to discussions lately, and why.</summary>
internal sealed record ModerationLogPlan() : PagePlan(Files.ModerationLog, []);

/// <summary>How discussion works here, and what to do where no server takes a comment.</summary>
internal sealed record RulesPlan() : PagePlan(Files.Comment, []);

/// <summary>What protects somebody who writes to the editors, and what to do where no server takes a letter.</summary>
internal sealed record LettersPlan() : PagePlan(Files.Letter, []);

/// <summary>A page that stands outside time: About, Contact.</summary>
internal sealed record StandingPlan(Card Card) : PagePlan(Card.Path, [Card.Id]);

/// <param name="Cards">In the series' order.</param>
internal sealed record SeriesPlan(string Slug, string Title, IReadOnlyList<Card> Cards)
    : PagePlan(Files.Series(Slug), []);

/// <summary>Years and months with counts.</summary>
internal sealed record ArchivePlan() : PagePlan(Files.Archive, []);

/// <summary>The titles of a year.</summary>
internal sealed record YearPlan(int Year) : PagePlan(Files.Year(Year), []);

/// <summary>The titles of a month.</summary>
/// <param name="Month">Its first day.</param>
internal sealed record MonthPlan(DateOnly Month) : PagePlan(Files.Month(Month), []);

/// <summary>All tags with counts.</summary>
internal sealed record TagsPlan() : PagePlan(Files.Tags, []);

/// <summary>All pen names with counts.</summary>
internal sealed record AuthorsPlan() : PagePlan(Files.Authors, []);

/// <summary>The form that asks the paper's own server.</summary>
internal sealed record SearchPlan() : PagePlan(Files.Search, []);

/// <summary>What answers where nothing is. At which depth it is shown nobody knows: it links to nothing relatively.</summary>
internal sealed record NotFoundPlan() : PagePlan(Files.NotFound, []);

/// <summary>A page that is made when somebody asks for it, and is no file of the edition: what we ask readers, and answer them.</summary>
/// <param name="Language">Of the text that it is about, or null.</param>
internal sealed record FormPlan(SitePath Path, Rendering.Language? Language) : PagePlan(Path, []);

/// <summary>How to check a copy.</summary>
internal sealed record VerifyPlan() : PagePlan(Files.Verify, []);

/// <summary>How to take the paper along.</summary>
internal sealed record CopiesPlan() : PagePlan(Files.Copies, []);

/// <summary>The editors' words where a text was.</summary>
internal sealed record GonePlan(Withdrawn Withdrawn) : PagePlan(Withdrawn.Path, []);

/// <summary>The one style.</summary>
internal sealed record StylePlan() : PagePlan(Files.Style, []);

/// <summary>The sign of the paper in a browser's tab.</summary>
internal sealed record IconPlan() : PagePlan(Files.Icon, []);

/// <summary>New texts for readers' programs.</summary>
/// <param name="Slug">Of the tag whose texts it tells of, or <c>""</c>: of all.</param>
/// <param name="Cards">Newest first.</param>
internal sealed record FeedPlan(SitePath Path, FeedFormat Format, string Slug, IReadOnlyList<Card> Cards)
    : PagePlan(Path, [.. Cards.Select(card => card.Id)])
{
    /// <summary>Beginnings, whatever the paper settled: some programs ask for them.</summary>
    public bool IsBrief { get; init; }
}

/// <summary>New comments for readers' programs.</summary>
/// <param name="Of">The text under which they stand, or null: under any.</param>
/// <param name="Cards">The texts whose discussions may hold them, last discussed first.</param>
internal sealed record CommentFeedPlan(SitePath Path, FeedFormat Format, Card? Of, IReadOnlyList<Card> Cards)
    : PagePlan(Path, [.. Cards.Select(card => card.Id)]);

internal enum FeedFormat
{
    Atom,
    Rss,
    Json,
}

/// <summary>The list of the parts of the sitemap.</summary>
internal sealed record SitemapPlan() : PagePlan(Files.Sitemap, []);

/// <summary>A part of the sitemap: posts, counted from the oldest.</summary>
/// <param name="Number">From 1.</param>
internal sealed record SitemapPartPlan(int Number) : PagePlan(Files.SitemapPart(Number), []);

/// <summary>The part of the sitemap that holds the front page and the pages outside time.</summary>
internal sealed record SitemapPagesPlan() : PagePlan(Files.SitemapPages, []);

internal sealed record RobotsPlan() : PagePlan(Files.Robots, []);

/// <summary>What kind of file each ending is.</summary>
internal sealed record TypesPlan() : EditionPlan(Files.Types);

/// <summary>The addresses that are not files.</summary>
internal sealed record AddressesPlan() : EditionPlan(Files.Addresses);

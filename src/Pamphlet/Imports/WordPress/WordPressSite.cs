using Pamphlet.Imports.Entries;
using Pamphlet.Imports.Files;

namespace Pamphlet.Imports.WordPress;

/// <summary>One site of WordPress's; a large one comes in several files.</summary>
internal sealed record WordPressSite(IReadOnlyList<ExportFile> Parts, Uri? Site, WxrOutline Outline) : SourceBlog
{
    /// <summary>WordPress shows ten texts a page where nobody settled another number.</summary>
    private const int PageLength = 10;

    public override string System => "wordpress";

    public override string Format => "wordpress-wxr";

    public override string Number => Offer.Number;

    public required string Tagline { get; init; }

    public required string Language { get; init; }

    public override string Line => Tagline;

    public override string Locale => Language;

    public override IReadOnlyList<Uri> Homes => Site is null ? [] : [Site];

    public override bool KeepsPaths => false;

    public override bool HasPictureFolder => true;

    public override IEnumerable<SourceEntry> Entries(CancellationToken cancellationToken)
    {
        var judge = new JudgeItem(Outline);
        return Parts.SelectMany(part => new WxrReader(part).Items(cancellationToken)).SelectMany(judge.Of);
    }

    public override string FragmentOf(string fragment) =>
        fragment.StartsWith("#comment-", StringComparison.Ordinal)
            ? $"#c{fragment.AsSpan("#comment-".Length)}"
            : fragment;

    public override IEnumerable<OldPlace> Places(IReadOnlyCollection<SourceEntry> texts) =>
        [
            new("/feed/", PlaceKind.FeedRss),
            new("/feed", PlaceKind.FeedRss),
            new("/feed/rss/", PlaceKind.FeedRss),
            new("/feed/rss2/", PlaceKind.FeedRss),
            new("/feed/atom/", PlaceKind.FeedAtom),
            new("/?feed=rss", PlaceKind.FeedRss),
            new("/?feed=rss2", PlaceKind.FeedRss),
            new("/?feed=atom", PlaceKind.FeedAtom),
            new("/wp-rss2.php", PlaceKind.FeedRss),
            new("/comments/feed/", PlaceKind.CommentsRss),
            new("/comments/feed/atom/", PlaceKind.CommentsAtom),
            new("/?feed=comments-rss2", PlaceKind.CommentsRss),
            .. texts.SelectMany(text => Outline.TermsOf(text.Labels)).Distinct().SelectMany(OfTerm),
            .. texts
                .SelectMany(text => text.Authors)
                .Where(author => author.Uri.StartsWith("login:", StringComparison.Ordinal))
                // Where accounts are called by their e-mail addresses, an old link to one is better broken than kept.
                .Where(author => !author.Uri.Contains('@', StringComparison.Ordinal))
                .Distinct()
                .Select(author => new OldPlace(
                    $"/author/{author.Uri["login:".Length..]}/",
                    PlaceKind.Author,
                    author.Name
                )),
            .. Enumerable
                .Range(2, Math.Max(0, (texts.Count(text => text.Kind == EntryKind.Post) - 1) / PageLength))
                .Select(page => new OldPlace($"/page/{page}/", PlaceKind.Archive)),
        ];

    private static IEnumerable<OldPlace> OfTerm(WxrTerm term)
    {
        var folder = term.Domain is "category" ? "category" : "tag";
        var slug = Rendering.CleanText.Of(Uri.UnescapeDataString(term.Slug));
        return slug.Length == 0
            ? []
            :
            [
                new($"/{folder}/{slug}/", PlaceKind.Label, term.Name),
                new($"/{folder}/{slug}/feed/", PlaceKind.LabelFeed, term.Name),
                .. folder is "tag"
                    ? [new OldPlace($"/?tag={slug}", PlaceKind.Label, term.Name)]
                    : Array.Empty<OldPlace>(),
            ];
    }
}

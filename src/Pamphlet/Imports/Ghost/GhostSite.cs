using Pamphlet.Imports.Entries;
using Pamphlet.Imports.Files;

namespace Pamphlet.Imports.Ghost;

/// <summary>One site of Ghost's, of any version from 0.x to 6.x.</summary>
internal sealed record GhostSite(ExportFile File, string Version, GhostOutline Outline) : SourceBlog
{
    private const int PageLength = 5;

    private static readonly HashSet<string> Posts = new(StringComparer.Ordinal) { "posts" };

    public override string System => "ghost";

    public override string Format => "ghost-json";

    public override string Number => Offer.Number;

    public override string Line => Outline.Site.GetValueOrDefault("description", "");

    public override string Locale =>
        Outline.Site.GetValueOrDefault("locale")
        ?? Outline.Site.GetValueOrDefault("lang")
        ?? Outline.Site.GetValueOrDefault("default_locale", "");

    public override IReadOnlyList<Uri> Homes =>
        Uri.TryCreate(Outline.Site.GetValueOrDefault("url", ""), UriKind.Absolute, out var home) ? [home] : [];

    public override bool IsPrivate => Outline.Site.GetValueOrDefault("is_private", "") is "true" or "1";

    public override bool KeepsPaths => false;

    public override bool HasPictureFolder => true;

    public override IEnumerable<SourceEntry> Entries(CancellationToken cancellationToken)
    {
        var judge = new JudgePost(Outline, isOldest: Version.StartsWith('0') || Version.Length == 0);
        return JsonRows.In(File, Posts, words: null, cancellationToken).Select(row => judge.Of(row.Value));
    }

    public override IEnumerable<OldPlace> Places(IReadOnlyCollection<SourceEntry> texts) =>
        [
            new("/rss/", PlaceKind.FeedRss),
            new("/rss", PlaceKind.FeedRss),
            new("/feed/", PlaceKind.FeedRss),
            .. Outline
                .Tags.Where(tag => !tag.IsInternal && tag.Slug.Length > 0)
                .SelectMany(tag =>
                    (OldPlace[])
                        [
                            new($"/tag/{tag.Slug}/", PlaceKind.Label, tag.Name),
                            new($"/tag/{tag.Slug}/rss/", PlaceKind.LabelFeed, tag.Name),
                        ]
                ),
            .. texts
                .SelectMany(text => text.Authors)
                .Where(author => author.Uri.StartsWith("user:", StringComparison.Ordinal))
                .Distinct()
                .Select(author => new OldPlace(
                    $"/author/{author.Uri["user:".Length..]}/",
                    PlaceKind.Author,
                    author.Name
                )),
            .. Enumerable
                .Range(2, Math.Max(0, (texts.Count(text => text.Kind == EntryKind.Post) - 1) / PageLength))
                .Select(page => new OldPlace($"/page/{page}/", PlaceKind.Archive)),
        ];

    /// <exception cref="ExportRefusedException">It is torn, too large, or holds no texts.</exception>
    public static GhostSite Outlined(ExportFile file, CancellationToken cancellationToken)
    {
        var outline = new GhostOutline();
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var (posts, pages) = (0, 0);
        foreach (var row in JsonRows.In(file, GhostOutline.Tables, words, cancellationToken))
        {
            outline.Take(row);
            if (row.Table is "posts")
            {
                var post = row.Value.Unwrapped();
                var isPage = post.Word("type") is "page" || (post.Word("type").Length == 0 && post.Is("page"));
                (posts, pages) = isPage ? (posts, pages + 1) : (posts + 1, pages);
            }
        }

        if (posts + pages == 0)
        {
            throw new ExportRefusedException(
                ImportRefusal.NotAnExport,
                $"{file.Path} is JSON of Ghost's, but holds no texts."
            );
        }

        var title = EntryWords.TitleOf(outline.Site.GetValueOrDefault("title", ""));
        title = title.Length > 0 ? title : Path.GetFileNameWithoutExtension(file.Name);
        var home = outline.Site.GetValueOrDefault("url", "");
        var number =
            Uri.TryCreate(home, UriKind.Absolute, out var site) && site.Host.Length > 0
                ? site.Host
                : Seal.ContentHash.Of(global::System.Text.Encoding.UTF8.GetBytes(title)).ToString()[..16];
        return new GhostSite(file, words.GetValueOrDefault("version", ""), outline)
        {
            Title = title,
            Offer = new OfferedBlog(title, number, posts, pages, 0),
            Notes =
            [
                "An export of Ghost holds no comments, no members and no pictures: pictures come from a folder «content» beside it, or are fetched when asked.",
            ],
        };
    }
}

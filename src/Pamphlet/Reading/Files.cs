using System.Globalization;
using Pamphlet.Seal;

namespace Pamphlet.Reading;

/// <summary>Where each kind of page lies. A text itself lies where its card says.</summary>
internal static class Files
{
    public static SitePath Front { get; } = SitePath.From("index.html");

    public static SitePath Archive { get; } = SitePath.From("archive.html");

    public static SitePath Tags { get; } = SitePath.From("tags.html");

    public static SitePath Authors { get; } = SitePath.From("authors.html");

    public static SitePath Search { get; } = SitePath.From("search.html");

    /// <summary>The rules of the discussion; with a question behind it, the form.</summary>
    public static SitePath Comment { get; } = SitePath.From("comment.html");

    /// <summary>How letters to the editors work; with a question behind it, the form.</summary>
    public static SitePath Letter { get; } = SitePath.From("letter.html");

    /// <summary>Where other sites say that they link a text. No file: only a server takes what is said.</summary>
    public static SitePath Mentions { get; } = SitePath.From("webmention");

    public static SitePath RecentComments { get; } = SitePath.From("comments.html");

    public static SitePath ModerationLog { get; } = SitePath.From("moderation.html");

    /// <summary>How to check a copy; only where editions are signed.</summary>
    public static SitePath Verify { get; } = SitePath.From("verify.html");

    /// <summary>How to take the paper along; with a question behind it, one text. Only where editions are signed.</summary>
    public static SitePath Copies { get; } = SitePath.From("copies.html");

    public static SitePath NotFound { get; } = SitePath.From("404.html");

    public static SitePath Style { get; } = SitePath.From("style.css");

    public static SitePath Icon { get; } = SitePath.From("icon.svg");

    public static SitePath Robots { get; } = SitePath.From("robots.txt");

    public static SitePath Sitemap { get; } = SitePath.From("sitemap.xml");

    public static SitePath SitemapPages { get; } = SitePath.From("sitemap/pages.xml");

    public static SitePath Types { get; } = SitePath.From("edition/types.txt");

    public static SitePath Addresses { get; } = SitePath.From("edition/addresses.txt");

    public static SitePath SitemapPart(int number) => SitePath.From($"sitemap/{Digits(number, 1)}.xml");

    public static SitePath Feed(FeedFormat format) => SitePath.From($"feed.{Ending(format)}");

    /// <summary>The feed with the beginnings of the texts.</summary>
    public static SitePath BriefFeed { get; } = SitePath.From("feed.brief.atom");

    public static SitePath TagFeed(string slug) => SitePath.From($"tag/{slug}.atom");

    public static SitePath Comments(FeedFormat format) => SitePath.From($"comments.{Ending(format)}");

    /// <summary>The discussion under one text: <c>2019/05/slug.comments.atom</c>.</summary>
    public static SitePath Comments(SitePath post) => SitePath.From($"{WithoutEnding(post)}.comments.atom");

    /// <summary>A page of the discussion under a text, counted from the oldest; the first is on the text's own page.</summary>
    public static SitePath Discussion(SitePath post, int page) =>
        page == 1 ? post : SitePath.From($"{WithoutEnding(post)}.comments.{Digits(page, 1)}.html");

    public static SitePath Series(string slug) => SitePath.From($"series/{slug}.html");

    public static SitePath Year(int year) => SitePath.From($"{Digits(year, 4)}/index.html");

    public static SitePath Month(DateOnly month) =>
        SitePath.From($"{Digits(month.Year, 4)}/{Digits(month.Month, 2)}/index.html");

    /// <summary>The first page of a list, with its newest texts.</summary>
    public static SitePath List(ListKind kind, string slug) =>
        kind switch
        {
            ListKind.Paper => Front,
            ListKind.Tag => SitePath.From($"tag/{slug}.html"),
            ListKind.PenName => SitePath.From($"by/{slug}.html"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>A page of a list, counted from the oldest.</summary>
    public static SitePath List(ListKind kind, string slug, int number) =>
        kind switch
        {
            ListKind.Paper => SitePath.From($"page/{Digits(number, 1)}.html"),
            ListKind.Tag => SitePath.From($"tag/{slug}/{Digits(number, 1)}.html"),
            ListKind.PenName => SitePath.From($"by/{slug}/{Digits(number, 1)}.html"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static string WithoutEnding(SitePath post) =>
        post.Value.EndsWith(".html", StringComparison.Ordinal) ? post.Value[..^".html".Length] : post.Value;

    private static string Ending(FeedFormat format) =>
        format switch
        {
            FeedFormat.Atom => "atom",
            FeedFormat.Rss => "rss",
            FeedFormat.Json => "json",
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };

    private static string Digits(int number, int atLeast) =>
        number.ToString($"D{atLeast}", CultureInfo.InvariantCulture);
}

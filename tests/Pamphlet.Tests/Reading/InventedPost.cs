using Pamphlet.Posts;
using Pamphlet.Reading;
using Pamphlet.Rendering;
using Pamphlet.Seal;

namespace Pamphlet.Tests.Reading;

/// <summary>A text of an invented paper, as a database would hold it.</summary>
internal sealed record InventedPost(PostId Id, string Path)
{
    public PostKind Kind { get; init; } = PostKind.Post;

    public string Title { get; init; } = "Đấu tranh";

    public string Words { get; init; } = "Một, hai";

    public Language Language { get; init; } = Language.Vietnamese;

    public DateTimeOffset Published { get; init; } = new(2019, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public int Version { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<string> Names { get; init; } = [];

    public string? Series { get; init; }

    public int Place { get; init; }

    public long? Translations { get; init; }

    /// <summary>The days of its comments.</summary>
    public IReadOnlyList<DateOnly> Comments { get; init; } = [];

    public Card Card(InventedPaper paper) =>
        new(
            Id,
            Kind,
            SitePath.From(Path),
            Id.Value % 2 == 0 ? $"tag:blogger.com,1999:blog-1.post-{Id.Value}" : $"tag:paper.example,2026:{Id.Value}",
            Title,
            Subtitle: "",
            Summary: Id.Value % 3 == 0 ? "In một câu." : "",
            Language,
            Published,
            Published.AddMinutes(Version),
            [.. Names.Select(slug => new Signature(new(Number(slug)), paper.NameOf(slug), slug, BylineRole.Author))],
            [.. Tags.Select(slug => new Subject(new(Number(slug)), paper.TagName(slug), slug))],
            Series is { } series
                ? new PlaceInSeries(new(Number(series)), paper.SeriesTitle(series), series, Place)
                : null,
            Translations,
            LeadPicture: null,
            Id.Value % 5 == 0 ? new InReplyTo(new Uri("https://other.example/a"), "Their words", "Other") : null,
            CommentsOpen: true,
            Comments.Count,
            Comments.Count > 0 ? Comments.Max() : null
        );

    public Article Article(InventedPaper paper) =>
        new(
            Card(paper),
            new RenderedText(
                new SafeHtml($"<p>{Words} <a href=\"{SafeHtml.Root}index.html\">{Version}</a></p><p>More</p>"),
                new SafeHtml($"<p>{Words} {Version}</p>"),
                IsCut: true,
                Words,
                Words: 3,
                new Dictionary<string, int>(StringComparer.Ordinal)
            ),
            [.. Comments.Select(Comment)]
        );

    private ShownComment Comment(DateOnly day, int place) =>
        new(
            $"{Id.Value}{place:D3}",
            ParentId: place % 3 == 1 ? $"{Id.Value}{place - 1:D3}" : null,
            ParentName: null,
            Depth: place % 3 == 1 ? 1 : 0,
            place % 2 == 0 ? "Mai" : null,
            IsAuthor: false,
            day,
            ShownCommentState.Live,
            new SafeHtml($"<p>Vâng {place}</p>"),
            $"Vâng {place}"
        );

    private static long Number(string slug) => slug.Aggregate(7L, (sum, letter) => unchecked((sum * 31) + letter));
}

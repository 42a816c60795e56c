using Microsoft.EntityFrameworkCore;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Founding;

/// <summary>
/// Makes the small paper that stands in an empty house, so that whoever starts the program first sees a paper and not a form.
/// An import takes its place.
/// </summary>
internal static class FoundStarterPaper
{
    /// <summary>What it is called until somebody names it.</summary>
    public const string Name = "A New Paper";

    /// <summary>The line under that name.</summary>
    public const string Line = "It is up. The next words are yours.";

    /// <summary>Signs its texts.</summary>
    public const string PenNameSlug = "the-first-hand";

    private static readonly StarterText[] Texts =
    [
        new("welcome.en", "2026/11/what-a-paper-is-for.html", "What a paper is for", Language.English)
        {
            Subtitle = "Carbon copies, white columns, and the page you are reading",
            Summary = "What a paper needed in order to live, in Moscow and in Huế, and what this one can do.",
            Tags = ["Beginnings", "Printing"],
            Translation = 1,
            Published = new DateTimeOffset(2026, 11, 1, 8, 0, 0, TimeSpan.Zero),
        },
        new("welcome.vi", "2026/11/mot-to-bao-can-gi.html", "Một tờ báo cần gì", Language.Vietnamese)
        {
            Subtitle = "Giấy than, cột báo trắng, và trang bạn đang đọc",
            Summary = "Một tờ báo đã cần gì để sống, ở Mátxcơva và ở Huế, và tờ này làm được gì.",
            Tags = ["Beginnings", "Printing"],
            Translation = 1,
            Published = new DateTimeOffset(2026, 11, 1, 7, 0, 0, TimeSpan.Zero),
        },
        new(
            "interview.en",
            "2026/11/what-this-paper-knows-of-you.html",
            "What this paper knows of you",
            Language.English
        )
        {
            Subtitle = "An interview with the program that serves it",
            Summary = "It keeps no log, counts without looking, and says what it cannot do.",
            Tags = ["Interviews", "Privacy"],
            Published = new DateTimeOffset(2026, 11, 2, 8, 0, 0, TimeSpan.Zero),
        },
        new("about.en", "p/about.html", "About", Language.English)
        {
            Kind = PostKind.Page,
            MenuPlace = 1,
            Published = new DateTimeOffset(2026, 11, 1, 6, 0, 0, TimeSpan.Zero),
        },
        new("contact.en", "p/contact.html", "Contact", Language.English)
        {
            Kind = PostKind.Page,
            MenuPlace = 2,
            Published = new DateTimeOffset(2026, 11, 1, 6, 0, 0, TimeSpan.Zero),
        },
    ];

    /// <summary>The subjects of its texts, by name.</summary>
    public static IReadOnlyList<string> Subjects =>
        [.. Texts.SelectMany(text => text.Tags).Distinct(StringComparer.Ordinal)];

    /// <summary>Its texts that still stand as they were founded: nobody made them theirs.</summary>
    public static async Task<IReadOnlyList<PostId>> UntouchedAsync(
        Database database,
        PublicationId paper,
        CancellationToken cancellationToken
    )
    {
        var paths = Texts.Select(text => text.Path).ToList();
        var standing = await database
            .Set<Post>()
            .AsNoTracking()
            .Where(post =>
                post.PublicationId == paper
                && post.State == PostState.Published
                && post.SourceId == null
                && paths.Contains(post.Path!)
            )
            .ToListAsync(cancellationToken);
        return [.. standing.Where(post => Texts.Any(text => text.IsUntouched(post))).Select(post => post.Id)];
    }

    public static async Task<Publication> RunAsync(Database database, CancellationToken cancellationToken)
    {
        var paper = new Publication
        {
            Id = new PublicationId(1),
            Name = Name,
            Line = Line,
            Language = Language.English,
            FeedId = $"urn:pamphlet:{RowIds.New<PublicationId>().Value:x16}",
            IsStarter = true,
        };
        database.Add(paper);

        var penName = new PenName
        {
            PublicationId = paper.Id,
            Id = RowIds.New<PenNameId>(),
            Name = "The first hand",
            Slug = PenNameSlug,
            About = "Wrote the texts that stand here until somebody writes better ones.",
        };
        database.Add(penName);

        var tags = Subjects.ToDictionary(
            name => name,
            name => new Tag
            {
                PublicationId = paper.Id,
                Id = RowIds.New<TagId>(),
                Name = name,
                Slug = Slug.Of(name),
            },
            StringComparer.Ordinal
        );
        database.AddRange(tags.Values);

        foreach (var text in Texts)
        {
            database.Add(await text.ToPostAsync(paper, penName, tags, cancellationToken));
        }

        new PublicationStore(database).Note(paper.Id, ChangeKind.Paper);
        await database.SaveChangesAsync(cancellationToken);
        return paper;
    }
}

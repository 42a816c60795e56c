using System.Buffers;
using Pamphlet.Posts;
using Pamphlet.Reading;
using Pamphlet.Rendering;
using Pamphlet.Seal;
using PaperOf = Pamphlet.Reading.Paper;

namespace Pamphlet.Tests.Reading;

/// <summary>
/// A paper as a collective might make it: thirty texts in three languages, a series, translations, a long essay with all
/// that a text can hold, and a discussion. Whoever looks at pages looks at these.
/// </summary>
internal static class SamplePaper
{
    public static IReadOnlyList<(Card Card, SampleText Text)> Texts { get; } = Read();

    public static Card Essay => CardAt("2026/11/what-the-dam-kept.html");

    public static Catalogue Catalogue { get; } = Collect();

    public static Article ArticleOf(PostId id)
    {
        var (card, text) = Texts.First(pair => pair.Card.Id == id);
        var context = new RenderContext(
            card.Language,
            name => string.Equals(name, SamplePicture.Id, StringComparison.Ordinal) ? SamplePicture.Shown : null,
            address => address
        );
        return new Article(
            card,
            PostRenderer.Render(text.Markdown, context),
            card.Comments > 0 ? SampleDiscussion.Comments : []
        );
    }

    /// <summary>Writes the whole site, as an edition holds it under <c>data/</c>.</summary>
    public static void WriteTo(string folder) => WriteTo(folder, Look.Quiet);

    public static void WriteTo(string folder, Look look)
    {
        var paper = Catalogue.Paper with { Theme = Theme.Plain with { Look = look } };
        var catalogue = Catalogue.With(new CatalogueChange { Paper = paper });
        foreach (var plan in SitePlan.Everything(catalogue))
        {
            Save(folder, plan.Path.Value, Page(plan, catalogue));
        }

        Save(folder, SamplePicture.Shown.Files[0].Path, SamplePicture.Draw());
    }

    public static byte[] Page(PagePlan plan) => Page(plan, Catalogue);

    public static byte[] Page(PagePlan plan, Catalogue catalogue)
    {
        var page = new ArrayBufferWriter<byte>();
        PageWriter.Write(plan, catalogue, ArticleOf, page);
        return page.WrittenSpan.ToArray();
    }

    public static Card CardAt(string path) =>
        Texts.First(pair => string.Equals(pair.Card.Path.Value, path, StringComparison.Ordinal)).Card;

    private static void Save(string folder, string path, byte[] content)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }

    private static List<(Card Card, SampleText Text)> Read()
    {
        var cards = new SampleCards();
        return
        [
            .. SampleText
                .All()
                .Select(
                    (text, place) =>
                    {
                        var isDiscussed = text["path"].EndsWith("/what-the-dam-kept.html", StringComparison.Ordinal);
                        var card = cards.Of(
                            text,
                            new PostId(place + 1),
                            isDiscussed ? SampleDiscussion.Live : 0,
                            isDiscussed ? SampleDiscussion.LastDay : null
                        );
                        return (card, text);
                    }
                ),
        ];
    }

    private static Catalogue Collect()
    {
        var about = CardAt("p/about.html");
        var contact = CardAt("p/contact.html");
        var mai = Texts.SelectMany(pair => pair.Card.Bylines).First(name => name.Name is "Mai Lan");
        var series = Essay.Series!;
        return new Catalogue(
            new PaperOf(
                "Mạch Ngầm",
                "Essays, letters and interviews from below the dam",
                Language.English,
                new Uri("https://machngam.example/"),
                "tag:machngam.example,2024:paper",
                PostsPerPage: 8,
                [new MenuItem(about.Title, about.Path), new MenuItem(contact.Title, contact.Path)]
            ),
            Texts.Select(pair => pair.Card),
            [new PenNamePage(mai.Id, mai.Name, mai.Slug, Render("Mai Lan keeps the book of lengths."))],
            [
                new SeriesPage(
                    series.Id,
                    series.Title,
                    series.Slug,
                    Render(
                        "Three accounts of a valley that was flooded in 1983, drawn from a ledger in which nothing is measured in metres."
                    )
                ),
            ],
            [
                new Withdrawn(
                    SitePath.From("2025/04/a-list.html"),
                    "It named somebody who had since asked us not to. The argument stands without the name, and will be made again."
                ),
            ],
            [],
            [
                Essay.Id,
                CardAt("2026/07/how-to-sit-through-a-meeting.html").Id,
                CardAt("2026/08/ban-ve-su-im-lang.html").Id,
                CardAt("2026/11/the-price-of-a-chicken.html").Id,
                CardAt("2025/07/against-the-word-community.html").Id,
            ]
        );
    }

    private static SafeHtml Render(string markdown) =>
        PostRenderer.Render(markdown, new RenderContext(Language.English, _ => null, _ => null)).Body;
}

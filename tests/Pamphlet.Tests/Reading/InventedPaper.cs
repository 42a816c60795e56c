using System.Buffers;
using Pamphlet.Posts;
using Pamphlet.Reading;
using Pamphlet.Rendering;
using Pamphlet.Seal;

namespace Pamphlet.Tests.Reading;

/// <summary>An invented paper, frozen at one moment.</summary>
internal sealed record InventedPaper
{
    public static readonly string[] AllTags = ["cong-nhan", "dat-dai", "nha-o", "lich-su", "tho"];
    public static readonly string[] AllNames = ["mai", "hoa", "binh"];
    public static readonly string[] AllSeries = ["xuong", "lang"];

    public Paper Paper { get; init; } =
        new(
            "Tờ giấy",
            "Đọc và chuyền tay",
            Language.Vietnamese,
            new Uri("https://paper.example/"),
            "tag:blogger.com,1999:blog-1",
            3,
            []
        );

    public IReadOnlyDictionary<PostId, InventedPost> Posts { get; init; } = new Dictionary<PostId, InventedPost>();

    public IReadOnlyDictionary<string, string> Renamed { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyList<Withdrawn> Withdrawn { get; init; } = [];

    public IReadOnlyList<Address> Addresses { get; init; } = [];

    public IReadOnlyList<PostId> Popular { get; init; } = [];

    public string NameOf(string slug) => Renamed.GetValueOrDefault($"name {slug}", slug.ToUpperInvariant());

    public string TagName(string slug) => Renamed.GetValueOrDefault($"tag {slug}", $"Về {slug}");

    public string SeriesTitle(string slug) => Renamed.GetValueOrDefault($"series {slug}", $"Loạt {slug}");

    public IEnumerable<PenNamePage> PenNames =>
        AllNames.Select(slug => new PenNamePage(new(slug.Length), NameOf(slug), slug, About(slug)));

    public IEnumerable<SeriesPage> Series =>
        AllSeries.Select(slug => new SeriesPage(new(slug.Length), SeriesTitle(slug), slug, About(slug)));

    public Catalogue Catalogue() =>
        new(Paper, Posts.Values.Select(post => post.Card(this)), PenNames, Series, Withdrawn, Addresses, Popular);

    public Dictionary<string, string> Files()
    {
        var catalogue = Catalogue();
        return SitePlan.Everything(catalogue).ToDictionary(plan => plan.Path.Value, plan => Write(plan, catalogue));
    }

    public string Write(PagePlan plan, Catalogue catalogue)
    {
        var bytes = new ArrayBufferWriter<byte>();
        PageWriter.Write(
            plan,
            catalogue,
            id =>
                plan.Needs.Contains(id)
                    ? Posts[id].Article(this)
                    : throw new InvalidOperationException($"{plan} asked for {id}."),
            bytes
        );
        return System.Text.Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Posts a day apart, numbered from 1, the oldest first.</summary>
    public static InventedPaper Of(int posts, int postsPerPage = 3)
    {
        var paper = new InventedPaper();
        return paper with
        {
            Paper = paper.Paper with { PostsPerPage = postsPerPage },
            Posts = Enumerable.Range(1, posts).Select(number => Invent(number)).ToDictionary(post => post.Id),
        };
    }

    public static InventedPost Invent(int number)
    {
        var published = new DateTimeOffset(2010, 1, 1, 8, 0, 0, TimeSpan.Zero).AddDays(number);
        return new InventedPost(new(number), $"{published:yyyy}/{published:MM}/text-{number}.html")
        {
            Title = $"Bài {number}",
            Published = published,
            Tags = [AllTags[number % AllTags.Length]],
            Names = [AllNames[number % AllNames.Length]],
        };
    }

    private SafeHtml About(string slug) =>
        Renamed.TryGetValue($"about {slug}", out var about) ? new SafeHtml($"<p>{about}</p>") : SafeHtml.Empty;
}

using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Storage;

namespace Pamphlet.Verbs;

/// <summary>A paper of any size for measurements: always the same words for the same number.</summary>
internal sealed class BenchPaper(int posts)
{
    private const int Paragraphs = 24;
    private const int TagsInAll = 40;
    private static readonly PublicationId Id = new(1);

    private static readonly string[] Syllables =
    [
        "đấu",
        "tranh",
        "người",
        "lao",
        "động",
        "công",
        "nhân",
        "xã",
        "hội",
        "tự",
        "do",
        "ngôn",
        "luận",
        "báo",
        "chí",
        "the",
        "workers",
        "of",
        "a",
        "town",
        "began",
        "to",
        "print",
        "their",
        "own",
        "words",
        "sự",
        "thật",
        "không",
        "bao",
        "giờ",
        "mất",
        "lịch",
        "sử",
        "phong",
        "trào",
        "and",
        "nobody",
        "asked",
        "quyền",
        "sống",
        "đất",
        "nước",
    ];

    public static IEnumerable<string> Tags => Enumerable.Range(1, TagsInAll).Select(i => $"Chủ đề {i}");

    /// <summary>The tags of a post, counted from 0.</summary>
    public static IEnumerable<int> TagsOf(int post) => [post % TagsInAll, (post * 7 + 3) % TagsInAll];

    public static string Title(int post) => $"Bài số {post}: {Words(post, 6)}";

    public static DateTimeOffset Day(int post) =>
        new DateTimeOffset(2006, 1, 1, 8, 0, 0, TimeSpan.Zero).AddHours(post * 1.75 % (20 * 365 * 24));

    public static string Path(int post) =>
        string.Create(CultureInfo.InvariantCulture, $"{Day(post):yyyy}/{Day(post):MM}/bai-{post}.html");

    /// <summary>About 9 KB, which become about 15 KB of page.</summary>
    public static string Markdown(int post)
    {
        var text = new StringBuilder();
        for (var i = 0; i < Paragraphs; i++)
        {
            var seed = (post * Paragraphs) + i;
            text.Append(
                (i % 8) switch
                {
                    3 => $"## {Words(seed, 5)}\n\n",
                    5 => $"> {Words(seed, 30)}\n>\n> -- *{Words(seed + 1, 3)}*\n\n",
                    6 => $"- {Words(seed, 9)}\n- {Words(seed + 1, 9)}\n- {Words(seed + 2, 9)}\n\n",
                    _ =>
                        $"{Words(seed, 60)} **{Words(seed + 1, 3)}** [{Words(seed + 2, 2)}](/{Path(Math.Max(0, post - 1 - i))}) {Words(seed + 3, 30)}.\n\n",
                }
            );
        }

        return text.ToString();
    }

    public static Post Make(int post) =>
        new()
        {
            PublicationId = Id,
            Id = new PostId(post + 1),
            Kind = PostKind.Post,
            State = PostState.Published,
            Path = Path(post),
            Title = Title(post),
            Language = Language.Vietnamese,
            Markdown = Markdown(post),
            PublishedAt = Day(post),
            UpdatedAt = Day(post),
            EntryId = $"urn:bench:{post}",
            Bylines =
            [
                new Byline
                {
                    PublicationId = Id,
                    PostId = new PostId(post + 1),
                    Place = 1,
                    PenNameId = new PenNameId((post % 5) + 1),
                },
            ],
            Tags =
            [
                .. TagsOf(post)
                    .Distinct()
                    .Select(tag => new PostTag
                    {
                        PublicationId = Id,
                        PostId = new PostId(post + 1),
                        TagId = new TagId(tag + 1),
                    }),
            ],
        };

    public async Task WriteAsync(Database database, CancellationToken cancellationToken)
    {
        database.Add(
            new Publication
            {
                Id = Id,
                Name = "Tờ báo thử",
                Language = Language.Vietnamese,
                Home = "https://paper.example/",
                FeedId = "urn:bench",
            }
        );
        for (var i = 1; i <= 5; i++)
        {
            database.Add(
                new PenName
                {
                    PublicationId = Id,
                    Id = new PenNameId(i),
                    Name = $"Bút danh {i}",
                    Slug = $"but-danh-{i}",
                }
            );
        }

        foreach (var (at, tag) in Tags.Index())
        {
            database.Add(
                new Tag
                {
                    PublicationId = Id,
                    Id = new TagId(at + 1),
                    Name = tag,
                    Slug = $"chu-de-{at + 1}",
                }
            );
        }

        new PublicationStore(database).Note(Id, ChangeKind.Paper);
        await database.SaveChangesAsync(cancellationToken);
        foreach (var some in Enumerable.Range(0, posts).Chunk(1000))
        {
            database.ChangeTracker.Clear();
            database.AddRange(some.Select(Make));
            await database.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>The same texts as content files of Hugo.</summary>
    public void WriteHugo(string folder)
    {
        Directory.CreateDirectory(folder);
        for (var post = 0; post < posts; post++)
        {
            var tags = string.Join(", ", TagsOf(post).Distinct().Select(tag => $"\"Chủ đề {tag + 1}\""));
            File.WriteAllText(
                System.IO.Path.Combine(folder, $"bai-{post}.md"),
                $"---\ntitle: \"{Title(post)}\"\ndate: {Day(post):yyyy-MM-ddTHH:mm:ssZ}\ntags: [{tags}]\n---\n\n{Markdown(post)}"
            );
        }
    }

    private static string Words(int seed, int count)
    {
        var words = new StringBuilder();
        var state = unchecked((ulong)seed * 6364136223846793005UL + 1442695040888963407UL);
        for (var i = 0; i < count; i++)
        {
            state = unchecked((state * 6364136223846793005UL) + 1442695040888963407UL);
            words.Append(i == 0 ? "" : " ").Append(Syllables[(int)((state >> 33) % (ulong)Syllables.Length)]);
        }

        return words.ToString();
    }
}

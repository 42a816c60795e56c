using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments;
using Pamphlet.Pictures;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Rendering;
using Pamphlet.Seal;
using Pamphlet.Storage;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Editions.Building;

/// <summary>Editors and readers at work: it does to the database, and notes in the journal, what the rooms do.</summary>
internal sealed class RandomEditor(TestDatabase database, int seed)
{
    private static readonly PublicationId Paper = new(1);
    private readonly CancellationToken cancelled = TestContext.Current.CancellationToken;
    private ulong state = (ulong)seed;
    private int made;

    public async Task FoundAsync()
    {
        await using var open = database.Open();
        open.Add(
            new Publication
            {
                Id = Paper,
                Name = "Tờ báo",
                Language = Language.Vietnamese,
                FeedId = "urn:test",
                Home = "https://paper.example/",
                PostsPerPage = 3,
                PopularBy = PopularBy.Editors,
            }
        );
        AddNames(open);
        AddPictures(open);
        new PublicationStore(open).Note(Paper, ChangeKind.Paper);
        await open.SaveChangesAsync(cancelled);
        for (var i = 0; i < 8; i++)
        {
            await WriteAsync();
        }
    }

    private static void AddNames(Database open)
    {
        for (var i = 1; i <= 3; i++)
        {
            open.Add(
                new PenName
                {
                    PublicationId = Paper,
                    Id = new(i),
                    Name = $"Bút {i}",
                    Slug = $"but-{i}",
                    About = i == 1 ? "*Viết*" : "",
                }
            );
            open.Add(
                new Tag
                {
                    PublicationId = Paper,
                    Id = new(i),
                    Name = $"Nhãn {i}",
                    Slug = $"nhan-{i}",
                }
            );
        }

        open.Add(
            new Series
            {
                PublicationId = Paper,
                Id = new(1),
                Title = "Loạt bài",
                Slug = "loat-bai",
            }
        );
    }

    private static void AddPictures(Database open)
    {
        for (var i = 1; i <= 3; i++)
        {
            var content = new byte[] { (byte)i, 2, 3 };
            open.Add(
                new Picture
                {
                    PublicationId = Paper,
                    Id = new(i),
                    Width = 10,
                    Height = 10,
                    ArrivedAs = $"{i}",
                }
            );
            open.Add(
                new PictureFile
                {
                    PublicationId = Paper,
                    PictureId = new(i),
                    Width = 10,
                    Height = 10,
                    Format = PictureFormat.Png,
                    Hash = ContentHash.Of(content).ToString(),
                    Length = content.Length,
                    Content = content,
                }
            );
        }
    }

    /// <summary>One piece of work.</summary>
    /// <returns>What it was, for whoever reads a failure.</returns>
    public async Task<string> WorkAsync()
    {
        switch (Next(10))
        {
            case 0 or 1:
                return await WriteAsync();
            case 2 or 3:
                return await ChangeAsync("text", post => post.Markdown = Text());
            case 4:
                return await ChangeAsync(
                    "title",
                    post => (post.Title, post.Language) = ($"Tên {++made}", Language.English)
                );
            case 5:
                return await ChangeAsync("facts", SetFacts);
            case 6:
                return await ChangeAsync(
                    "withdrawn",
                    post => (post.State, post.WithdrawnBecause) = (PostState.Withdrawn, "Vì lý do an toàn.")
                );
            case 7:
                return await ChangeAsync("published again", post => post.State = PostState.Published);
            case 8:
                return await CommentAsync();
            default:
                return await JudgeAsync();
        }
    }

    private async Task<string> WriteAsync()
    {
        await using var open = database.Open();
        var number = ++made;
        var day = new DateTimeOffset(2026, 1 + Next(6), 1 + Next(28), Next(24), 0, 0, TimeSpan.Zero);
        var isPage = Next(5) == 0;
        var post = new Post
        {
            PublicationId = Paper,
            Id = new(number),
            Kind = isPage ? PostKind.Page : PostKind.Post,
            State = PostState.Published,
            Path = isPage
                ? $"p/trang-{number}.html"
                : string.Create(CultureInfo.InvariantCulture, $"{day:yyyy}/{day:MM}/bài-{number}.html"),
            Title = $"Bài {number}",
            Language = Next(4) == 0 ? Language.English : Language.Vietnamese,
            Markdown = Text(),
            PublishedAt = day,
            UpdatedAt = day,
            EntryId = $"urn:test:{number}",
            Bylines =
            [
                new Byline
                {
                    PublicationId = Paper,
                    PostId = new(number),
                    Place = 1,
                    PenNameId = new(1 + Next(3)),
                },
            ],
            Tags =
            [
                new PostTag
                {
                    PublicationId = Paper,
                    PostId = new(number),
                    TagId = new(1 + Next(3)),
                },
            ],
        };
        SetFacts(post);
        open.Add(post);
        new PublicationStore(open).Note(Paper, ChangeKind.Post, post.Id);
        new PublicationStore(open).Note(Paper, ChangeKind.Popular);
        await open.SaveChangesAsync(cancelled);
        return $"wrote {post.Path}";
    }

    private async Task<string> ChangeAsync(string what, Action<Post> change)
    {
        await using var open = database.Open();
        var posts = await open.Set<Post>().OrderBy(post => post.Path).ToListAsync(cancelled);
        var post = posts[Next(posts.Count)];
        change(post);
        post.UpdatedAt = post.UpdatedAt.AddDays(1);
        new PublicationStore(open).Note(Paper, ChangeKind.Post, post.Id);
        new PublicationStore(open).Note(Paper, ChangeKind.Popular);
        await open.SaveChangesAsync(cancelled);
        return $"{what} of {post.Path}";
    }

    private async Task<string> CommentAsync()
    {
        await using var open = database.Open();
        var posts = await open.Set<Post>().OrderBy(post => post.Path).ToListAsync(cancelled);
        var post = posts[Next(posts.Count)];
        var number = ++made;
        var parents = await open.Set<Comment>()
            .Where(comment => comment.PostId == post.Id && comment.ParentId == null)
            .OrderBy(comment => comment.ThreadPath)
            .ToListAsync(cancelled);
        var parent = parents.Count > 0 && Next(2) == 0 ? parents[Next(parents.Count)] : null;
        open.Add(
            new Comment
            {
                PublicationId = Paper,
                Id = new(number),
                PublicId = $"{number}",
                PostId = post.Id,
                ParentId = parent?.Id,
                Depth = parent is null ? 0 : 1,
                ThreadPath = string.Create(CultureInfo.InvariantCulture, $"{parent?.ThreadPath}{number:D6}"),
                State = Next(5) == 0 ? CommentState.Pending : CommentState.Live,
                Name = Next(2) == 0 ? null : $"Độc giả {number}",
                Markdown = $"Ý kiến *{number}*",
                Day = new DateOnly(2026, 7, 1 + Next(28)),
            }
        );
        new PublicationStore(open).Note(Paper, ChangeKind.Comments, post.Id);
        await open.SaveChangesAsync(cancelled);
        return $"comment under {post.Path}";
    }

    private async Task<string> JudgeAsync()
    {
        await using var open = database.Open();
        var comments = await open.Set<Comment>().OrderBy(comment => comment.PublicId).ToListAsync(cancelled);
        if (comments.Count == 0)
        {
            return "no comment to judge";
        }

        var comment = comments[Next(comments.Count)];
        comment.State = (CommentState)Next(4);
        new PublicationStore(open).Note(Paper, ChangeKind.Comments, comment.PostId);
        await open.SaveChangesAsync(cancelled);
        return $"comment {comment.PublicId} is {comment.State}";
    }

    private void SetFacts(Post post)
    {
        post.SeriesId = Next(4) == 0 ? new SeriesId(1) : null;
        post.SeriesPlace = post.SeriesId is null ? 0 : 1 + Next(9);
        post.LeadPicture = Next(4) == 0 ? new PictureId(1 + Next(3)) : null;
        post.TranslationGroup = Next(4) == 0 ? 1 + Next(2) : null;
        post.PickPlace = Next(5) == 0 ? 1 + Next(5) : null;
        post.MenuPlace = post.Kind == PostKind.Page && Next(2) == 0 ? 1 + Next(3) : null;
        post.PublishedAt = post.PublishedAt?.AddDays(Next(40) - 20);
    }

    private string Text() =>
        string.Join(
            "\n\n",
            Enumerable
                .Range(0, 2 + Next(6))
                .Select(i =>
                    Next(5) switch
                    {
                        0 => $"![ảnh](picture:{1 + Next(3):x16})",
                        1 => $"Xem [bài](/2026/01/bài-{1 + Next(9)}.html).",
                        _ => $"Đoạn {i} về {Next(1000)}: " + string.Concat(Enumerable.Repeat("đấu tranh ", 30)),
                    }
                )
        );

    private int Next(int below)
    {
        state = unchecked((state * 6364136223846793005UL) + 1442695040888963407UL);
        return (int)((state >> 33) % (ulong)below);
    }
}

using System.Text;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments;
using Pamphlet.Comments.Moderating;
using Pamphlet.Editions;
using Pamphlet.Exports;
using Pamphlet.Imports;
using Pamphlet.Pictures;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Editions;
using Pamphlet.Tests.Editions.Building;
using Pamphlet.Tests.Imports;

namespace Pamphlet.Tests.Exports;

/// <summary>A paper that left as files and came back is the same paper.</summary>
public sealed class SourceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [EachDatabase(1)]
    [EachDatabase(4)]
    public async Task A_paper_comes_back_with_the_same_edition_and_the_same_export(TestDatabase database, int seed)
    {
        var editor = new RandomEditor(database, seed);
        await editor.FoundAsync();
        for (var round = 0; round < 25; round++)
        {
            await editor.WorkAsync();
        }

        // Its pictures are no pictures, and such are refused: see below.
        await using (var open = database.Open())
        {
            await open.Set<Post>()
                .ExecuteUpdateAsync(set => set.SetProperty(post => post.LeadPicture, (PictureId?)null), Stop);
            await open.Set<PictureFile>().ExecuteDeleteAsync(Stop);
            await open.Set<Picture>().ExecuteDeleteAsync(Stop);
        }

        await (await ComesBackAsync(database)).DisposeAsync();
    }

    [Fact]
    public async Task An_imported_blog_comes_back_with_the_same_edition_and_the_same_export()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ImportAsync(Imports.Exports.Of(Imports.Exports.Heisencoder), "Heisencoder");

        await (await ComesBackAsync(database)).DisposeAsync();
    }

    [Fact]
    public async Task Drafts_older_versions_and_the_queue_come_back_too()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ImportAsync(
            new TestWxr()
                .Item(
                    "1",
                    more: TestWxr.Comment("10", "Reader", "First")
                        + TestWxr.Comment("11", "Other", "Waits", parent: "10", approved: "0")
                )
                .Item("2", status: "draft", title: "Not \"yet\": # ready")
        );
        await using (var open = database.Open())
        {
            var post = await open.Set<Post>().FirstAsync(Stop);
            open.Add(
                new Revision
                {
                    PublicationId = post.PublicationId,
                    PostId = post.Id,
                    Number = 1,
                    Title = "Before",
                    Markdown = "Older\n---\nwords",
                    SavedOn = new DateOnly(2020, 1, 2),
                }
            );
            await open.SaveChangesAsync(Stop);
        }

        using var folder = new ExportFolder();
        await ExportAsync(database, folder.Path);
        await using var empty = await TestDatabase.CreateAsync();
        var report = await empty.ImportAsync(folder.Path);

        Assert.Equal(
            ("pamphlet-paper", new TextCounts(1, 1), new CommentCounts(1, 1, 0, 0)),
            (report.Format, report.Posts, report.Comments)
        );
        // The one text that was public answers where it did, and so do the addresses that were kept.
        Assert.Equal(1 + (await empty.AllAsync<OldAddress>()).Count, report.Addresses);
        Assert.Equal("Older\n---\nwords", Assert.Single(await empty.AllAsync<Revision>()).Markdown);
        Assert.Contains(
            await empty.PostsAsync(),
            post => post is { State: PostState.Draft, Path: null, Title: "Not \"yet\": # ready" }
        );
    }

    [Fact]
    public async Task It_does_not_go_into_a_house_that_holds_another_paper()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ImportAsync(new TestWxr().Item("1"));
        using var folder = new ExportFolder();
        await ExportAsync(database, folder.Path);

        var refused = await database.RefusedAsync(folder.Path);

        Assert.Equal(ImportRefusal.NotEmpty, refused.Reason);
        Assert.Single(await database.PostsAsync());
    }

    [Theory]
    [InlineData("paper.json", "\"slug\": \"mai\"", "\"slug\": \"../mai\"")]
    [InlineData("texts/2019/05/text-1.json", "\"state\": \"published\"", "\"state\": \"everywhere\"")]
    [InlineData("texts/2019/05/text-1.json", "\"path\": \"2019/05/text-1.html\"", "\"path\": \"../../etc/passwd\"")]
    [InlineData("texts/2019/05/text-1.json", "{", "[")]
    public async Task What_this_program_never_writes_is_refused_with_its_place(string file, string from, string to)
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ImportAsync(new TestWxr().Item("1"));
        using var folder = new ExportFolder();
        await ExportAsync(database, folder.Path);
        var place = Path.Combine(folder.Path, file);
        var text = await File.ReadAllTextAsync(place, Stop);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, text);
        await File.WriteAllTextAsync(place, text[..at] + to + text[(at + from.Length)..], Stop);
        await using var empty = await TestDatabase.CreateAsync();

        var refused = await empty.RefusedAsync(folder.Path);

        Assert.Equal(ImportRefusal.Broken, refused.Reason);
        Assert.Empty(await empty.AllAsync<Post>());
        Assert.Empty(await empty.AllAsync<Publication>());
    }

    [Fact]
    public async Task A_picture_with_anything_but_pixels_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var zip = HostileExportTests.Zip(
            ("a.md", Encoding.UTF8.GetBytes("---\ntitle: A\ndate: 2020-01-01\n---\n![A square](pic.png)")),
            ("pic.png", Pictures.Drawn.Jpeg(80, 60))
        );
        await TestFeed.WithFileAsync(zip, path => database.ImportAsync(path));
        using var folder = new ExportFolder();
        await ExportAsync(database, folder.Path);
        var picture = Directory.EnumerateFiles(Path.Combine(folder.Path, "pictures"), "*.jpg").First();
        await File.WriteAllBytesAsync(picture, [.. await File.ReadAllBytesAsync(picture, Stop), 1, 2, 3], Stop);
        await using var empty = await TestDatabase.CreateAsync();

        var refused = await empty.RefusedAsync(folder.Path);

        Assert.Equal(ImportRefusal.Broken, refused.Reason);
        Assert.Contains("pictures/", refused.Sentence, StringComparison.Ordinal);
    }

    private static DiscussionSettings Settled(PublicationId paper) =>
        new()
        {
            PublicationId = paper,
            Mode = DiscussionMode.TrustedOnly,
            NeedsTwo = true,
            ClosesAfterDays = 90,
            UnwantedHosts = "spam.example\nads.example",
            PerHour = 7,
            IsHeldByHand = true,
        };

    [Theory, EachDatabase]
    public async Task What_was_settled_about_discussions_and_their_open_log_come_back(TestDatabase database)
    {
        await database.ImportAsync(new TestWxr().Item("1").Item("2"));
        await using (var open = database.Open())
        {
            var posts = await open.Set<Post>().OrderBy(post => post.Path).ToListAsync(Stop);
            var paper = posts[0].PublicationId;
            open.Add(Settled(paper));
            open.Add(
                new PostDiscussion
                {
                    PublicationId = paper,
                    PostId = posts[1].Id,
                    Mode = DiscussionMode.Closed,
                }
            );
            foreach (var (note, day) in ((string, int)[])[("Second thoughts", 3), ("Đã đọc", 2)])
            {
                open.Add(
                    new ModerationEntry
                    {
                        PublicationId = paper,
                        Day = new DateOnly(2026, 11, day),
                        Act = ModerationAct.Removed,
                        Because = RemovalReason.Danger,
                        PostId = posts[0].Id,
                        Note = note,
                    }
                );
                await open.SaveChangesAsync(Stop);
            }
        }

        await using var after = await ComesBackAsync(database);

        var settings = Assert.Single(await after.AllAsync<DiscussionSettings>());
        Assert.Equal(
            (DiscussionMode.TrustedOnly, true, 90, 7, true, "spam.example\nads.example"),
            (
                settings.Mode,
                settings.NeedsTwo,
                settings.ClosesAfterDays,
                settings.PerHour,
                settings.IsHeldByHand,
                settings.UnwantedHosts
            )
        );
        Assert.Equal(DiscussionMode.Closed, Assert.Single(await after.AllAsync<PostDiscussion>()).Mode);
        Assert.Equal(
            ["Second thoughts", "Đã đọc"],
            (await after.AllAsync<ModerationEntry>()).OrderBy(entry => entry.Number).Select(entry => entry.Note)
        );
    }

    [Fact]
    public async Task Every_table_and_column_either_leaves_or_stays_for_a_reason()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var open = database.Open();
        // What is owned lies in a column of its owner.
        var tables = open
            .Model.GetEntityTypes()
            .Where(table => !table.IsOwned())
            .Select(table => table.ClrType)
            .Distinct()
            .ToList();

        var columns = tables
            .Where(table => !KeptColumns.Tables.ContainsKey(table.Name))
            .SelectMany(table => table.GetProperties().Select(property => $"{table.Name}.{property.Name}"))
            .ToList();

        // Whoever adds one says here whether it leaves the house: write it in ReadPaper and RestoreRows, or name it with the reason.
        Assert.Empty(columns.Except(KeptColumns.Leave).Except(KeptColumns.Stay.Keys));
        Assert.Empty(KeptColumns.Leave.Concat(KeptColumns.Stay.Keys).Except(columns));
        Assert.Empty(KeptColumns.Tables.Keys.Except(tables.Select(table => table.Name)));
    }

    private static async Task<TestDatabase> ComesBackAsync(TestDatabase database)
    {
        using var first = new ExportFolder();
        await ExportAsync(database, first.Path);
        var empty = await TestDatabase.CreateAsync();

        await empty.ImportAsync(first.Path);

        using var second = new ExportFolder();
        await ExportAsync(empty, second.Path);
        var (expected, actual) = (FilesIn(first.Path), FilesIn(second.Path));
        Assert.True(expected.Count > 5);
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(expected.Keys.Where(path => !expected[path].AsSpan().SequenceEqual(actual[path])));
        var (before, after) = (await EditionAsync(database), await EditionAsync(empty));
        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(before.Keys.Where(path => !string.Equals(before[path], after[path], StringComparison.Ordinal)));
        return empty;
    }

    private static async Task<Dictionary<string, string>> EditionAsync(TestDatabase database)
    {
        // What was popular is counted anew by every house.
        await using (var open = database.Open())
        {
            await open.Set<PopularRank>().ExecuteDeleteAsync(Stop);
        }

        using var shelf = new TestShelf();
        using var press = new Press(database.Address, shelf.Shelf);
        await press.PublishAsync(Stop);
        return TestShelf.Read(shelf.Shelf.Current);
    }

    private static async Task ExportAsync(TestDatabase database, string folder)
    {
        await using var open = database.Open();
        var paper = await new PublicationStore(open).FirstAsync(Stop);
        await KeepPaper.RunAsync(open, paper!, folder, Stop);
    }

    private static Dictionary<string, byte[]> FilesIn(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllBytes, StringComparer.Ordinal);
}

internal sealed class ExportFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("pamphlet-export-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

using System.Text;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Editions;
using Pamphlet.Editions.Shelving;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Editions.Building;

public sealed class PressTests
{
    [Theory]
    [EachDatabase(1)]
    [EachDatabase(2)]
    [EachDatabase(3)]
    public async Task Following_changes_gives_the_same_bytes_as_building_anew(TestDatabase database, int seed)
    {
        var editor = new RandomEditor(database, seed);
        await editor.FoundAsync();
        using var followed = new TestShelf();
        using var press = new Press(database.Address, followed.Shelf);
        await press.PublishAsync(TestContext.Current.CancellationToken);

        var done = new List<string>();
        var wasFollowed = 0;
        for (var round = 0; round < 40; round++)
        {
            done.Add(await editor.WorkAsync());
            if (round % 3 == 0)
            {
                done.Add(await editor.WorkAsync());
            }

            // As after a restart: what is printed then is read from the database.
            using var restarted = new Press(database.Address, followed.Shelf);
            await restarted.CatalogueAsync(TestContext.Current.CancellationToken);
            var before = followed.Shelf.Current;
            await (round % 7 == 6 ? restarted : press).PublishAsync(TestContext.Current.CancellationToken);
            var edition = followed.Shelf.Current!;
            wasFollowed += edition != before && edition.Overlay is not null ? 1 : 0;

            using var anew = new TestShelf();
            using var other = new Press(database.Address, anew.Shelf);
            await other.PublishAsync(TestContext.Current.CancellationToken);
            var expected = Files(anew.Shelf.Current);
            var actual = Files(edition);
            var differing = expected.Keys.Union(actual.Keys).Where(path => Differ(expected, actual, path));
            Assert.True(
                !differing.Any(),
                $"After {string.Join(", ", done.TakeLast(3))}: {string.Join(", ", differing.Take(10))}"
            );
        }

        Assert.InRange(wasFollowed, 10, 40);
    }

    [Fact]
    public async Task What_is_not_public_reaches_no_edition()
    {
        await using var database = await TestDatabase.CreateAsync();
        var editor = new RandomEditor(database, 9);
        await editor.FoundAsync();
        await using (var open = database.Open())
        {
            var posts = await open.Set<Post>().ToListAsync(TestContext.Current.CancellationToken);
            posts[0].State = PostState.Draft;
            posts[0].Markdown = "DRAFTWORDS ![x](picture:0000000000000001)";
            posts[1].State = PostState.Scheduled;
            posts[1].Markdown = "SCHEDULEDWORDS";
            posts[2].State = PostState.Withdrawn;
            posts[2].Markdown = "WITHDRAWNWORDS";
            foreach (var post in posts)
            {
                post.LeadPicture = null;
                post.Markdown = post.State == PostState.Published ? "words" : post.Markdown;
            }

            await open.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        using var test = new TestShelf();
        await PublishAsync(database, test);

        var all = string.Concat(TestShelf.Read(test.Shelf.Current).Values);
        Assert.DoesNotContain("DRAFTWORDS", all, StringComparison.Ordinal);
        Assert.DoesNotContain("SCHEDULEDWORDS", all, StringComparison.Ordinal);
        Assert.DoesNotContain("WITHDRAWNWORDS", all, StringComparison.Ordinal);
        Assert.DoesNotContain(
            TestShelf.Read(test.Shelf.Current).Keys,
            path => path.Contains("/media/", StringComparison.Ordinal)
        );
        Assert.Contains(
            test.Shelf.Current!.Files(),
            file =>
                file.Entry.State == EntryState.Gone
                && Encoding.UTF8.GetString(file.Path).EndsWith(".html", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Withdrawn_words_leave_the_disk_with_the_next_edition()
    {
        await using var database = await TestDatabase.CreateAsync();
        var editor = new RandomEditor(database, 4);
        await editor.FoundAsync();
        await ChangeFirstAsync(database, post => post.Markdown = "SECRETWORDS and more");
        using var test = new TestShelf();
        await PublishAsync(database, test);
        Assert.True(test.Holds("SECRETWORDS"));

        await ChangeFirstAsync(database, post => post.State = PostState.Withdrawn);
        await PublishAsync(database, test);

        Assert.False(test.Holds("SECRETWORDS"));
    }

    [Fact]
    public async Task Another_program_renders_everything_again()
    {
        await using var database = await TestDatabase.CreateAsync();
        await new RandomEditor(database, 5).FoundAsync();
        using var test = new TestShelf();
        await PublishAsync(database, test);
        var files = TestShelf.Read(test.Shelf.Current);

        // What an older program left behind, with other bytes.
        using (var draft = test.Shelf.Begin(isWhole: false))
        {
            draft.Put(Seal.SitePath.From("data/index.html"), "an older look"u8);
            test.Shelf.Publish(draft, test.Shelf.Shows, "older", forget: false);
        }

        test.Reopen();
        await PublishAsync(database, test);

        Assert.Equal(files, TestShelf.Read(test.Shelf.Current));
        Assert.NotEqual("older", test.Shelf.Current!.Kept.Build);
    }

    [Fact]
    public async Task Nothing_is_written_when_nothing_changed()
    {
        await using var database = await TestDatabase.CreateAsync();
        await new RandomEditor(database, 6).FoundAsync();
        using var test = new TestShelf();
        await PublishAsync(database, test);
        var first = test.Shelf.Current;

        await PublishAsync(database, test);

        Assert.Same(first, test.Shelf.Current);
    }

    [Theory, EachDatabase]
    public async Task Two_nodes_on_one_database_show_the_same(TestDatabase database)
    {
        var editor = new RandomEditor(database, 7);
        await editor.FoundAsync();
        using var one = new TestShelf();
        using var other = new TestShelf();
        using var first = new Press(database.Address, one.Shelf);
        using var second = new Press(database.Address, other.Shelf);
        await first.PublishAsync(TestContext.Current.CancellationToken);
        await second.PublishAsync(TestContext.Current.CancellationToken);
        await first.PublishAsync(TestContext.Current.CancellationToken);

        for (var round = 0; round < 12; round++)
        {
            var done = await editor.WorkAsync();

            // Now this one prints first and now that, and the first may forget.
            var (early, late) = round % 2 == 0 ? (first, second) : (second, first);
            await early.PublishAsync(TestContext.Current.CancellationToken);
            await late.PublishAsync(TestContext.Current.CancellationToken);
            var (expected, actual) = (Files(one.Shelf.Current), Files(other.Shelf.Current));
            var differing = expected.Keys.Union(actual.Keys).Where(path => Differ(expected, actual, path));
            Assert.True(!differing.Any(), $"After {done}: {string.Join(", ", differing.Take(10))}");
        }
    }

    [Theory, EachDatabase]
    public async Task A_change_that_was_saved_after_a_later_one_reaches_both_nodes(TestDatabase database)
    {
        if (!database.Address.IsPostgres)
        {
            // Here nobody can: one writes at a time, and numbers rise with the writes.
            Assert.Equal([], Shown.Nothing.With([Numbered(5)], 0, isOrdered: true).Missed);
            return;
        }

        await new RandomEditor(database, 8).FoundAsync();
        using var one = new TestShelf();
        using var other = new TestShelf();
        using var first = new Press(database.Address, one.Shelf);
        using var second = new Press(database.Address, other.Shelf);
        await first.PublishAsync(TestContext.Current.CancellationToken);
        await second.PublishAsync(TestContext.Current.CancellationToken);
        await using var slow = database.Open();
        await using var open = await slow.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var post = await slow.Set<Post>()
            .Where(post => post.Kind == PostKind.Post && post.State == PostState.Published)
            .OrderBy(post => post.Path)
            .LastAsync(TestContext.Current.CancellationToken);
        post.Markdown = "LATEWORDS";
        new PublicationStore(slow).Note(post.PublicationId, ChangeKind.Post, post.Id);
        await slow.SaveChangesAsync(TestContext.Current.CancellationToken);
        await ChangeFirstAsync(database, earlier => earlier.Title = "Saved first");
        await first.PublishAsync(TestContext.Current.CancellationToken);
        await second.PublishAsync(TestContext.Current.CancellationToken);

        await open.CommitAsync(TestContext.Current.CancellationToken);
        await second.PublishAsync(TestContext.Current.CancellationToken);
        await first.PublishAsync(TestContext.Current.CancellationToken);

        Assert.True(one.Holds("LATEWORDS"));
        Assert.True(other.Holds("LATEWORDS"));
        Assert.Equal(Files(one.Shelf.Current), Files(other.Shelf.Current));
    }

    private static Change Numbered(long number) =>
        new()
        {
            Number = number,
            PublicationId = new PublicationId(1),
            Kind = ChangeKind.Paper,
        };

    private static async Task PublishAsync(TestDatabase database, TestShelf test)
    {
        using var press = new Press(database.Address, test.Shelf);
        await press.PublishAsync(TestContext.Current.CancellationToken);
    }

    private static async Task ChangeFirstAsync(TestDatabase database, Action<Post> change)
    {
        await using var open = database.Open();
        var post = await open.Set<Post>()
            .Where(post => post.Kind == PostKind.Post)
            .OrderBy(post => post.Path)
            .FirstAsync(TestContext.Current.CancellationToken);
        change(post);
        new PublicationStore(open).Note(post.PublicationId, ChangeKind.Post, post.Id);
        await open.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static Dictionary<string, string> Files(Edition? edition) =>
        edition!
            .Files()
            .ToDictionary(
                file => Encoding.UTF8.GetString(file.Path),
                file => $"{file.Entry.State} {file.Entry.Hash}",
                StringComparer.Ordinal
            );

    private static bool Differ(Dictionary<string, string> left, Dictionary<string, string> right, string path) =>
        !string.Equals(left.GetValueOrDefault(path), right.GetValueOrDefault(path), StringComparison.Ordinal);
}

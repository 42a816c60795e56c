using System.Text;
using Pamphlet.Editions.Shelving;
using Pamphlet.Seal;

namespace Pamphlet.Tests.Editions;

public sealed class EditionShelfTests : IDisposable
{
    private readonly TestShelf test = new();

    [Fact]
    public void An_edition_is_read_as_it_was_written_also_after_a_restart()
    {
        test.Whole(("data/index.html", "one"), ("data/2019/05/đấu-tranh.html", TestShelf.Long("hai")));
        test.Change(("data/index.html", "two"), ("data/new.html", "new"));

        test.Reopen();

        Assert.Equal(ShelfDamage.None, test.Shelf.Damage);
        Assert.Equal(2, test.Shelf.Current!.Number);
        Assert.Equal(2, test.Shelf.Shows.UpTo);
        Assert.Equal(
            [
                ("data/2019/05/đấu-tranh.html", TestShelf.Long("hai")),
                ("data/index.html", "two"),
                ("data/new.html", "new"),
            ],
            TestShelf.Read(test.Shelf.Current).Select(file => (file.Key, file.Value))
        );
    }

    [Fact]
    public void A_dropped_file_is_not_found_and_may_come_again()
    {
        test.Whole(("data/a", "a"), ("data/b", "b"));

        var without = test.Change(("data/a", ""));
        var again = test.Change(("data/a", "again"));

        Assert.False(without.TryFind("data/a"u8, out _));
        Assert.Equal("data/b", Assert.Single(TestShelf.Read(without)).Key);
        Assert.Equal("again", TestShelf.Read(again)["data/a"]);
    }

    [Fact]
    public void What_the_shelf_holds_is_not_written_twice()
    {
        var text = TestShelf.Long("once");
        var whole = test.Whole(("data/a", text), ("data/b", text));
        var change = test.Change(("data/c", text));

        var places = change.Files().Select(file => file.Entry.Forms).Distinct();

        Assert.Single(places);
        Assert.Equal(whole.Number + 1, change.Number);
    }

    [Fact]
    public void An_edition_that_would_say_the_same_is_none()
    {
        var first = test.Whole(("data/a", "a"), ("data/b", "b"));

        var second = test.Change(("data/a", "a"), ("data/c", ""));
        var third = test.Whole(("data/b", "b"), ("data/a", "a"));

        Assert.Same(first, second);
        Assert.Same(first, third);
        Assert.Equal(3, test.Shelf.Shows.UpTo);
        Assert.Single(Directory.EnumerateFiles(test.Folder, "*.pack"));
    }

    [Fact]
    public async Task Withdrawn_words_do_not_lie_on_the_disk()
    {
        test.Whole(("data/a", TestShelf.Long("SECRETWORD")), ("data/secretpath.html", "b"), ("data/stays", "stays"));

        test.Publish(isWhole: false, forget: true, ("data/a", "withdrawn"), ("data/secretpath.html", ""));
        await test.Shelf.SweepAsync(TestContext.Current.CancellationToken);

        Assert.False(test.Holds("SECRETWORD"));
        Assert.Equal("stays", TestShelf.Read(test.Shelf.Current)["data/stays"]);
        test.Shelf.Compact();
        await test.Shelf.SweepAsync(TestContext.Current.CancellationToken);
        Assert.False(test.Holds("secretpath"));
    }

    [Fact]
    public async Task The_compressed_form_of_withdrawn_words_is_destroyed_too()
    {
        var whole = test.Whole(("data/a.html", TestShelf.Long("SECRETWORD")), ("data/b.html", TestShelf.Long("stays")));
        Assert.True(whole.TryFind("data/a.html"u8, out var entry));
        Assert.True(entry.Forms.Gzip.Exists);
        var packed = whole.Bytes(entry.Forms.Gzip).ToArray();

        test.Publish(isWhole: false, forget: true, ("data/a.html", "withdrawn"));
        await test.Shelf.SweepAsync(TestContext.Current.CancellationToken);

        var all = Directory.EnumerateFiles(test.Folder, "*.pack").SelectMany(File.ReadAllBytes).ToArray();
        Assert.True(all.AsSpan().IndexOf(packed.AsSpan(20, packed.Length - 40)) < 0);
        Assert.Equal(TestShelf.Long("stays"), TestShelf.Read(test.Shelf.Current)["data/b.html"]);
    }

    [Fact]
    public async Task Content_that_another_file_still_shows_is_not_destroyed()
    {
        test.Whole(("data/a", "shared"), ("data/b", "shared"), ("data/c", "shared"));

        test.Publish(isWhole: false, forget: true, ("data/a", "other"));
        await test.Shelf.SweepAsync(TestContext.Current.CancellationToken);
        test.Publish(isWhole: false, forget: true, ("data/c", ""));
        await test.Shelf.SweepAsync(TestContext.Current.CancellationToken);

        Assert.Equal("shared", TestShelf.Read(test.Shelf.Current)["data/b"]);
    }

    [Fact]
    public async Task The_last_edition_is_kept_for_whoever_is_fetching_it_and_no_older_one()
    {
        test.Whole(("data/a", "FIRSTWORDS"));
        test.Change(("data/a", "SECONDWORDS"));
        test.Change(("data/a", "THIRDWORDS"));
        await test.Shelf.SweepAsync(TestContext.Current.CancellationToken);

        Assert.False(test.Holds("FIRSTWORDS"));
        Assert.True(test.Holds("SECONDWORDS"));
        Assert.True(test.Holds("THIRDWORDS"));
    }

    [Fact]
    public async Task Nothing_is_destroyed_under_a_reader()
    {
        test.Whole(("data/a", "FIRSTWORDS"));
        var reading = test.Shelf.HoldCurrent()!;
        test.Publish(isWhole: false, forget: true, ("data/a", "SECONDWORDS"));

        var sweep = test.Shelf.SweepAsync(TestContext.Current.CancellationToken);

        Assert.False(sweep.IsCompleted);
        Assert.Equal("FIRSTWORDS", TestShelf.Read(reading)["data/a"]);
        reading.LetGo();
        await sweep;
        Assert.False(test.Holds("FIRSTWORDS"));
    }

    [Fact]
    public async Task Compaction_changes_no_byte_that_anybody_reads()
    {
        test.Whole([.. Enumerable.Range(0, 300).Select(i => ($"data/{i}.html", TestShelf.Long($"post {i}")))]);
        for (var i = 0; i < 40; i++)
        {
            test.Change(($"data/{i}.html", TestShelf.Long($"changed {i}")), ($"data/x{i}.html", $"new {i}"));
        }

        var before = TestShelf.Read(test.Shelf.Current);
        var manifest = Hashes(test.Shelf.Current!);
        test.Shelf.Compact();
        await test.Shelf.SweepAsync(TestContext.Current.CancellationToken);
        test.Reopen();

        Assert.Equal(before, TestShelf.Read(test.Shelf.Current));
        Assert.Equal(manifest, Hashes(test.Shelf.Current!));
        Assert.Equal(41, test.Shelf.Current!.Number);
        Assert.Null(test.Shelf.Current.Overlay);
        Assert.InRange(test.Shelf.Current.Packs.Count, 1, 2);
    }

    [Fact]
    public void An_abandoned_draft_leaves_nothing()
    {
        test.Whole(("data/a", "a"));
        using (var draft = test.Shelf.Begin(isWhole: false))
        {
            draft.Put(SitePath.From("data/b"), Encoding.UTF8.GetBytes("NEVERPUBLISHED"));
        }

        Assert.False(test.Holds("NEVERPUBLISHED"));
        Assert.Equal("data/a", Assert.Single(TestShelf.Read(test.Shelf.Current)).Key);
    }

    public void Dispose() => test.Dispose();

    private static Dictionary<string, ContentHash> Hashes(Edition edition) =>
        edition
            .Files()
            .ToDictionary(file => Encoding.UTF8.GetString(file.Path), file => file.Entry.Hash, StringComparer.Ordinal);
}

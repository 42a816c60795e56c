using Pamphlet.Editions.Shelving;

namespace Pamphlet.Tests.Editions;

/// <summary>A power cut at any step: what lies on the disk then is the folder before, and some of the new bytes.</summary>
public sealed class ShelfCrashTests : IDisposable
{
    private readonly TestShelf test = new();

    [Fact]
    public async Task Until_the_record_is_renamed_the_old_edition_stands_whole()
    {
        test.Whole(("data/a", TestShelf.Long("old")), ("data/b", TestShelf.Long("stays")));
        await test.Shelf.SweepAsync(TestContext.Current.CancellationToken);
        var before = Copy(test.Folder);
        test.Publish(isWhole: false, forget: true, ("data/a", TestShelf.Long("HALFWRITTEN")));
        var added = Directory
            .EnumerateFiles(test.Folder)
            .Where(file => !File.Exists(Path.Combine(before, Path.GetFileName(file))))
            .ToArray();
        Assert.Equal(2, added.Length);

        var crashes = 0;
        foreach (var (pack, index, record) in Cuts())
        {
            var folder = Copy(before);
            Cut(added.Single(file => file.EndsWith(".pack", StringComparison.Ordinal)), folder, pack);
            Cut(added.Single(file => file.EndsWith(".index", StringComparison.Ordinal)), folder, index);
            Cut(Path.Combine(test.Folder, "current"), folder, record, "current.next");

            var shelf = EditionShelf.Open(folder);

            Assert.Equal(ShelfDamage.None, shelf.Damage);
            Assert.Equal(1, shelf.Current!.Number);
            Assert.Equal(TestShelf.Long("old"), TestShelf.Read(shelf.Current)["data/a"]);
            Assert.Equal(TestShelf.Long("stays"), TestShelf.Read(shelf.Current)["data/b"]);
            Assert.False(TestShelf.HoldsIn(folder, "HALFWRITTEN"));
            Directory.Delete(folder, recursive: true);
            crashes++;
        }

        Directory.Delete(before, recursive: true);
        Assert.Equal(27, crashes);
    }

    [Fact]
    public async Task A_sweep_that_was_cut_short_is_finished_when_the_shelf_opens()
    {
        test.Whole(("data/a", TestShelf.Long("SECRETWORD")), ("data/b", TestShelf.Long("stays")));
        test.Publish(isWhole: false, forget: true, ("data/a", "withdrawn"));
        Assert.True(test.Holds("SECRETWORD"));

        test.Reopen();

        Assert.False(test.Holds("SECRETWORD"));
        Assert.Equal(TestShelf.Long("stays"), TestShelf.Read(test.Shelf.Current)["data/b"]);
        await test.Shelf.SweepAsync(TestContext.Current.CancellationToken);
        Assert.Equal("withdrawn", TestShelf.Read(test.Shelf.Current)["data/a"]);
    }

    [Fact]
    public void A_sweep_that_had_already_removed_the_old_index_is_finished_too()
    {
        test.Whole(("data/a", TestShelf.Long("old")));
        test.Whole(("data/a", TestShelf.Long("SECRETWORD")));
        test.Publish(isWhole: true, forget: true, ("data/a", "withdrawn"));
        File.Delete(Directory.EnumerateFiles(test.Folder, "*.index").Order(StringComparer.Ordinal).First());

        test.Reopen();

        Assert.Equal(ShelfDamage.None, test.Shelf.Damage);
        Assert.Equal("withdrawn", TestShelf.Read(test.Shelf.Current)["data/a"]);
        Assert.False(test.Holds("SECRETWORD"));
        Assert.Single(Directory.EnumerateFiles(test.Folder, "*.index"));
    }

    [Theory]
    [InlineData("current", ShelfDamage.Record)]
    [InlineData("*.index", ShelfDamage.Index)]
    public void Not_one_flipped_bit_of_the_lists_is_believed(string file, object damage)
    {
        test.Whole(("data/a", "a"), ("data/b", "b"));
        var path = Directory.EnumerateFiles(test.Folder, file).Single();
        var bytes = File.ReadAllBytes(path);

        for (var at = 0; at < bytes.Length; at += 1 + (bytes.Length / 200))
        {
            var folder = Copy(test.Folder);
            var flipped = bytes.ToArray();
            flipped[at] ^= 1;
            File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(path)), flipped);

            var shelf = EditionShelf.Open(folder);

            Assert.Equal(damage, shelf.Damage);
            Assert.Null(shelf.Current);
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void A_pack_of_another_length_is_not_served(int more)
    {
        test.Whole(("data/a", "a"));
        var pack = Directory.EnumerateFiles(test.Folder, "*.pack").Single();
        using (var file = new FileStream(pack, FileMode.Open))
        {
            file.SetLength(file.Length + more);
        }

        test.Reopen();

        Assert.Equal(ShelfDamage.Pack, test.Shelf.Damage);
        Assert.Null(test.Shelf.Current);
        test.Whole(("data/a", "built anew"));
        test.Reopen();
        Assert.Equal("built anew", TestShelf.Read(test.Shelf.Current)["data/a"]);
    }

    public void Dispose() => test.Dispose();

    // None, half and all of each file: what is not flushed yet may be there or not, in any order.
    private static IEnumerable<(double Pack, double Index, double Record)> Cuts() =>
        from pack in new[] { 0, 0.5, 1 }
        from index in new[] { 0, 0.5, 1 }
        from record in new[] { 0, 0.5, 1 }
        select (pack, index, record);

    private static void Cut(string file, string folder, double part, string? name = null)
    {
        var bytes = File.ReadAllBytes(file);
        File.WriteAllBytes(Path.Combine(folder, name ?? Path.GetFileName(file)), bytes[..(int)(bytes.Length * part)]);
    }

    private static string Copy(string folder)
    {
        var copy = Directory.CreateTempSubdirectory("pamphlet-crash-").FullName;
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }
}

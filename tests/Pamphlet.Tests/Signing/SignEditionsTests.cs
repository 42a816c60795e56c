using System.Globalization;
using Pamphlet.Seal;
using Pamphlet.Signing;

namespace Pamphlet.Tests.Signing;

public sealed class SignEditionsTests : IDisposable
{
    private readonly SigningPaper test = new();

    [Fact]
    public void Every_edition_is_a_record_in_a_log_that_only_grows_and_verifies()
    {
        VerifiedEdition? before = null;
        for (var i = 0; i < 6; i++)
        {
            test.Publish(isWhole: i == 0, ("data/index.html", $"front {i}"), ($"data/{i}.html", "text"));
            var now = test.Verified();

            Assert.Equal(i, now.Record.Number);
            Assert.Equal(i + 1, now.Checkpoint.Size);
            Assert.Equal(0, now.Record.Time % 3600);
            Assert.True(before is null || now.Continues(before, test.Paper.Log.Consistency(i, i + 1)));
            before = now;
            test.Restart();
        }
    }

    [Fact]
    public void What_follows_changes_signs_the_same_list_as_what_reads_all_of_it()
    {
        var seed = 7;
        test.Publish(isWhole: true, [.. Enumerable.Range(0, 50).Select(i => (Name(i), "text"))]);
        ManifestOf? before = null;
        for (var round = 0; round < 40; round++)
        {
            seed = ((seed * 1103) + 12_345) % 65_536;
            var text = seed % 4 == 0 ? "" : $"text {seed}";
            test.Publish(isWhole: false, (Name(seed % 60), text), ("data/index.html", $"{round}"));

            before = ManifestOf.Edition(test.Shelf.Current!, before);
            var anew = ManifestOf.Edition(test.Shelf.Current!, before: null);

            Assert.Equal((anew.Hash, anew.Tree.Root, anew.Length), (before.Hash, before.Tree.Root, before.Length));
            Assert.Equal(anew.Hash, test.Verified().Record.Manifest);
        }

        static string Name(int i) => $"data/{i.ToString("D2", CultureInfo.InvariantCulture)}.html";
    }

    [Fact]
    public void A_crash_after_the_log_and_before_the_shelf_leaves_the_old_edition_whole_and_the_record_is_taken_up_again()
    {
        test.Publish(isWhole: true, ("data/index.html", "old"));
        var sign = test.Shelf.BeforeSwitch!;
        test.Shelf.BeforeSwitch = edition =>
        {
            sign(edition);
            throw new IOException("The power goes.");
        };

        Assert.Throws<IOException>(() => test.Publish(isWhole: false, ("data/index.html", "new")));
        test.Restart();

        Assert.Equal(2, test.Paper.Log.Size);
        Assert.Equal(0, test.Verified().Record.Number);
        test.Publish(isWhole: false, ("data/index.html", "new"));
        Assert.Equal(1, test.Verified().Record.Number);
        Assert.Equal(2, test.Paper.Log.Size);
    }

    [Fact]
    public void Half_written_ends_of_the_log_are_written_over()
    {
        test.Publish(isWhole: true, ("data/index.html", "one"));
        foreach (var file in Grown())
        {
            using var torn = new FileStream(file, FileMode.Append);
            torn.Write("half a record that no head counts"u8);
        }

        test.Restart();
        test.Publish(isWhole: false, ("data/index.html", "two"));
        test.Publish(isWhole: false, ("data/index.html", "three"));
        test.Restart();

        Assert.Equal(2, test.Verified().Record.Number);
        for (var i = 0; i < 3; i++)
        {
            Assert.True(EditionRecord.TryParse(test.Paper.Log.Record(i), out var record));
            Assert.Equal(i, record.Number);
        }
    }

    [Fact]
    public void Nothing_is_signed_on_top_of_a_damaged_log()
    {
        test.Publish(isWhole: true, ("data/index.html", "one"));
        test.Publish(isWhole: false, ("data/index.html", "two"));
        var hashes = Grown().First(file => file.Contains("hashes", StringComparison.Ordinal));
        var bytes = File.ReadAllBytes(hashes);
        bytes[3] ^= 1;
        File.WriteAllBytes(hashes, bytes);

        Assert.Throws<LogDamagedException>(test.Restart);

        bytes[3] ^= 1;
        File.WriteAllBytes(hashes, bytes);
        test.Restart();
    }

    [Fact]
    public void More_records_than_a_tile_holds_are_still_one_log()
    {
        for (var i = 0; i < 260; i++)
        {
            test.Publish(isWhole: i == 0, ("data/index.html", $"front {i}"));
        }

        test.Restart();

        Assert.Equal(259, test.Verified().Record.Number);
        Assert.Equal(8192, test.Paper.Log.Tile(new LogTile(0, 0, 256), 260)!.Length);
        Assert.Equal(32, test.Paper.Log.Tile(new LogTile(1, 0, 1), 260)!.Length);
        Assert.Null(test.Paper.Log.Tile(new LogTile(0, 1, 5), 260));
        var root = TreeProof.Root(100, test.Paper.Log.SubtreeAt);
        Assert.True(
            TreeProof.IsConsistent(
                100,
                root,
                260,
                test.Paper.Log.Head!.Checkpoint.Root,
                test.Paper.Log.Consistency(100, 260)
            )
        );
    }

    [Fact]
    public void What_changed_over_several_editions_is_told_in_one_list()
    {
        test.Publish(isWhole: true, ("data/a", "1"), ("data/b", "1"), ("data/c", "1"));
        var first = EditionManifest.TryParse(ManifestOf.Bytes(test.Shelf.Current!), out var old, out _) ? old : null;
        test.Publish(isWhole: false, ("data/a", "2"), ("data/d", "1"));
        test.Publish(isWhole: false, ("data/a", "1"), ("data/b", ""), ("data/d", "2"));
        Assert.True(EditionManifest.TryParse(ManifestOf.Bytes(test.Shelf.Current!), out var now, out _));

        var delta = DeltaChain.Between(test.Paper.Log.Files, 0, 2);

        Assert.Equal(EditionDelta.Between(first!, now).ToBytes(), delta!.ToBytes());
        Assert.True(delta.TryApply(first!, out var applied));
        Assert.Equal(now.ToBytes(), applied.ToBytes());
        Assert.Null(DeltaChain.Between(test.Paper.Log.Files, 1, 4));
    }

    public void Dispose() => test.Dispose();

    private string[] Grown() =>
        [
            .. new[] { "hashes", "entries" }.SelectMany(kind =>
                Directory.GetFiles(Path.Combine(test.Folder, "log", kind), "*", SearchOption.AllDirectories)
            ),
        ];
}

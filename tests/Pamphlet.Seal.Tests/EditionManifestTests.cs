using System.Text;
using System.Text.Json;

namespace Pamphlet.Seal.Tests;

public sealed class EditionManifestTests
{
    private const string Hash = "2708d73bf31c36cdfa1aa466551ed101017280fa546caba4473cfef6e92a93b5";

    [Fact]
    public void The_three_editions_of_the_vectors_have_their_manifests_and_roots()
    {
        var folder = TestVectors.Folder("edition");
        using var vectors = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "vector.json")));
        var ran = 0;

        foreach (var edition in vectors.RootElement.GetProperty("editions").EnumerateArray())
        {
            var home = Path.Combine(folder, $"e{edition.GetProperty("number").GetInt32()}");
            var data = Path.Combine(home, "data");
            var lines = Directory
                .EnumerateFiles(data, "*", SearchOption.AllDirectories)
                .Select(file => new ManifestLine(
                    ContentHash.Of(File.ReadAllBytes(file)),
                    SitePath.From(Path.GetRelativePath(data, file))
                ));
            var manifest = EditionManifest.Of(lines);
            var expected = File.ReadAllBytes(Path.Combine(home, EditionManifest.FileName));
            Assert.Equal(expected, manifest.ToBytes());
            Assert.True(EditionManifest.TryParse(expected, out var parsed, out _));
            Assert.Equal(manifest.Lines, parsed.Lines);

            var root = new byte[ContentHash.Size];
            manifest.PageRoot().CopyTo(root);
            Assert.Contains(
                $"pages {manifest.Lines.Count} {Convert.ToBase64String(root)}\n",
                edition.GetProperty("record").GetString(),
                StringComparison.Ordinal
            );
            ran++;
        }

        Assert.True(ran >= 3, $"Only {ran} of the 3 editions ran.");
    }

    [Theory]
    [InlineData($"{Hash}  a", ManifestRefusal.CutLine)]
    [InlineData("\n", ManifestRefusal.NoHash)]
    [InlineData("2708D73BF31C36CDFA1AA466551ED101017280FA546CABA4473CFEF6E92A93B5  a\n", ManifestRefusal.NoHash)]
    [InlineData("2708d73b  a\n", ManifestRefusal.NoHash)]
    [InlineData($"\\{Hash}  a\n", ManifestRefusal.NoHash)]
    [InlineData($"{Hash} a\n", ManifestRefusal.NoSeparator)]
    [InlineData($"{Hash} *a\n", ManifestRefusal.NoSeparator)]
    [InlineData($"{Hash}\ta\n", ManifestRefusal.NoSeparator)]
    [InlineData($"{Hash}  \n", ManifestRefusal.BadPath)]
    [InlineData($"{Hash}  /a\n", ManifestRefusal.BadPath)]
    [InlineData($"{Hash}  ./a\n", ManifestRefusal.BadPath)]
    [InlineData($"{Hash}  a\r\n", ManifestRefusal.BadPath)]
    [InlineData($"{Hash}  e\u0302\n", ManifestRefusal.BadPath)]
    [InlineData($"{Hash}  b\n{Hash}  a\n", ManifestRefusal.NotSorted)]
    [InlineData($"{Hash}  \U0001F600\n{Hash}  \uFB00\n", ManifestRefusal.NotSorted)]
    [InlineData($"{Hash}  a\n{Hash}  a\n", ManifestRefusal.Twice)]
    [InlineData($"{Hash}  A\n{Hash}  a\n", ManifestRefusal.SameButForCapitals)]
    [InlineData($"{Hash}  Đ.html\n{Hash}  đ.html\n", ManifestRefusal.SameButForCapitals)]
    [InlineData($"{Hash}  a\n{Hash}  a/b\n", ManifestRefusal.FileAsFolder)]
    [InlineData($"{Hash}  a\n{Hash}  a.b\n{Hash}  a/b/c\n", ManifestRefusal.FileAsFolder)]
    [InlineData($"{Hash}  A/b/c\n{Hash}  a\n", ManifestRefusal.FileAsFolder)]
    public void What_is_no_manifest_is_refused_by_name(string text, ManifestRefusal why)
    {
        Assert.False(EditionManifest.TryParse(Encoding.UTF8.GetBytes(text), out _, out var refusal));

        Assert.Equal(why, refusal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        byte[] text = [.. Encoding.UTF8.GetBytes($"{Hash}  a"), 0xff, (byte)'\n'];

        Assert.False(EditionManifest.TryParse(text, out _, out var refusal));
        Assert.Equal(ManifestRefusal.NotUtf8, refusal);
    }

    [Fact]
    public void Whatever_parses_prints_back_byte_for_byte()
    {
        var text = Encoding.UTF8.GetBytes($"{Hash}  2019/05/đấu-tranh.html\n{Hash}  index.html\n{Hash}  \uFB00\n");
        var parsed = 0;

        for (var at = 0; at < text.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var flipped = text.ToArray();
                flipped[at] ^= (byte)(1 << bit);
                if (EditionManifest.TryParse(flipped, out var manifest, out var refusal))
                {
                    Assert.Equal(flipped, manifest.ToBytes());
                    parsed++;
                }
                else
                {
                    Assert.NotEqual(ManifestRefusal.None, refusal);
                }
            }
        }

        Assert.True(parsed > 100, "Flipping a hash's digit often gives another digit.");
        Assert.True(EditionManifest.TryParse(text, out var whole, out _));
        Assert.Equal(text, whole.ToBytes());
    }

    [Fact]
    public void An_empty_edition_has_an_empty_manifest()
    {
        Assert.True(EditionManifest.TryParse([], out var manifest, out _));

        Assert.Empty(manifest.Lines);
        Assert.Equal(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            manifest.PageRoot().ToString()
        );
    }

    [Fact]
    public void A_manifest_of_our_own_that_cannot_be_copied_to_a_stick_is_our_mistake()
    {
        var hash = ContentHash.Of([]);

        Assert.Throws<ArgumentException>(() =>
            EditionManifest.Of([new(hash, SitePath.From("a.html")), new(hash, SitePath.From("A.html"))])
        );
    }
}

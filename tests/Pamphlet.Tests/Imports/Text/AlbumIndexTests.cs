using System.Text;
using Pamphlet.Imports.Files;
using Pamphlet.Imports.Text;

namespace Pamphlet.Tests.Imports.Text;

public sealed class AlbumIndexTests
{
    private const string Shelf = "https://1.bp.blogspot.com/-a/b/c/d/s320/";

    [Theory]
    [InlineData("Matt Ball.jpg", "Matt+Ball.JPG")]
    [InlineData("Matt+Ball.jpg", "Matt%2BBall.jpg")]
    [InlineData("Matt_2BBall.jpg", "Matt+Ball.jpg")]
    [InlineData("Matt Ball(1).jpg", "Matt%20Ball.jpg")]
    [InlineData("đấu-tranh.jpg", "%C4%91%E1%BA%A5u-tranh.jpg")]
    public void One_name_is_found_in_many_spellings(string file, string written) =>
        Assert.Equal(file, Find([File(file, "x")], Shelf + written)?.Name);

    [Fact]
    public void The_sidecar_tells_the_name_that_was_cut()
    {
        var file = File("x-cut(1).jpg", "x");

        Assert.Equal(
            file,
            Find(
                [file, File("x-cut.jpg(1).json", "{\"filename\":\"the whole name.jpg\"}")],
                Shelf + "the+whole+name.jpg"
            )
        );
        var cut = File(new string('n', 47) + ".jpg", "x");
        Assert.Equal(cut, Find([cut], Shelf + new string('n', 60) + ".jpg"));
    }

    [Fact]
    public void A_name_that_two_pictures_have_finds_none()
    {
        Assert.Null(Find([File("march.jpg", "a"), File("other/march.jpg", "b")], Shelf + "march.jpg"));
        Assert.NotNull(Find([File("march.jpg", "a"), File("other/march.jpg", "a")], Shelf + "march.jpg"));
        Assert.Null(Find([File("march.jpg", "a"), File("march(1).jpg", "b")], Shelf + "march.jpg"));
    }

    [Fact]
    public void Two_pictures_of_one_name_in_the_texts_find_none()
    {
        var index = AlbumIndex.Of([File("march.jpg", "a")]);

        Assert.Empty(index.Find([Shelf + "march.jpg", "https://1.bp.blogspot.com/-x/y/z/w/s320/march.jpg"]));
        Assert.Equal(
            2,
            index
                .Find([Shelf + "march.jpg", Shelf.Replace("s320", "s1600", StringComparison.Ordinal) + "march.jpg"])
                .Count
        );
    }

    [Theory]
    [InlineData("image.png")]
    [InlineData("1.jpg")]
    [InlineData("IMG_001.jpg")]
    public void A_name_that_everybody_uses_finds_none(string name) =>
        Assert.Null(Find([File(name, "x")], Shelf + name));

    [Fact]
    public void Pictures_outside_of_albums_are_not_looked_at() =>
        Assert.Equal(
            0,
            AlbumIndex.Of([new ExportFile("Takeout/Blogger/Blogs/x/march.jpg", 1, () => new MemoryStream([1]))]).Count
        );

    [Fact]
    public void A_real_album_gives_its_picture()
    {
        Assert.SkipWhen(OldBodies.Folder is null, "The exports (../shared/imports) are not here.");
        var root = Path.Combine(OldBodies.Folder!, "blogger-takeout", "heisencoder-ai-playground");
        var files = Directory
            .EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(file => new ExportFile(
                Path.GetRelativePath(root, file),
                new FileInfo(file).Length,
                () => System.IO.File.OpenRead(file)
            ))
            .ToList();

        var index = AlbumIndex.Of(files);
        var found = index.Find([
            "http://bp0.blogger.com/_x/y/z/s400/Flatirons.jpg",
            Shelf + "Matt+Ball+with+Mandolin.jpg",
        ]);

        Assert.Equal(1, index.Count);
        Assert.Equal("Albums/Heisencoder/Flatirons.jpg", Assert.Single(found).Value.Path);
    }

    private static ExportFile? Find(IReadOnlyList<ExportFile> files, string address) =>
        AlbumIndex.Of(files).Find([address]).Values.SingleOrDefault();

    private static ExportFile File(string name, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return new ExportFile("Takeout/Blogger/Albums/Blog/" + name, bytes.Length, () => new MemoryStream(bytes));
    }
}

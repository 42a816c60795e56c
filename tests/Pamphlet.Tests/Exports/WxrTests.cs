using System.Xml.Linq;
using Pamphlet.Comments;
using Pamphlet.Exports;
using Pamphlet.Imports;
using Pamphlet.Pictures;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Imports;

namespace Pamphlet.Tests.Exports;

/// <summary>Blogger's paper leaves for WordPress: read by a strict parser that is not ours, nothing is missing.</summary>
public sealed class WxrTests
{
    private static readonly XNamespace Wp = ExportWxr.Wp;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Texts_dates_and_threads_are_those_of_the_paper()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ImportAsync(
            Pamphlet.Tests.Imports.Exports.Of(Pamphlet.Tests.Imports.Exports.Heisencoder),
            "Heisencoder"
        );
        var (posts, comments) = (await database.PostsAsync(), await database.ThreadAsync());

        var items = XDocument.Parse(await WxrOfAsync(database)).Descendants("item").ToList();

        Assert.Equal(40, items.Count);
        Assert.Equal(
            posts.Select(post => post.Title).Order(StringComparer.Ordinal),
            items.Select(item => (string)item.Element("title")!).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            posts
                .Where(post => post.State == PostState.Published)
                .Select(post => $"{post.PublishedAt!.Value.UtcDateTime:yyyy-MM-dd HH:mm:ss}")
                .Order(StringComparer.Ordinal),
            items
                .Where(item => (string)item.Element(Wp + "status")! == "publish")
                .Select(item => (string)item.Element(Wp + "post_date_gmt")!)
                .Order(StringComparer.Ordinal)
        );
        var written = items.SelectMany(item => item.Elements(Wp + "comment")).ToList();
        Assert.Equal(comments.Count, written.Count);
        Assert.Equal(
            comments.Count(comment => comment.ParentId is not null),
            written.Count(comment => (string)comment.Element(Wp + "comment_parent")! != "0")
        );
        Assert.Equal(
            written.Count,
            written
                .Select(comment => (string)comment.Element(Wp + "comment_id")!)
                .Distinct(StringComparer.Ordinal)
                .Count()
        );
        Assert.All(written, comment => Assert.Equal("", (string)comment.Element(Wp + "comment_author_IP")!));
    }

    [Fact]
    public async Task What_left_for_WordPress_can_come_back()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ImportAsync(
            Pamphlet.Tests.Imports.Exports.Of(Pamphlet.Tests.Imports.Exports.Heisencoder),
            "Heisencoder"
        );
        var wxr = await WxrOfAsync(database);
        await using var other = await TestDatabase.CreateAsync();

        var report = await TestFeed.WithFileAsync(
            System.Text.Encoding.UTF8.GetBytes(wxr),
            path => other.ImportAsync(path)
        );

        Assert.Equal(new TextCounts(33, 7), report.Posts);
        Assert.Equal(284, report.Comments.Published);
        Assert.Equal(
            (await database.PostsAsync()).Select(post => post.Path).OfType<string>().Order(StringComparer.Ordinal),
            (await other.PostsAsync()).Select(post => post.Path).OfType<string>().Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            (await database.PostsAsync()).Select(post => post.EntryId).Order(StringComparer.Ordinal),
            (await other.PostsAsync())
                .Select(post => post.EntryId.StartsWith("urn:", StringComparison.Ordinal) ? "" : post.EntryId)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(1, (await other.ThreadAsync()).Count(comment => comment.ParentId is not null));
    }

    private static async Task<string> WxrOfAsync(TestDatabase database)
    {
        await using var open = database.Open();
        var paper = (await new PublicationStore(open).FirstAsync(Stop))!;
        using var output = new MemoryStream();
        await ExportWxr.RunAsync(
            open,
            paper,
            await new PictureStore(open, paper.Id).ShownAsync(null, Stop),
            output,
            Stop
        );
        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }
}

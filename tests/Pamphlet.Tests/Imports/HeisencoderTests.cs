using Pamphlet.Comments;
using Pamphlet.Imports;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Imports;

/// <summary>A whole Takeout as somebody really got it: three blogs, and what its owner wrote elsewhere.</summary>
public sealed class HeisencoderTests
{
    [Fact]
    public async Task An_export_of_three_blogs_asks_which()
    {
        await using var database = await TestDatabase.CreateAsync();

        var outcome = await database.RunAsync(new ImportRequest(Exports.Of(Exports.Heisencoder)));

        var several = Assert.IsType<ImportOutcome.SeveralBlogs>(outcome);
        Assert.Equal(
            [
                new OfferedBlog("Heisencoder", "4147841314301981805", 40, 0, 306),
                new OfferedBlog("Key Management Summit Central", "8647918601425651798", 4, 0, 6),
                new OfferedBlog("P1619 Wine Tasting Standing Subcommittee", "2965473643901231229", 2, 0, 0),
            ],
            several.Blogs
        );
        Assert.Empty(await database.PostsAsync());
    }

    [Theory, EachDatabase]
    public async Task A_named_blog_comes_whole_and_nothing_of_the_others(TestDatabase database)
    {
        var report = await database.ImportAsync(Exports.Of(Exports.Heisencoder), "heisencoder");

        Assert.Equal(new TextCounts(33, 7), report.Posts);
        Assert.Equal(new CommentCounts(284, 0, 22, 0), report.Comments);
        Assert.Equal([new AuthorCount("Matthew V Ball", "Matthew V Ball", 40, 58)], report.Authors);
        var posts = await database.PostsAsync();
        Assert.Equal(33, posts.Count(post => post is { State: PostState.Published, Path: not null }));
        Assert.Equal(7, posts.Count(post => post is { State: PostState.Draft, Path: null }));
        Assert.Contains(posts, post => post.Path == "2008/05/ada-beats-colossus-in-cipher-challenge.html");
        var comments = await database.ThreadAsync();
        Assert.Equal(284, comments.Count);
        Assert.All(comments, comment => Assert.Equal(CommentState.Live, comment.State));
        Assert.Equal(58, comments.Count(comment => comment.ByPenName is not null));
        Assert.Equal(1, comments.Count(comment => comment.ParentId is not null));
        var paper = Assert.Single(await database.AllAsync<Publication>());
        Assert.Equal("tag:blogger.com,1999:blog-4147841314301981805", paper.FeedId);
        Assert.Equal(("Heisencoder", "Matt Ball's Blog", "en"), (paper.Name, paper.Line, paper.Language.Tag));
        // 33 texts and the discussions of those that have any, in one journal.
        var changes = await database.AllAsync<Change>();
        Assert.Equal(33, changes.Count(change => change.Kind == ChangeKind.Post));
        Assert.Equal(1, changes.Count(change => change.Kind == ChangeKind.Paper));
    }

    [Fact]
    public async Task What_the_owner_wrote_under_the_blog_itself_is_told_to_be_there_already()
    {
        await using var database = await TestDatabase.CreateAsync();

        var report = await database.ImportAsync(Exports.Of(Exports.Heisencoder), "heisencoder");

        Assert.Contains(
            "Comments/Heisencoder/feed.atom repeats 58 comments of «Heisencoder», which Blogs/Heisencoder/feed.atom holds too: nothing is missing.",
            report.Notes
        );
        Assert.Contains(
            "Comments/Matzner(d)/feed.atom holds no texts, only 1 comment that the account's holder wrote on another blog, «Matzner(d)»: not imported.",
            report.Notes
        );
        var missing = report.Notes.Where(note => note.Contains(" elsewhere: http", StringComparison.Ordinal));
        Assert.Equal(report.Media.Missing > 0, missing.Any());
    }

    [Fact]
    public async Task What_waited_for_approval_waits_on()
    {
        await using var database = await TestDatabase.CreateAsync();

        var report = await database.ImportAsync(Exports.Of(Exports.Heisencoder), "Key Management Summit Central");

        Assert.Equal(new TextCounts(4, 0), report.Posts);
        Assert.Equal(new CommentCounts(1, 5, 0, 0), report.Comments);
        var comments = await database.ThreadAsync();
        Assert.Equal(5, comments.Count(comment => comment.State == CommentState.Pending));
    }

    [Fact]
    public async Task What_the_owner_wrote_on_other_blogs_is_refused_by_itself()
    {
        await using var database = await TestDatabase.CreateAsync();

        var refused = await database.RefusedAsync(Exports.Of(Exports.Heisencoder + "/Comments/Heisencoder/feed.atom"));

        Assert.Equal(ImportRefusal.NotAnExport, refused.Reason);
    }

    [Theory]
    [InlineData("2965473643901231229")]
    [InlineData("p1619-wtss")]
    public async Task A_blog_may_be_named_by_its_number_or_its_blogspot_name(string name)
    {
        await using var database = await TestDatabase.CreateAsync();

        var report = await database.ImportAsync(Exports.Of(Exports.Heisencoder), name);

        Assert.Equal("P1619 Wine Tasting Standing Subcommittee", report.Blog);
    }

    [Fact]
    public async Task A_name_that_no_blog_has_is_refused_with_those_that_are()
    {
        await using var database = await TestDatabase.CreateAsync();

        var outcome = await database.RunAsync(
            new ImportRequest(Exports.Of(Exports.Heisencoder)) { Blog = "Matzner(d)" }
        );

        var refused = Assert.IsType<ImportOutcome.Refused>(outcome);
        Assert.Equal(ImportRefusal.NoSuchBlog, refused.Reason);
        Assert.Contains("«Heisencoder»", refused.Sentence, StringComparison.Ordinal);
    }
}

using Pamphlet.Comments;
using Pamphlet.Imports;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Imports;

/// <summary>Every edge case that Blogger's older export was seen to have; one of the two files is not well-formed.</summary>
public sealed class SyntheticLegacyTests
{
    private const string File = "synthetic/legacy-archive.xml";

    [Theory]
    [InlineData("synthetic/legacy-archive.xml")]
    [InlineData("synthetic/legacy-archive-unbound-prefix.xml")]
    public async Task It_counts_what_came_and_what_did_not(string file)
    {
        await using var database = await TestDatabase.CreateAsync();

        var report = await database.ImportAsync(Exports.Of(file));

        Assert.Equal("blogger-legacy", report.Format);
        Assert.Equal(new TextCounts(1, 1), report.Posts);
        Assert.Equal(new TextCounts(1, 0), report.Pages);
        Assert.Equal(new CommentCounts(2, 0, 0, 1), report.Comments);
        Assert.Equal(1, report.ConstructsDropped["tracking number"]);
        Assert.Equal(1, report.ConstructsDropped["location"]);
        Assert.Contains(new AuthorCount("Former contributor", "Unknown", 1, 1), report.Authors);
    }

    [Fact]
    public async Task The_paper_takes_the_blogs_name_and_feed_and_none_of_its_addresses()
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.ImportAsync(Exports.Of(File));

        var paper = Assert.Single(await database.AllAsync<Publication>());
        Assert.Equal("Synthetic collective", paper.Name);
        Assert.Equal("tag:blogger.com,1999:blog-100", paper.FeedId);
        Assert.Null(paper.Home);
    }

    [Fact]
    public async Task A_post_without_a_title_keeps_its_address()
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.ImportAsync(Exports.Of(File));

        var post = await database.PostAsync("50");
        Assert.Equal("2015/10/blog-post_10.html", post.Path);
        Assert.Equal(new DateTimeOffset(2015, 9, 22, 19, 41, 0, TimeSpan.Zero), post.PublishedAt);
        Assert.StartsWith("Body", post.Title, StringComparison.Ordinal);
        Assert.Equal(["Anonymous"], await database.BylinesAsync("50"));
        Assert.Equal(["Labels, with comma"], (await database.AllAsync<Tag>()).Select(tag => tag.Name));
    }

    [Fact]
    public async Task A_draft_is_a_draft_under_a_name_that_is_nobodys()
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.ImportAsync(Exports.Of(File));

        var draft = await database.PostAsync("51");
        Assert.Equal((PostState.Draft, null), (draft.State, draft.Path));
        Assert.Equal(["Former contributor"], await database.BylinesAsync("51"));
    }

    [Fact]
    public async Task A_removed_comment_keeps_its_place_and_loses_its_name()
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.ImportAsync(Exports.Of(File));

        var thread = await database.ThreadAsync();
        Assert.Equal(["90", "91", "92"], thread.Select(comment => comment.PublicId));
        Assert.Equal(thread[0].Id, thread[1].ParentId);
        Assert.Equal((CommentState.Withdrawn, null, null), (thread[2].State, thread[2].Name, thread[2].Markdown));
        // The draft's author answered: the account is the same, so the paper speaks.
        Assert.NotNull(thread[1].ByPenName);
    }

    [Fact]
    public async Task Both_kinds_of_export_know_each_others_texts()
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.ImportAsync(Exports.Of(File));
        var report = await database.ImportAsync(Exports.Of("synthetic/takeout-feed.atom"));

        // Post 50 and page 70 are in both, and page 70 is called «.page-70» in one and «.post-70» in the other.
        Assert.Equal((1, 2), (report.Changes.Added, report.Changes.Updated));
        var page = await database.PostAsync("70");
        Assert.Equal(("p/contact-us.html", PostKind.Page), (page.Path, page.Kind));
    }
}

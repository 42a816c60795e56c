using Pamphlet.Comments;
using Pamphlet.Imports;
using Pamphlet.Posts;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Imports;

/// <summary>Every edge case that a Takeout was seen to have, in one small feed.</summary>
public sealed class SyntheticTakeoutTests
{
    private const string File = "synthetic/takeout-feed.atom";

    [Theory, EachDatabase]
    public async Task It_counts_what_came_and_what_did_not(TestDatabase database)
    {
        var report = await database.ImportAsync(Exports.Of(File));

        Assert.Equal("blogger-takeout", report.Format);
        Assert.Equal("Synthetic collective", report.Blog);
        Assert.Equal(new TextCounts(1, 1), report.Posts);
        Assert.Equal(new TextCounts(1, 0), report.Pages);
        Assert.Equal(new CommentCounts(2, 1, 2, 0), report.Comments);
        Assert.Equal(1, report.ConstructsDropped["text in the bin"]);
        Assert.Equal(1, report.ConstructsDropped["location"]);
        Assert.Equal(2, report.ConstructsDropped["advertising or hidden comment"]);
        Assert.Equal([new AuthorCount("Pen Name", "Pen Name", 3, 0)], report.Authors);
    }

    [Fact]
    public async Task A_post_keeps_its_address_its_date_its_id_and_its_labels()
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.ImportAsync(Exports.Of(File));

        var post = await database.PostAsync("50");
        // The month of the address is not the month of the date, and both are right.
        Assert.Equal("2024/02/interview-answers.html", post.Path);
        Assert.Equal(new DateTimeOffset(2024, 3, 1, 9, 30, 0, TimeSpan.Zero), post.PublishedAt);
        Assert.Equal("tag:blogger.com,1999:blog-100.post-50", post.EntryId);
        Assert.Equal("blogger:100/50", post.SourceId);
        Assert.Equal("Interview & answers", post.Title);
        Assert.Equal("A summary for search engines", post.Summary);
        var tags = (await database.AllAsync<Tag>()).Select(tag => tag.Name).Order(StringComparer.Ordinal);
        Assert.Equal(["Interviews", "العربية"], tags);
        Assert.Equal(2, post.Tags.Count);
    }

    [Fact]
    public async Task A_draft_without_a_title_is_called_by_its_first_words()
    {
        await using var database = await TestDatabase.CreateAsync();

        var report = await database.ImportAsync(Exports.Of(File));

        var draft = await database.PostAsync("60");
        Assert.Equal((PostState.Draft, null, "not yet"), (draft.State, draft.Path, draft.Title));
        Assert.Empty(draft.Tags);
        Assert.Contains(report.Notes, note => note.Contains("Post 60 had no title", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_is_a_page_and_the_bin_stays_where_it_was()
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.ImportAsync(Exports.Of(File));

        var posts = await database.PostsAsync();
        var page = Assert.Single(posts, post => post.Kind == PostKind.Page);
        Assert.Equal(("p/contact.html", 1), (page.Path, page.MenuPlace));
        Assert.DoesNotContain(posts, post => post.Title == "Thrown away");
    }

    [Fact]
    public async Task Comments_stand_in_their_thread_and_only_the_approved_are_public()
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.ImportAsync(Exports.Of(File));

        var thread = await database.ThreadAsync();
        Assert.Equal(["11", "12", "14"], thread.Select(comment => comment.PublicId));
        Assert.Equal(["000001", "000001000001", "000002"], thread.Select(comment => comment.ThreadPath));
        Assert.Equal([0, 1, 0], thread.Select(comment => comment.Depth));
        Assert.Equal(thread[0].Id, thread[1].ParentId);
        Assert.Equal(
            [CommentState.Live, CommentState.Live, CommentState.Pending],
            thread.Select(comment => comment.State)
        );
        // An empty name and Blogger's «Unknown» are nobody's name.
        Assert.Equal([null, null, "Waiting reader"], thread.Select(comment => comment.Name));
        Assert.Equal(new DateOnly(2024, 3, 2), thread[0].Day);
    }

    [Fact]
    public async Task The_words_of_a_comment_are_decoded_once()
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.ImportAsync(Exports.Of(File));

        var thread = await database.ThreadAsync();
        Assert.Contains("second line 'quoted'", thread[0].Markdown, StringComparison.Ordinal);
        Assert.Contains("First line", thread[0].Markdown, StringComparison.Ordinal);
        Assert.Contains("https://example.org", thread[1].Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_the_old_host_leads_into_the_paper_once_the_site_is_named()
    {
        await using var database = await TestDatabase.CreateAsync();

        await database.RunAsync(
            new ImportRequest(Exports.Of(File)) { Sites = [new Uri("https://collective.blogspot.com/")] }
        );

        var post = await database.PostAsync("50");
        Assert.Contains("(/2023/12/earlier-post_25.html)", post.Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("blogspot.co.uk", post.Markdown, StringComparison.Ordinal);
    }
}

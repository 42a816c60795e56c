using Pamphlet.Comments;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Imports;

public sealed class ThreadTests
{
    [Fact]
    public async Task Comments_are_numbered_in_the_order_they_were_written()
    {
        await using var database = await TestDatabase.CreateAsync();
        var feed = new TestFeed()
            .Comment("30", "1", published: "2020-06-03T10:00:00Z")
            .Comment("20", "1", published: "2020-06-02T10:00:00Z")
            .Comment("100", "1", published: "2020-06-04T10:00:00Z")
            .Comment("99", "1", published: "2020-06-04T10:00:00Z")
            .Post("1");

        await database.ImportAsync(feed);

        Assert.Equal(["20", "30", "99", "100"], (await database.ThreadAsync()).Select(comment => comment.PublicId));
    }

    [Fact]
    public async Task An_answer_stands_under_what_it_answers_even_if_it_is_dated_before_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        var feed = new TestFeed()
            .Post("1")
            .Comment("3", "1", answers: "2", published: "2020-06-01T00:00:00Z")
            .Comment("2", "1", published: "2020-06-09T00:00:00Z")
            .Comment("4", "1", answers: "3", published: "2020-06-02T00:00:00Z");

        await database.ImportAsync(feed);

        var thread = await database.ThreadAsync();
        Assert.Equal(["2", "3", "4"], thread.Select(comment => comment.PublicId));
        Assert.Equal([0, 1, 2], thread.Select(comment => comment.Depth));
    }

    [Theory]
    [InlineData("77")]
    [InlineData("3")]
    [InlineData("5")]
    public async Task An_answer_to_what_is_not_there_answers_the_text(string answered)
    {
        await using var database = await TestDatabase.CreateAsync();
        // 77 does not exist, 3 answers itself, 5 stands under another post.
        var feed = new TestFeed().Post("1").Post("2").Comment("3", "1", answers: answered).Comment("5", "2");

        await database.ImportAsync(feed);

        var answer = (await database.ThreadAsync()).Single(comment => comment.PublicId == "3");
        Assert.Equal((null, 0), (answer.ParentId, answer.Depth));
    }

    [Fact]
    public async Task Comments_that_answer_each_other_in_a_circle_all_have_a_place()
    {
        await using var database = await TestDatabase.CreateAsync();
        var feed = new TestFeed()
            .Post("1")
            .Comment("3", "1", answers: "4")
            .Comment("4", "1", answers: "5")
            .Comment("5", "1", answers: "3");

        var report = await database.ImportAsync(feed);

        Assert.Equal(3, report.Comments.Published);
        Assert.Equal([0, 1, 2], (await database.ThreadAsync()).Select(comment => comment.Depth));
    }

    [Fact]
    public async Task An_answer_to_advertising_moves_up_to_what_the_advertising_answered()
    {
        await using var database = await TestDatabase.CreateAsync();
        var feed = new TestFeed()
            .Post("1")
            .Comment("2", "1")
            .Comment("3", "1", answers: "2", status: "SPAM_COMMENT")
            .Comment("4", "1", answers: "3");

        await database.ImportAsync(feed);

        var thread = await database.ThreadAsync();
        Assert.Equal(["2", "4"], thread.Select(comment => comment.PublicId));
        Assert.Equal(thread[0].Id, thread[1].ParentId);
    }

    [Fact]
    public async Task A_thousand_answers_to_answers_do_not_make_a_thousand_steps()
    {
        await using var database = await TestDatabase.CreateAsync();
        var feed = new TestFeed().Post("1").Comment("1000", "1");
        for (var i = 1001; i < 2000; i++)
        {
            feed.Comment($"{i}", "1", answers: $"{i - 1}");
        }

        var report = await database.ImportAsync(feed);

        Assert.Equal(1000, report.Comments.Published);
        var thread = await database.ThreadAsync();
        Assert.InRange(thread.Max(comment => comment.Depth), 2, 32);
        Assert.Equal(1000, thread.Select(comment => comment.ThreadPath).Distinct().Count());
    }

    [Fact]
    public async Task A_comment_without_its_text_is_dropped_and_one_under_a_draft_waits()
    {
        await using var database = await TestDatabase.CreateAsync();
        var feed = new TestFeed().Post("1", status: "DRAFT").Comment("2", "1").Comment("3", "404");

        var report = await database.ImportAsync(feed);

        Assert.Equal((0, 1, 1), (report.Comments.Published, report.Comments.Queued, report.Comments.Dropped));
        Assert.Equal(CommentState.Pending, Assert.Single(await database.ThreadAsync()).State);
    }

    [Theory]
    [InlineData("SCHEDULED")]
    [InlineData("")]
    [InlineData("REPORTED")]
    public async Task A_state_that_nobody_knows_waits(string status)
    {
        await using var database = await TestDatabase.CreateAsync();
        var feed = new TestFeed().Post("1").Comment("2", "1", status: status);

        var report = await database.ImportAsync(feed);

        Assert.Equal((0, 1), (report.Comments.Published, report.Comments.Queued));
    }

    [Fact]
    public async Task A_comment_keeps_its_number_unless_another_blogs_comment_has_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ImportAsync(new TestFeed().Post("1").Comment("2", "1"));
        var other = new TestFeed()
            .Post("1")
            .Comment("2", "1")
            .Xml()
            .Replace("blog-7", "blog-8", StringComparison.Ordinal);

        await TestFeed.WithFileAsync(System.Text.Encoding.UTF8.GetBytes(other), path => database.ImportAsync(path));

        var ids = (await database.ThreadAsync()).Select(comment => comment.PublicId).Order(StringComparer.Ordinal);
        Assert.Equal(["2", "2-8"], ids);
        Assert.Equal(2, (await database.PostsAsync()).Select(post => post.Path).Distinct().Count());
    }
}

using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments;
using Pamphlet.Comments.Keeping;
using Pamphlet.Posts;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Comments;

public sealed class RefusedCommentTests
{
    private const string Text = "Tôi nhớ tờ báo ấy, và *bến sông* ngày nước lên.";

    private static readonly CancellationToken Cancelled = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_answers_what_was_taken_back_meanwhile_is_told_and_loses_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var paper = await LivePaper.StartAsync(database);
        var first = await paper.WriteAsync(Text);
        await paper.PublishAllAsync();
        var form = await paper.OpenFormAsync(to: (await paper.CommentsAsync())[0].PublicId);
        await TakeBackAsync(paper, first.Code);
        paper.Time.Advance(TimeSpan.FromSeconds(30));

        var told = await paper.PressAsync(form, ("text", "My answer."));
        paper.Time.Advance(TimeSpan.FromSeconds(30));
        var taken = await paper.PressAsync(told);

        Assert.Contains("was taken away meanwhile", told.Faults, StringComparison.Ordinal);
        Assert.Equal("My answer.", told.Typed);
        Assert.Equal("Your comment is waiting", taken.Heading);
        Assert.Null(Assert.Single(await paper.CommentsAsync()).ParentId);
    }

    [Fact]
    public async Task A_discussion_that_closed_meanwhile_gives_the_words_back()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var paper = await LivePaper.StartAsync(database);
        var form = await paper.OpenFormAsync();
        await using (var open = paper.Open())
        {
            await open.Set<Post>()
                .ExecuteUpdateAsync(set => set.SetProperty(post => post.CommentsOpen, false), Cancelled);
        }

        var closed = await paper.PressAsync(form, ("text", Text));

        Assert.Contains("This discussion is closed.", closed.Words, StringComparison.Ordinal);
        Assert.Equal(Text, closed.Typed);
        Assert.Empty(await paper.CommentsAsync());
    }

    [Fact]
    public async Task A_full_queue_gives_the_words_back_and_says_when_to_come_again()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var paper = await LivePaper.StartAsync(database);
        await paper.SettleAsync(settings => settings.MostWaiting = 2);
        await paper.WriteAsync("The first of all of them.");
        await paper.WriteAsync("A second one, which is other.");

        var full = await paper.WriteAsync(Text);

        Assert.Equal(429, full.Status);
        Assert.Contains("So many comments are waiting", full.Faults, StringComparison.Ordinal);
        Assert.Equal(Text, full.Typed);
        Assert.Equal(2, (await paper.CommentsAsync()).Count);
    }

    [Fact]
    public async Task Nobody_writes_under_a_name_of_the_paper()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var paper = await LivePaper.StartAsync(database);

        var refused = await paper.WriteAsync(Text, more: ("name", "THE  FIRST hánd"));

        Assert.Contains("a name of the paper itself", refused.Faults, StringComparison.Ordinal);
        Assert.Equal(Text, refused.Typed);
    }

    [Fact]
    public async Task One_circuit_is_asked_to_wait_and_another_is_not()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var paper = await LivePaper.StartAsync(database);
        paper.Circuit = 7;
        var forms = new List<LiveAnswer>();
        for (var i = 0; i < 5; i++)
        {
            forms.Add(await paper.OpenFormAsync());
        }

        paper.Time.Advance(TimeSpan.FromSeconds(30));
        var answers = new List<int>();
        foreach (var form in forms.Take(4))
        {
            answers.Add((await paper.PressAsync(form, ("text", Text))).Status);
        }

        paper.Circuit = 8;
        answers.Add((await paper.PressAsync(forms[4], ("text", Text))).Status);

        Assert.Equal([200, 200, 200, 429, 200], answers);
    }

    [Fact]
    public async Task A_crowd_makes_everything_wait_and_refuses_nobody()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var paper = await LivePaper.StartAsync(database);
        await paper.SettleAsync(settings => settings.PublishesAtOnce = true);

        for (var i = 0; i < 12; i++)
        {
            var form = await paper.OpenFormAsync();
            paper.Time.Advance(TimeSpan.FromSeconds(9));
            Assert.Equal(200, (await paper.PressAsync(form, ("text", $"{Different(i)} {Text}"))).Status);
        }

        var states = (await paper.CommentsAsync())
            .GroupBy(comment => comment.State)
            .ToDictionary(one => one.Key, one => one.Count());
        Assert.True(states[CommentState.Live] >= 10, $"{states[CommentState.Live]}");
        Assert.True(states[CommentState.Pending] >= 1);
        await using var open = paper.Open();
        var held = await open.Set<PostDiscussion>().SingleAsync(Cancelled);
        Assert.True(held.HoldUntil > paper.Time.GetUtcNow().AddHours(5));
    }

    [Fact]
    public async Task What_nobody_decided_in_thirty_days_is_destroyed()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var paper = await LivePaper.StartAsync(database);
        await paper.WriteAsync(Text);

        paper.Time.Advance(TimeSpan.FromDays(30));
        await KeepPromises.RunAsync(database.Address, paper.Time, Cancelled);
        Assert.Single(await paper.CommentsAsync());
        paper.Time.Advance(TimeSpan.FromDays(1));
        await KeepPromises.RunAsync(database.Address, paper.Time, Cancelled);

        Assert.Empty(await paper.CommentsAsync());
    }

    [Fact]
    public async Task A_text_that_is_not_there_is_kindly_not_found()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var paper = await LivePaper.StartAsync(database);

        var answer = await paper.OpenFormAsync(post: "2026/11/nothing.html");

        Assert.Equal(404, answer.Status);
        Assert.Equal(200, (await paper.GetAsync("comment.html")).Status);
    }

    private static async Task TakeBackAsync(LivePaper paper, string code)
    {
        var own = await paper.GetAsync("comment.html?code=");
        Assert.Equal("Taken back", (await paper.PressAsync(own, ("code", code), ("takeBack", "1"))).Heading);
    }

    private static string Different(int number) =>
        string.Join(' ', Enumerable.Range(1, 12).Select(word => $"w{number * word * 7919 % 1009}"));
}

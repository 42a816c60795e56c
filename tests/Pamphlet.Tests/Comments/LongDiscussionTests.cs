using Pamphlet.Comments;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Comments;

public sealed class LongDiscussionTests
{
    private const string Second = "2026/11/what-a-paper-is-for.comments.2.html";

    [Theory, EachDatabase]
    public async Task A_long_discussion_goes_on_on_pages_where_everything_keeps_its_place(TestDatabase database)
    {
        await using var paper = await LivePaper.StartAsync(database);
        await paper.SettleAsync(settings =>
            (settings.PublishesAtOnce, settings.PerTextInTenMinutes, settings.PerHour) = (true, 1000, 1000)
        );
        var codes = new List<string>();
        for (var i = 0; i <= DiscussionPages.Threads; i++)
        {
            codes.Add((await paper.WriteAsync($"w{i * 7919 % 1009} w{i * 31} w{i * 17} w{i}.")).Code);
        }

        await paper.PublishAsync();
        var before = await IdsAsync(paper, LivePaper.Post);
        var beyond = Assert.Single(await IdsAsync(paper, Second));
        var next = (await paper.GetAsync(LivePaper.Post)).Document.QuerySelector("#comments a[rel=next]");
        await paper.WriteAsync("An answer to the very first one.", to: before[0]);
        var own = await paper.GetAsync("comment.html?code=");
        await paper.PressAsync(own, ("code", codes[1]), ("takeBack", "1"));
        await paper.PublishAsync();
        var after = await IdsAsync(paper, LivePaper.Post);

        Assert.Equal(DiscussionPages.Threads, before.Count);
        Assert.EndsWith("comments.2.html#comments", next!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal([before[0], .. before.Skip(2)], after.Where((_, place) => place != 1));
        Assert.Equal([beyond], await IdsAsync(paper, Second));
        var status = await paper.PressAsync(own, ("code", codes[^1]));
        Assert.NotNull(status.Document.QuerySelector($".notice a[href$='comments.2.html#c{beyond}']"));
    }

    [Fact]
    public async Task The_newest_comments_of_all_texts_stand_on_a_page_in_their_own_plain_words()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var paper = await LivePaper.StartAsync(database);
        await paper.WriteAsync("> What somebody else said.\n\nMy *own* words, with a [link](http://a.example/).");
        await paper.PublishAllAsync();
        var id = Assert.Single(await paper.CommentsAsync()).PublicId;

        var newest = (await paper.GetAsync("comments.html")).Document.QuerySelector(".found li")!;

        Assert.Equal("My own words, with a link (a.example).", newest.QuerySelector("p[dir=auto]")!.TextContent);
        Assert.Equal($"{LivePaper.Post}#c{id}", newest.QuerySelector("a")!.GetAttribute("href"));
    }

    private static async Task<IReadOnlyList<string>> IdsAsync(LivePaper paper, string page) =>
        [
            .. (await paper.GetAsync(page))
                .Document.QuerySelectorAll("#comments article")
                .Select(article => article.Id![1..]),
        ];
}

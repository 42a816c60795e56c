using System.Net.Http.Headers;
using System.Text;
using Pamphlet.Comments;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Comments;

/// <summary>The life of a comment as its reader sees it, over HTTP.</summary>
public sealed class WriteCommentTests
{
    private const string Text = "Tôi nhớ tờ báo ấy, và *bến sông* ngày nước lên.";

    [Theory, EachDatabase]
    public async Task A_comment_waits_is_published_and_is_taken_back_with_its_code(TestDatabase database)
    {
        await using var paper = await LivePaper.StartAsync(database);
        var sent = await paper.WriteAsync(Text, more: ("name", "Mai"));
        Assert.Equal("Your comment is waiting", sent.Heading);
        Assert.Equal("no-store", sent.Headers.CacheControl?.ToString());

        await paper.PublishAllAsync();
        var page = await paper.GetAsync(LivePaper.Post);
        Assert.Contains("bến sông", page.Words, StringComparison.Ordinal);
        Assert.Contains("Mai", page.Words, StringComparison.Ordinal);

        var own = await paper.GetAsync("comment.html?code=");
        var seen = await paper.PressAsync(own, ("code", sent.Code.ToUpperInvariant().Replace('-', ' ')));
        Assert.Contains("Your comment is published", seen.Words, StringComparison.Ordinal);

        var gone = await paper.PressAsync(seen, ("code", sent.Code), ("takeBack", "1"));
        await paper.PublishAsync();

        Assert.Equal("Taken back", gone.Heading);
        Assert.Empty(await paper.CommentsAsync());
        Assert.DoesNotContain("bến sông", (await paper.GetAsync(LivePaper.Post)).Words, StringComparison.Ordinal);
        var after = await paper.PressAsync(own, ("code", sent.Code));
        Assert.Contains("No comment fits this code", after.Faults, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_comment_with_answers_leaves_its_place_and_nothing_else(TestDatabase database)
    {
        await using var paper = await LivePaper.StartAsync(database);
        var first = await paper.WriteAsync(Text, more: ("name", "Mai"));
        await paper.PublishAllAsync();
        var id = (await paper.CommentsAsync())[0].PublicId;
        var form = await paper.OpenFormAsync(to: id);
        Assert.Equal("Reply to Mai", form.Heading);
        Assert.Contains("bến sông", form.Document.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        await paper.WriteAsync("An answer that stays.", to: id);
        await paper.PublishAllAsync();

        await TakeBackAsync(paper, first.Code);
        await paper.PublishAsync();

        var page = await paper.GetAsync(LivePaper.Post);
        Assert.Contains("Whoever wrote this comment took it back.", page.Words, StringComparison.Ordinal);
        Assert.Contains("An answer that stays.", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Mai", page.Document.QuerySelector("#comments")!.TextContent, StringComparison.Ordinal);
        var place = (await paper.CommentsAsync())[0];
        Assert.Equal(
            (CommentState.Withdrawn, null, null, null, null),
            (place.State, place.Name, place.Markdown, place.CodeHash, place.Likeness)
        );
    }

    [Fact]
    public async Task A_browser_that_was_asked_to_keeps_one_secret_that_takes_back_what_it_sent()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var paper = await LivePaper.StartAsync(database);
        await paper.WriteAsync(Text, more: ("keep", "1"));
        await paper.WriteAsync("Another one, about another thing altogether.", more: ("keep", "1"));
        Assert.NotNull(paper.Cookie);
        var comments = await paper.CommentsAsync();

        foreach (var comment in comments)
        {
            var own = await paper.GetAsync($"comment.html?code={comment.PublicId}");
            await paper.PressAsync(own, ("takeBack", "1"));
        }

        Assert.Empty(await paper.CommentsAsync());
        Assert.NotEqual(comments[0].CodeHash, comments[1].CodeHash);
    }

    [Fact]
    public async Task Without_the_wish_no_cookie_is_set()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var paper = await LivePaper.StartAsync(database);

        await paper.WriteAsync(Text);

        Assert.Null(paper.Cookie);
    }

    [Fact]
    public async Task Looking_first_shows_the_words_and_keeps_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var paper = await LivePaper.StartAsync(database);

        var look = await paper.PressAsync(
            await paper.OpenFormAsync(),
            ("text", "**loud** <script>alert(1)</script> [x](javascript:alert(1))"),
            ("look", "1")
        );

        Assert.Equal("loud", look.Document.QuerySelector(".notice strong")!.TextContent);
        Assert.Null(look.Document.QuerySelector("script, [href^=javascript]"));
        Assert.Contains("<script>", look.Typed, StringComparison.Ordinal);
        Assert.Empty(await paper.CommentsAsync());
    }

    [Theory]
    [InlineData("", "Write something here first.")]
    [InlineData("  \n ", "Write something here first.")]
    [InlineData("\u202e\u2066***", "Write something here first.")]
    public async Task An_empty_comment_is_asked_for_words(string text, string expected) =>
        await RefusedAsync(text, expected);

    [Fact]
    public async Task A_comment_that_is_too_long_comes_back_whole()
    {
        var text = string.Concat(Enumerable.Repeat("Một câu dài. ", 700)).Trim();

        await RefusedAsync(text, "At most 4,000 characters fit here, and these are 9,099.");
    }

    [Fact]
    public async Task A_comment_beyond_all_bounds_comes_back_with_its_beginning()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var paper = await LivePaper.StartAsync(database);

        var answer = await paper.WriteAsync(new string('a', 400_000));

        Assert.Contains("its end did not arrive", answer.Faults, StringComparison.Ordinal);
        Assert.True(answer.Typed.Length > 100_000);
        Assert.Empty(await paper.CommentsAsync());
    }

    [Fact]
    public async Task Damaged_letters_come_back_with_the_rest()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var paper = await LivePaper.StartAsync(database);
        var form = await paper.OpenFormAsync();
        var token = form.Document.QuerySelector("[name=token]")!.GetAttribute("value");
        paper.Time.Advance(TimeSpan.FromSeconds(30));
        var body = new ByteArrayContent(Encoding.ASCII.GetBytes($"token={token}&text=caf%E9+and+more"));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");

        var answer = await paper.SendAsync(
            new(HttpMethod.Post, $"comment.html?post={LivePaper.Post}") { Content = body }
        );

        Assert.Contains("Some characters arrived damaged", answer.Faults, StringComparison.Ordinal);
        Assert.Equal("caf� and more", answer.Typed);
    }

    [Fact]
    public async Task Ten_thousand_marks_on_a_letter_come_back_whole() =>
        await RefusedAsync(
            "Zalgo a" + new string('\u0330', 10_000) + " ends.",
            "At most 4,000 characters fit here, and these are 10,013."
        );

    [Fact]
    public async Task As_many_marks_as_fit_become_three()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var paper = await LivePaper.StartAsync(database);

        await paper.WriteAsync("Zalgo a" + new string('\u0330', 3_000) + " ends.");

        Assert.Equal(
            "Zalgo ḛ\u0330\u0330 ends.".Replace("ḛ", "a\u0330", StringComparison.Ordinal),
            (await paper.CommentsAsync())[0].Markdown
        );
    }

    [Fact]
    public async Task A_form_sent_at_once_twice_or_from_before_comes_back_filled_and_then_goes_through()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var paper = await LivePaper.StartAsync(database);
        var form = await paper.OpenFormAsync();

        var soon = await paper.PressAsync(form, ("text", Text));
        paper.Time.Advance(TimeSpan.FromSeconds(9));
        var taken = await paper.PressAsync(soon);
        var twice = await paper.PressAsync(form, ("text", Text));
        paper.Time.Advance(TimeSpan.FromHours(13));
        var stale = await paper.PressAsync(form, ("text", Text));
        paper.Time.Advance(TimeSpan.FromSeconds(9));
        var again = await paper.PressAsync(stale);

        Assert.Contains("That was quick", soon.Faults, StringComparison.Ordinal);
        Assert.Equal(Text, soon.Typed);
        Assert.Equal("Your comment is waiting", taken.Heading);
        Assert.Contains("sent once already", twice.Faults, StringComparison.Ordinal);
        Assert.Contains("open for long", stale.Faults, StringComparison.Ordinal);
        Assert.Equal("Your comment is waiting", again.Heading);
        Assert.Equal(2, (await paper.CommentsAsync()).Count);
    }

    [Fact]
    public async Task A_form_that_another_site_sends_is_not_taken()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var paper = await LivePaper.StartAsync(database);
        var form = await paper.OpenFormAsync();
        paper.Time.Advance(TimeSpan.FromSeconds(30));
        var request = new HttpRequestMessage(HttpMethod.Post, $"comment.html?post={LivePaper.Post}")
        {
            Content = new FormUrlEncodedContent(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["token"] = form.Document.QuerySelector("[name=token]")!.GetAttribute("value")!,
                    ["text"] = Text,
                }
            ),
        };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        var answer = await paper.SendAsync(request);

        Assert.Equal(422, answer.Status);
        Assert.Empty(await paper.CommentsAsync());
    }

    private static async Task RefusedAsync(string text, string expected)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var paper = await LivePaper.StartAsync(database);

        var answer = await paper.WriteAsync(text);

        Assert.Equal(422, answer.Status);
        Assert.Contains(expected, answer.Faults, StringComparison.Ordinal);
        Assert.Equal(text.ReplaceLineEndings("\n"), answer.Typed);
        Assert.Contains(expected, answer.Document.QuerySelector("#text-fault")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await paper.CommentsAsync());
    }

    private static async Task TakeBackAsync(LivePaper paper, string code)
    {
        var own = await paper.GetAsync("comment.html?code=");
        Assert.Equal("Taken back", (await paper.PressAsync(own, ("code", code), ("takeBack", "1"))).Heading);
    }
}

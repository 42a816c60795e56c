using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments;
using Pamphlet.Comments.Moderating;
using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Comments;

public sealed class SettlingTests
{
    [Fact]
    public async Task A_number_that_is_none_is_told_beside_its_field_and_nothing_is_lost()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Moderate);
        var page = await mai.GetAsync("/desk/comments/settings");
        var fields = FieldsOf(page);

        var refused = await mai.PostAsync(
            "/desk/comments/settings",
            [
                .. fields.Select(field => field.Name is "days" or "per-hour" ? (field.Name, "soon") : field),
                ("two", "yes"),
            ]
        );
        var taken = await mai.PostAsync(
            "/desk/comments/settings",
            [.. fields.Select(field => field.Name == "per-hour" ? ("per-hour", "90") : field), ("two", "yes")]
        );

        Assert.Equal(400, refused.Status);
        Assert.Contains("whole number from 1", refused.MessageAt("days"), StringComparison.Ordinal);
        Assert.Contains("whole number from 1", refused.MessageAt("per-hour"), StringComparison.Ordinal);
        Assert.Equal("soon", refused.Value("per-hour"));
        Assert.Equal(303, taken.Status);
        await using var open = desk.Database.Open();
        var settings = await open.Set<DiscussionSettings>().SingleAsync(TestDesk.Cancel);
        Assert.Equal((90, true, null), (settings.PerHour, settings.NeedsTwo, settings.ClosesAfterDays));
    }

    [Fact]
    public async Task One_discussion_is_closed_held_and_opened_by_itself_and_the_log_says_so()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Moderate);
        using var reader = desk.Browse();
        PostId post;
        await using (var open = desk.Database.Open())
        {
            post = await open.Set<Post>()
                .Where(one => one.Path == LivePaper.Post)
                .Select(one => one.Id)
                .SingleAsync(TestDesk.Cancel);
        }

        var settings = $"/desk/comments/text/{post.Value}";
        var form = $"/comment.html?post={LivePaper.Post}";
        await mai.PostAsync(settings, ("who", "trusted"), ("hold", "yes"));
        var trusted = await reader.GetAsync(form);
        var listed = await mai.GetAsync("/desk/comments/settings");
        await mai.PostAsync(settings, ("who", "nobody"));
        var closed = await reader.GetAsync(form);
        await mai.PostAsync(settings, ("who", "paper"));
        var opened = await reader.GetAsync(form);

        Assert.NotNull(trusted.Page.QuerySelector("details[open] [name=trust]"));
        Assert.NotNull(listed.Page.QuerySelector($"a[href='{settings}']"));
        Assert.Contains("This discussion is closed.", closed.Text, StringComparison.Ordinal);
        Assert.NotNull(opened.Page.QuerySelector("textarea"));
        await using var again = desk.Database.Open();
        Assert.Equal(
            [
                ModerationAct.TrustedOnly,
                ModerationAct.HeldByHand,
                ModerationAct.Closed,
                ModerationAct.Released,
                ModerationAct.Opened,
            ],
            await again
                .Set<ModerationEntry>()
                .OrderBy(one => one.Number)
                .Select(one => one.Act)
                .ToListAsync(TestDesk.Cancel)
        );
    }

    [Fact]
    public async Task An_answer_of_the_paper_without_words_or_name_comes_back()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Moderate);
        using var reader = desk.Browse();
        var form = await reader.GetAsync($"/comment.html?post={LivePaper.Post}");
        desk.Time.Advance(TimeSpan.FromSeconds(30));
        await reader.PostBareAsync(
            $"/comment.html?post={LivePaper.Post}",
            ("token", form.Value("token")),
            ("text", "A question.")
        );
        await using var open = desk.Database.Open();
        var id = (await open.Set<Comment>().AsNoTracking().SingleAsync(TestDesk.Cancel)).Id.Value;
        await mai.PostAsync("/desk/comments", ("do", $"publish {id}"));

        var nameless = await mai.PostAsync($"/desk/comments/answer/{id}", ("text", "Our answer."));
        var empty = await mai.PostAsync($"/desk/comments/answer/{id}", ("text", ""), ("as", "1"));

        Assert.Equal("Our answer.", nameless.Value("text").Trim());
        Assert.Contains("Choose one of the paper", nameless.MessageAt("as"), StringComparison.Ordinal);
        Assert.Equal("Please write something here.", empty.MessageAt("text"));
    }

    private static List<(string Name, string Value)> FieldsOf(DeskAnswer page) =>
        [
            .. SentSettings.NumberFields.Select(field => (field.Name, page.Value(field.Name))),
            ("mode", "Open"),
            ("first", "read"),
            ("days", ""),
            ("hosts", ""),
        ];
}

using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments;
using Pamphlet.Comments.Moderating;
using Pamphlet.Comments.Trust;
using Pamphlet.Desk;
using Pamphlet.Posts;
using Pamphlet.Publications;
using Pamphlet.Storage;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Comments;

/// <summary>What editors do with comments, through the pages of the desk.</summary>
public sealed class ModeratingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task One_press_publishes_and_another_does_not_with_a_reason_in_the_open_log(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Moderate);
        var (good, bad) = (await AddAsync(desk, "A good word.", "000001"), await AddAsync(desk, "Buy now!", "000002"));

        var queue = await mai.GetAsync("/desk/comments");
        var published = await mai.PostAsync("/desk/comments", ("do", $"publish {good.Value}"));
        var unreasoned = await mai.PostAsync("/desk/comments", ("do", $"remove {bad.Value}"));
        Assert.Equal(CommentState.Pending, (await FindAsync(desk, bad)).State);
        await mai.PostAsync(
            "/desk/comments",
            ("do", $"remove {bad.Value}"),
            ("because", "Advertising"),
            ("note", "Third time this week.")
        );

        Assert.Contains("A good word.", queue.Text, StringComparison.Ordinal);
        Assert.Equal("/desk/comments", published.Location);
        Assert.Equal("/desk/comments", unreasoned.Location);
        Assert.Equal(CommentState.Live, (await FindAsync(desk, good)).State);
        var removed = await FindAsync(desk, bad);
        Assert.Equal((CommentState.Removed, RemovalReason.Advertising), (removed.State, removed.RemovedBecause));
        await using var open = desk.Database.Open();
        var line = await open.Set<ModerationEntry>().SingleAsync(Cancel);
        Assert.Equal((ModerationAct.Refused, "Third time this week."), (line.Act, line.Note));
        await desk.Press.PublishAsync(Cancel);
        using var reader = new HttpClient(new SocketsHttpHandler()) { BaseAddress = desk.Address };
        var log = await reader.GetStringAsync(new Uri("/moderation.html", UriKind.Relative), Cancel);
        Assert.Contains("A comment was not published.", log, StringComparison.Ordinal);
        Assert.Contains("Third time this week.", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Buy now", log, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Of_two_who_decide_at_once_one_is_told(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        var id = await AddAsync(desk, "Both read this.", "000001");

        Decided[] decided = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async editor =>
                {
                    await using var open = database.Open();
                    var decide = new DecideComment(open, desk.Paper.Id, desk.Time);
                    RemovalReason? because = editor % 2 == 0 ? null : RemovalReason.Abuse;
                    return await decide.RunAsync(id, CommentState.Pending, because, "", editor, Cancel);
                })
        );

        Assert.Equal(1, decided.Count(one => one == Decided.Done));
        Assert.Equal(7, decided.Count(one => one == Decided.Already));
        await using var after = database.Open();
        var lines = await after.Set<ModerationEntry>().CountAsync(Cancel);
        Assert.Equal((await FindAsync(desk, id)).State == CommentState.Removed ? 1 : 0, lines);
    }

    [Fact]
    public async Task Under_the_rule_of_two_one_editor_alone_changes_nothing()
    {
        await using var desk = await TestDesk.StartAsync();
        await SettleAsync(desk, settings => settings.NeedsTwo = true);
        using var mai = await desk.SignInAsync(Act.Moderate);
        using var lan = await desk.SignInAsync(Act.Moderate);
        var id = await AddAsync(desk, "Two must agree.", "000001");

        await mai.PostAsync("/desk/comments", ("do", $"publish {id.Value}"));
        await mai.PostAsync("/desk/comments", ("do", $"publish {id.Value}"));
        Assert.Equal(CommentState.Pending, (await FindAsync(desk, id)).State);
        await lan.PostAsync("/desk/comments", ("do", $"publish {id.Value}"));

        var comment = await FindAsync(desk, id);
        Assert.Equal((CommentState.Live, null, null), (comment.State, comment.FirstSaid, comment.FirstSaidBy));
    }

    [Fact]
    public async Task Under_the_rule_of_two_one_editor_alone_restores_nothing_either()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Moderate);
        using var lan = await desk.SignInAsync(Act.Moderate);
        var id = await AddAsync(desk, "Refused once.", "000001");
        await mai.PostAsync("/desk/comments", ("do", $"remove {id.Value}"), ("because", "Other"));
        await SettleAsync(desk, settings => settings.NeedsTwo = true);

        await mai.PostAsync("/desk/comments", ("do", $"restore {id.Value}"), ("from", "decided"));
        await mai.PostAsync("/desk/comments", ("do", $"restore {id.Value}"), ("from", "decided"));
        var seen = await lan.GetAsync("/desk/comments/decided");
        Assert.Equal(CommentState.Removed, (await FindAsync(desk, id)).State);
        await lan.PostAsync("/desk/comments", ("do", $"restore {id.Value}"), ("from", "decided"));

        Assert.Contains("One editor would restore this.", seen.Text, StringComparison.Ordinal);
        var comment = await FindAsync(desk, id);
        Assert.Equal((CommentState.Live, null, null), (comment.State, comment.FirstSaid, comment.FirstSaidBy));
    }

    [Theory, EachDatabase]
    public async Task What_was_refused_and_is_restored_stands_where_there_is_room(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Moderate);
        var refused = await AddAsync(desk, "Refused once.", "000001");
        await mai.PostAsync("/desk/comments", ("do", $"remove {refused.Value}"), ("because", "Other"));
        for (var i = 0; i < DiscussionPages.Threads + 1; i++)
        {
            var id = await AddAsync(desk, $"Number {i}.", $"{i + 2:D6}");
            await using var open = database.Open();
            var decide = new DecideComment(open, desk.Paper.Id, desk.Time);
            await decide.RunAsync(id, CommentState.Pending, because: null, "", 1, Cancel);
        }

        await mai.PostAsync("/desk/comments", ("do", $"restore {refused.Value}"), ("from", "decided"));

        var comment = await FindAsync(desk, refused);
        Assert.Equal((CommentState.Live, 2), (comment.State, comment.Page));
        await desk.Press.PublishAsync(Cancel);
        using var reader = new HttpClient(new SocketsHttpHandler()) { BaseAddress = desk.Address };
        var page = await reader.GetStringAsync(
            new Uri("/2026/11/what-a-paper-is-for.comments.2.html", UriKind.Relative),
            Cancel
        );
        Assert.Contains("Refused once.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_of_the_paper_to_what_was_taken_down_meanwhile_comes_back()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Moderate);
        var id = await AddAsync(desk, "A question.", "000001");
        await mai.PostAsync("/desk/comments", ("do", $"publish {id.Value}"));
        await mai.PostAsync("/desk/comments", ("do", $"remove {id.Value}"), ("because", "Other"), ("from", "decided"));

        var told = await mai.PostAsync($"/desk/comments/answer/{id.Value}", ("text", "Our answer."), ("as", "1"));

        Assert.Equal(400, told.Status);
        Assert.Contains("taken away meanwhile", told.MessageAt("text"), StringComparison.Ordinal);
        Assert.Equal("Our answer.", told.Value("text").Trim());
    }

    [Fact]
    public async Task What_is_alike_goes_with_one_press_and_what_is_ticked_with_another()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Moderate);
        var alike = new List<CommentId>();
        for (var i = 0; i < 5; i++)
        {
            alike.Add(await AddAsync(desk, "The same again and again and again.", $"00000{i + 1}", likeness: 77));
        }

        var ticked = await AddAsync(desk, "A word of its own.", "000007", likeness: -77);

        var queue = await mai.GetAsync("/desk/comments");
        await mai.PostAsync("/desk/comments", ("do", $"remove-alike {alike[0].Value}"), ("because", "Repeated"));
        await mai.PostAsync("/desk/comments", ("do", "publish-all"), ("tick", $"{ticked.Value}"));

        Assert.Contains("Nor the 5 that are alike", queue.Text, StringComparison.Ordinal);
        foreach (var id in alike)
        {
            Assert.Equal(CommentState.Removed, (await FindAsync(desk, id)).State);
        }

        Assert.Equal(CommentState.Live, (await FindAsync(desk, ticked)).State);
    }

    [Fact]
    public async Task What_was_removed_is_restored_and_the_paper_answers_under_its_name()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Moderate);
        var id = await AddAsync(desk, "Perhaps a mistake.", "000001");
        await mai.PostAsync("/desk/comments", ("do", $"remove {id.Value}"), ("because", "OffSubject"));
        await mai.PostAsync("/desk/comments", ("do", $"restore {id.Value}"), ("note", "We erred."));
        await using var open = desk.Database.Open();
        var name = await open.Set<PenName>().SingleAsync(Cancel);

        await mai.PostAsync($"/desk/comments/answer/{id.Value}", ("text", "We thank you."), ("as", $"{name.Id.Value}"));

        Assert.Equal(CommentState.Live, (await FindAsync(desk, id)).State);
        var answer = await open.Set<Comment>().SingleAsync(comment => comment.ParentId == id, Cancel);
        Assert.Equal((name.Id, "We thank you.", 1), (answer.ByPenName!.Value, answer.Markdown, answer.Depth));
        await desk.Press.PublishAsync(Cancel);
        using var reader = new HttpClient(new SocketsHttpHandler()) { BaseAddress = desk.Address };
        var page = await reader.GetStringAsync(new Uri($"/{LivePaper.Post}", UriKind.Relative), Cancel);
        Assert.Contains(
            name.Name,
            page[page.IndexOf("id=\"comments\"", StringComparison.Ordinal)..],
            StringComparison.Ordinal
        );
        Assert.Contains("We thank you.", page, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_trust_code_is_good_once_and_gives_another(TestDatabase database)
    {
        await using var paper = await LivePaper.StartAsync(database);
        string code;
        await using (var open = paper.Open())
        {
            code = new TrustCodes(open, new PublicationId(1)).Give(TrustLevel.Invited, new DateOnly(2026, 11, 22));
            await open.SaveChangesAsync(Cancel);
        }

        var first = await paper.WriteAsync("The first with a code, at once public.", more: ("trust", code));
        var again = await paper.WriteAsync("The second, with the spent code, which waits.", more: ("trust", code));
        var next = await paper.WriteAsync("The third, with the next code.", more: ("trust", first.TrustCode!));

        Assert.Equal("Your comment is published", first.Heading);
        Assert.Equal("Your comment is waiting", again.Heading);
        Assert.Equal("Your comment is published", next.Heading);
        Assert.NotEqual(first.TrustCode, next.TrustCode);
        await using var after = paper.Open();
        Assert.Equal(1, await after.Set<TrustCode>().CountAsync(Cancel));
    }

    [Theory, EachDatabase]
    public async Task Three_published_comments_earn_one_trust_code_and_each_counts_once(TestDatabase database)
    {
        await using var paper = await LivePaper.StartAsync(database);
        var codes = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            codes.Add((await paper.WriteAsync($"Comment number {i} about the paper.")).Code);
        }

        Dictionary<string, string> One(int i) => new(StringComparer.Ordinal) { ["trust-of"] = codes[i] };
        var form = new List<KeyValuePair<string, string>> { One(0).First(), One(1).First(), One(2).First() };
        Task<LiveAnswer> Ask() =>
            paper.SendAsync(new(HttpMethod.Post, "comment.html") { Content = new FormUrlEncodedContent(form) });
        var tooEarly = await Ask();
        await using (var open = paper.Open())
        {
            await open.Set<Comment>()
                .ExecuteUpdateAsync(set => set.SetProperty(comment => comment.State, CommentState.Live), Cancel);
        }

        var earned = await Ask();
        var again = await Ask();

        Assert.Contains("not the codes of three published comments", tooEarly.Faults, StringComparison.Ordinal);
        Assert.NotNull(earned.TrustCode);
        Assert.Contains("not the codes of three published comments", again.Faults, StringComparison.Ordinal);
        var sent = await paper.WriteAsync("With the code that was earned.", more: ("trust", earned.TrustCode));
        Assert.Equal("Your comment is published", sent.Heading);
    }

    [Fact]
    public async Task Holding_everything_holds_the_trusted_too_and_is_told_in_the_log()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Moderate);

        await mai.PostAsync("/desk/comments/settings", ("do", "hold"));
        var held = await mai.GetAsync("/desk/comments");
        await mai.PostAsync("/desk/comments/settings", ("do", "release"));
        var released = await mai.GetAsync("/desk/comments");
        var invited = await mai.PostAsync("/desk/comments/settings", ("do", "invite"));

        Assert.Contains("Everything waits just now", held.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Everything waits just now", released.Text, StringComparison.Ordinal);
        Assert.Contains("An invitation", invited.Text, StringComparison.Ordinal);
        await using var open = desk.Database.Open();
        Assert.Equal(
            [ModerationAct.HeldByHand, ModerationAct.Released],
            await open.Set<ModerationEntry>().OrderBy(one => one.Number).Select(one => one.Act).ToListAsync(Cancel)
        );
    }

    private static async Task<CommentId> AddAsync(TestDesk desk, string text, string place, long? likeness = null)
    {
        await using var open = desk.Database.Open();
        var post = await open.Set<Post>().SingleAsync(one => one.Path == LivePaper.Post, Cancel);
        var comment = new Comment
        {
            PublicationId = desk.Paper.Id,
            Id = RowIds.New<CommentId>(),
            PublicId = CommentCode.NewPublicId(),
            PostId = post.Id,
            Depth = 0,
            ThreadPath = place,
            State = CommentState.Pending,
            Markdown = text,
            Day = new DateOnly(2026, 11, 25),
            Reasons = HoldReasons.ReadFirst,
            Likeness = likeness,
        };
        open.Add(comment);
        await open.SaveChangesAsync(Cancel);
        return comment.Id;
    }

    private static async Task<Comment> FindAsync(TestDesk desk, CommentId id)
    {
        await using var open = desk.Database.Open();
        return await open.Set<Comment>().AsNoTracking().SingleAsync(comment => comment.Id == id, Cancel);
    }

    private static async Task SettleAsync(TestDesk desk, Action<DiscussionSettings> change)
    {
        await using var open = desk.Database.Open();
        await using var transaction = await open.Database.BeginTransactionAsync(Cancel);
        change(await new SettingsStore(open, desk.Paper.Id).ChangePaperAsync(Cancel));
        await open.SaveChangesAsync(Cancel);
        await transaction.CommitAsync(Cancel);
    }
}

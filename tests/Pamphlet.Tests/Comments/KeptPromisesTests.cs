using Microsoft.EntityFrameworkCore;
using Pamphlet.Comments;
using Pamphlet.Comments.Keeping;
using Pamphlet.Comments.Moderating;
using Pamphlet.Comments.Trust;
using Pamphlet.Publications;
using Pamphlet.Tests.Databases;

namespace Pamphlet.Tests.Comments;

/// <summary>What goes by itself.</summary>
public sealed class KeptPromisesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task The_words_of_what_editors_removed_go_after_thirty_days_and_answers_keep_their_place(
        TestDatabase database
    )
    {
        await using var paper = await LivePaper.StartAsync(database);
        await paper.WriteAsync("It tells where somebody lives.", more: ("name", "Mai"));
        await paper.PublishAllAsync();
        var removed = (await paper.CommentsAsync())[0];
        await paper.WriteAsync("An answer.", to: removed.PublicId);
        await paper.PublishAllAsync();
        await using (var open = paper.Open())
        {
            var decide = new DecideComment(open, new PublicationId(1), paper.Time);
            await decide.RunAsync(removed.Id, CommentState.Live, RemovalReason.Danger, "", editor: 1, Cancel);
        }

        await paper.PublishAsync();
        var place = (await paper.GetAsync(LivePaper.Post)).Document.QuerySelector($"#c{removed.PublicId} .gone");
        paper.Time.Advance(TimeSpan.FromDays(31));
        await KeepPromises.RunAsync(database.Address, paper.Time, Cancel);

        Assert.Equal(
            "The editors removed this comment. It could tell who somebody is, or where.",
            place!.TextContent.Trim()
        );
        var comments = await paper.CommentsAsync();
        Assert.Equal((CommentState.Removed, null, null), (comments[0].State, comments[0].Markdown, comments[0].Name));
        Assert.Equal("An answer.", comments[1].Markdown);
        await using var again = paper.Open();
        var restore = new DecideComment(again, new PublicationId(1), paper.Time);
        Assert.Equal(Decided.Gone, await restore.RestoreAsync(removed.Id, "", editor: 1, Cancel));
    }

    [Fact]
    public async Task A_discussion_closes_when_its_text_is_as_old_as_the_editors_said()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var paper = await LivePaper.StartAsync(database);
        await paper.SettleAsync(settings => settings.ClosesAfterDays = 30);
        var form = await paper.OpenFormAsync();

        paper.Time.Advance(TimeSpan.FromDays(500));
        await KeepPromises.RunAsync(database.Address, paper.Time, Cancel);
        await paper.PublishAsync();
        var told = await paper.PressAsync(form, ("text", "Too late."));
        var page = await paper.GetAsync(LivePaper.Post);

        Assert.Contains("This discussion is closed.", told.Words, StringComparison.Ordinal);
        Assert.Equal("Too late.", told.Typed);
        Assert.Contains(
            "This discussion is closed.",
            page.Document.QuerySelector("#comment-form")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory, EachDatabase]
    public async Task A_trust_code_that_nobody_used_in_ninety_days_is_forgotten(TestDatabase database)
    {
        await using var paper = await LivePaper.StartAsync(database);
        var code = await GiveAsync(paper);

        paper.Time.Advance(TimeSpan.FromDays(TrustCodes.DaysGood + 1));
        var told = await paper.WriteAsync("With a code of last season.", more: ("trust", code));
        await KeepPromises.RunAsync(database.Address, paper.Time, Cancel);

        Assert.Equal("Your comment is waiting", told.Heading);
        Assert.Contains("The trust code that you gave is not good", told.Words, StringComparison.Ordinal);
        await using var open = paper.Open();
        Assert.Empty(await open.Set<TrustCode>().ToListAsync(Cancel));
    }

    [Fact]
    public async Task Where_only_the_trusted_write_others_keep_their_words()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var paper = await LivePaper.StartAsync(database);
        var code = await GiveAsync(paper);
        await paper.SettleAsync(settings => settings.Mode = DiscussionMode.TrustedOnly);

        var told = await paper.WriteAsync("Words of somebody new.", more: ("trust", "not-a-code"));
        paper.Time.Advance(TimeSpan.FromSeconds(30));
        var taken = await paper.PressAsync(told, ("trust", code));

        Assert.Equal(422, told.Status);
        Assert.Contains("only readers with a trust code", told.Faults, StringComparison.Ordinal);
        Assert.Equal("Words of somebody new.", told.Typed);
        Assert.Equal("Your comment is published", taken.Heading);
    }

    private static async Task<string> GiveAsync(LivePaper paper)
    {
        await using var open = paper.Open();
        var today = DateOnly.FromDateTime(paper.Time.GetUtcNow().UtcDateTime);
        var code = new TrustCodes(open, new PublicationId(1)).Give(TrustLevel.Invited, today);
        await open.SaveChangesAsync(Cancel);
        return code;
    }
}

using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Editors;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Editors;

public sealed class TogetherTests
{
    [Theory, EachDatabase]
    public async Task Removing_an_editor_waits_until_another_agrees(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Invite);
        using var hoa = await desk.SignInAsync(Act.Write);
        using var gone = await desk.SignInAsync(Act.Write);

        var asked = await mai.PostAsync($"/desk/people/{gone.Editor!.Id.Value}/remove");
        var again = await mai.PostAsync($"/desk/people/{gone.Editor.Id.Value}/remove");
        var seen = await hoa.GetAsync("/desk");
        var stillThere = await gone.GetAsync("/desk");
        var agreed = await hoa.PostAsync(await FirstActionAsync(hoa));

        Assert.Equal(("/desk/together", "/desk/together"), (asked.Location, again.Location));
        Assert.Contains(gone.Editor.Name, seen.Text, StringComparison.Ordinal);
        Assert.Equal(200, stillThere.Status);
        Assert.Equal(303, agreed.Status);
        Assert.Equal(303, (await gone.GetAsync("/desk")).Status);
        Assert.DoesNotContain(gone.Editor.Name, (await mai.GetAsync("/desk/people")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_alone_takes_away_nobodys_acts_gives_themselves_none_and_lowers_no_number()
    {
        await using var desk = await TestDesk.StartAsync();
        using var captured = await desk.SignInAsync(Act.Invite);
        using var hoa = await desk.SignInAsync(Act.Write, Act.Edit);

        _ = await captured.PostAsync(
            $"/desk/people/{captured.Editor!.Id.Value}/acts",
            ("acts", "Edit"),
            ("acts", "Settle")
        );
        _ = await captured.PostAsync($"/desk/people/{hoa.Editor!.Id.Value}/acts");
        _ = await captured.PostAsync("/desk/together/number", ("voices", "1"));
        _ = await captured.PostAsync("/desk/together/number", ("voices", "1"));

        await using var open = desk.Database.Open();
        var acts = await open.Set<Editor>().ToDictionaryAsync(one => one.Id, one => one.Acts, TestDesk.Cancel);
        Assert.Equal(Acts.Of(Act.Invite), acts[captured.Editor.Id]);
        Assert.Equal(Acts.Of(Act.Write, Act.Edit), acts[hoa.Editor.Id]);
        Assert.Empty(await open.Set<Agreement>().ToListAsync(TestDesk.Cancel));
        Assert.Equal(3, await open.Set<GraveAct>().CountAsync(TestDesk.Cancel));
    }

    [Fact]
    public async Task Friends_who_were_brought_in_for_it_have_no_voice()
    {
        await using var desk = await TestDesk.StartAsync();
        using var captured = await desk.SignInAsync(Act.Invite);
        using var hoa = await desk.SignInAsync(Act.Write);
        desk.Time.Advance(TimeSpan.FromDays(8));
        using var back = await SignInAgainAsync(desk, captured);
        using var friend = await desk.SignInAsync();

        _ = await back.PostAsync($"/desk/people/{hoa.Editor!.Id.Value}/remove");
        _ = await friend.PostAsync(await FirstActionAsync(friend));

        await using (var open = desk.Database.Open())
        {
            Assert.True(await open.Set<Editor>().AnyAsync(one => one.Id == hoa.Editor.Id, TestDesk.Cancel));
        }

        Assert.Contains("does not count yet", (await friend.GetAsync("/desk/together")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_withdraws_no_longer_counts_and_what_nobody_wants_is_forgotten()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Invite);
        using var hoa = await desk.SignInAsync(Act.Write);
        _ = await mai.PostAsync($"/desk/people/{hoa.Editor!.Id.Value}/remove");
        var action = await FirstActionAsync(mai);

        var withdrawn = await mai.PostAsync(action);

        Assert.EndsWith("/withdraw", action, StringComparison.Ordinal);
        Assert.Equal(303, withdrawn.Status);
        Assert.Contains("Nothing waits", (await hoa.GetAsync("/desk/together")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_agreed_to_for_fourteen_days_is_forgotten()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Invite);
        using var hoa = await desk.SignInAsync(Act.Write);
        _ = await mai.PostAsync($"/desk/people/{hoa.Editor!.Id.Value}/remove");
        var action = await FirstActionAsync(hoa);
        desk.Time.Advance(TimeSpan.FromDays(15));
        using var late = await SignInAgainAsync(desk, hoa);

        var answer = await late.PostAsync(action);

        Assert.Equal(404, answer.Status);
        Assert.Equal(200, (await late.GetAsync("/desk")).Status);
    }

    [Theory, EachDatabase]
    public async Task Voices_that_come_at_the_same_moment_are_each_counted(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Invite);
        var others = new List<DeskBrowser>();
        for (var at = 0; at < 4; at++)
        {
            others.Add(await desk.SignInAsync());
        }

        await using (var open = desk.Database.Open())
        {
            open.Add(new Agreement { PublicationId = desk.Paper.Id, Voices = 5 });
            await open.SaveChangesAsync(TestDesk.Cancel);
        }

        _ = await mai.PostAsync("/desk/together/number", ("voices", "3"));
        var action = await FirstActionAsync(others[0]);

        var answers = await Task.WhenAll(others.Select(one => one.PostAsync(action)));

        Assert.All(answers, answer => Assert.Equal(303, answer.Status));
        await using var after = desk.Database.Open();
        Assert.Equal(3, (await after.Set<Agreement>().SingleAsync(TestDesk.Cancel)).Voices);
        Assert.Empty(await after.Set<GraveAct>().ToListAsync(TestDesk.Cancel));
        others.ForEach(one => one.Dispose());
    }

    [Fact]
    public async Task A_single_founder_is_not_kept_waiting()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Enum.GetValues<Act>());

        _ = await mai.PostAsync($"/desk/people/{mai.Editor!.Id.Value}/acts", ("acts", "Write"), ("acts", "Invite"));

        await using var open = desk.Database.Open();
        Assert.Equal(Acts.Of(Act.Write, Act.Invite), (await open.Set<Editor>().SingleAsync(TestDesk.Cancel)).Acts);
    }

    private static async Task<string> FirstActionAsync(DeskBrowser browser)
    {
        var page = await browser.GetAsync("/desk/together");
        return page.Page.QuerySelector(".things form")!.GetAttribute("action")!;
    }

    private static async Task<DeskBrowser> SignInAgainAsync(TestDesk desk, DeskBrowser before)
    {
        var browser = desk.Browse();
        _ = await browser.PostAsync(
            "/desk/sign-in",
            ("name", before.Editor!.Name),
            ("passphrase", TestDesk.Passphrase)
        );
        browser.Editor = before.Editor;
        return browser;
    }
}

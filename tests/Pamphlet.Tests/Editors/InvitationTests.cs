using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Editors;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Editors;

public sealed class InvitationTests
{
    [Theory, EachDatabase]
    public async Task Who_was_invited_comes_in_and_may_do_what_the_invitation_says(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Invite, Act.Write, Act.Moderate);
        var link = await InviteAsync(mai, "Write", "Moderate");
        using var hoa = desk.Browse();
        var shown = await hoa.GetAsync(link);

        var joined = await hoa.PostAsync(link, ("name", "Hoa Sữa"), ("passphrase", shown.Value("passphrase")));
        var home = await hoa.GetAsync("/desk");

        Assert.Equal("/desk", joined.Location);
        Assert.Contains("Decide about comments", home.Text, StringComparison.Ordinal);
        await using var open = desk.Database.Open();
        var editor = await open.Set<Editor>().SingleAsync(one => one.UserName == "Hoa Sữa", TestDesk.Cancel);
        Assert.Equal(Acts.Of(Act.Write, Act.Moderate), editor.Acts);
        Assert.Empty(await open.Set<Invitation>().ToListAsync(TestDesk.Cancel));
    }

    [Fact]
    public async Task Nobody_gives_what_they_may_not_do_themselves()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Invite);

        _ = await InviteAsync(mai, "KeepKeys", "Invite", "Everything");

        await using var open = desk.Database.Open();
        Assert.Equal(Acts.Of(Act.Invite), (await open.Set<Invitation>().SingleAsync(TestDesk.Cancel)).Acts);
    }

    [Fact]
    public async Task A_link_opens_once_and_not_after_its_days()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Invite);
        var (first, second) = (await InviteAsync(mai), await InviteAsync(mai));
        using var hoa = desk.Browse();
        _ = await hoa.PostAsync(first, ("name", "hoa"), ("passphrase", Passphrase.Draw()));
        using var late = desk.Browse();

        var again = await late.GetAsync(first);
        desk.Time.Advance(TimeSpan.FromDays(8));
        var tooLate = await late.GetAsync(second);

        Assert.Equal((404, 404), (again.Status, tooLate.Status));
    }

    [Theory]
    [InlineData("hoa")]
    [InlineData("HOA")]
    public async Task A_name_that_somebody_has_is_refused_beside_its_field(string name)
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.AddEditorAsync("Hoa");
        using var mai = await desk.SignInAsync(Act.Invite);
        var link = await InviteAsync(mai);
        using var other = desk.Browse();

        var back = await other.PostAsync(link, ("name", name), ("passphrase", Passphrase.Draw()));

        Assert.Equal(400, back.Status);
        Assert.NotNull(back.MessageAt("name"));
        Assert.Equal(name, back.Value("name"));
    }

    [Theory, EachDatabase]
    public async Task A_new_way_in_opens_only_when_enough_have_agreed(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Invite);
        using var hoa = await desk.SignInAsync();
        var lost = await desk.AddEditorAsync("lost", Act.Write);
        var asked = await mai.PostAsync($"/desk/people/{lost.Id.Value}/way-in");
        var link = new Uri(asked.Page.QuerySelector(".once")!.TextContent).AbsolutePath;
        using var browser = desk.Browse();

        var before = await browser.GetAsync(link);
        var waiting = await hoa.GetAsync("/desk/together");
        _ = await hoa.PostAsync(waiting.Page.QuerySelector(".things form")!.GetAttribute("action")!);
        var after = await browser.GetAsync(link);
        var entered = await browser.PostAsync(link, ("passphrase", "an umbrella for eleven quiet geese"));

        Assert.Equal((404, 200, 303), (before.Status, after.Status, entered.Status));
        using var again = desk.Browse();
        var signedIn = await again.PostAsync(
            "/desk/sign-in",
            ("name", "lost"),
            ("passphrase", "an umbrella for eleven quiet geese")
        );
        Assert.Equal(303, signedIn.Status);
    }

    [Fact]
    public async Task A_session_is_listed_with_two_words_and_ended_from_another()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync();
        using var elsewhere = desk.Browse();
        _ = await elsewhere.PostAsync("/desk/sign-in", ("name", mai.Editor!.Name), ("passphrase", TestDesk.Passphrase));
        using var stranger = await desk.SignInAsync();
        var page = await mai.GetAsync("/desk/account");
        var theirs = EditorSession.HashOf(stranger.Cookie(DeskCookie.Session)!);

        var handle = page.Page.QuerySelector("[name='session']")!.GetAttribute("value")!;
        _ = await mai.PostAsync("/desk/account/sessions/end", ("session", handle));
        _ = await mai.PostAsync("/desk/account/sessions/end", ("session", Convert.ToHexString(theirs)));

        Assert.Equal(2, page.Page.QuerySelectorAll(".things li").Length);
        Assert.Equal(303, (await elsewhere.GetAsync("/desk")).Status);
        Assert.Equal((200, 200), ((await mai.GetAsync("/desk")).Status, (await stranger.GetAsync("/desk")).Status));
    }

    private static async Task<string> InviteAsync(DeskBrowser browser, params string[] acts)
    {
        var made = await browser.PostAsync("/desk/people/invite", [.. acts.Select(act => ("acts", act))]);
        return new Uri(made.Page.QuerySelector(".once")!.TextContent).AbsolutePath;
    }
}

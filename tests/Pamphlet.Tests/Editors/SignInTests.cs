using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Editors;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Editors;

public sealed class SignInTests
{
    private static readonly (string, string) Right = ("passphrase", TestDesk.Passphrase);
    private static readonly (string, string) Wrong = ("passphrase", "kettle somebody warned the orchard");

    [Theory, EachDatabase]
    public async Task Name_and_passphrase_open_the_page_that_was_asked_for(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        await desk.AddEditorAsync("Lá Me", Act.Write);
        using var browser = desk.Browse();
        var sent = await browser.GetAsync("/desk?one=1&two=2");

        var form = await browser.GetAsync(sent.Location!);
        var entered = await browser.PostAsync("/desk/sign-in", ("name", "lá me"), Right, ("then", form.Value("then")));

        Assert.Equal("/desk?one=1&two=2", entered.Location);
        Assert.Equal(200, (await browser.GetAsync("/desk")).Status);
    }

    [Fact]
    public async Task A_wrong_name_and_a_wrong_passphrase_meet_the_same_page()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.AddEditorAsync("mai");
        using var browser = desk.Browse();

        var wrongName = await browser.PostAsync("/desk/sign-in", ("name", "mao"), Right);
        var wrongPassphrase = await browser.PostAsync("/desk/sign-in", ("name", "mai"), Wrong);

        Assert.Equal((400, 400), (wrongName.Status, wrongPassphrase.Status));
        Assert.Equal(wrongName.Text, wrongPassphrase.Text);
        Assert.Equal(wrongName.MessageAt("name"), wrongPassphrase.MessageAt("name"));
        Assert.Equal("mao", wrongName.Value("name"));
    }

    [Fact]
    public async Task A_session_that_somebody_planted_is_not_the_one_that_opens()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.AddEditorAsync("mai");
        using var browser = desk.Browse();
        var (planted, door) = (DeskCookie.NewToken(), DeskCookie.NewToken());
        browser.Hold(DeskCookie.Session, planted);
        browser.Hold(DeskCookie.Door, door);

        _ = await browser.PostAsync("/desk/sign-in", ("name", "mai"), Right);

        Assert.NotEqual(planted, browser.Cookie(DeskCookie.Session));
        Assert.NotEqual(door, browser.Cookie(DeskCookie.Door));
        using var attacker = desk.Browse();
        attacker.Hold(DeskCookie.Session, planted);
        Assert.Equal(303, (await attacker.GetAsync("/desk")).Status);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/desk")]
    [InlineData("/\\evil.example")]
    [InlineData("/desk//evil.example")]
    [InlineData("/desk/../evil")]
    [InlineData("/desk/\tevil")]
    [InlineData("desk")]
    [InlineData("/deskevil.example")]
    [InlineData("/desk\r\nLocation: https://evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_sent_to_another_place_than_the_desk(string then)
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.AddEditorAsync("mai");
        using var browser = desk.Browse();

        var shown = await browser.GetAsync($"/desk/sign-in?then={Uri.EscapeDataString(then)}");
        var entered = await browser.PostAsync("/desk/sign-in", ("name", "mai"), Right, ("then", then));

        Assert.Equal("/desk", shown.Value("then"));
        Assert.Equal((303, "/desk"), (entered.Status, entered.Location));
    }

    [Fact]
    public async Task Who_tries_through_a_name_is_stopped_and_the_editor_in_their_own_browser_is_not()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.AddEditorAsync("mai");
        using var own = desk.Browse();
        _ = await own.PostAsync("/desk/sign-in", ("name", "mai"), Right);
        _ = await own.PostAsync("/desk/sign-out");
        using var stranger = desk.Browse();
        for (var attempt = 0; attempt < 20; attempt++)
        {
            _ = await stranger.PostAsync("/desk/sign-in", ("name", "MAI"), Wrong);
        }

        using var another = desk.Browse();
        var stopped = await another.PostAsync("/desk/sign-in", ("name", "mai"), Right);
        var letIn = await own.PostAsync("/desk/sign-in", ("name", "mai"), Right);

        Assert.Equal(400, stopped.Status);
        Assert.Equal(303, letIn.Status);
        desk.Time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(303, (await another.PostAsync("/desk/sign-in", ("name", "mai"), Right)).Status);
    }

    [Fact]
    public async Task Trying_a_name_that_nobody_has_is_counted_like_any_other()
    {
        await using var desk = await TestDesk.StartAsync();
        using var stranger = desk.Browse();
        DeskAnswer last = null!;
        for (var attempt = 0; attempt < 21; attempt++)
        {
            last = await stranger.PostAsync("/desk/sign-in", ("name", "nobody"), Wrong);
        }

        Assert.Contains("wait a few minutes", last.MessageAt("name"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_whoever_copied_the_cookie_too()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync();
        using var copy = desk.Browse();
        copy.Hold(DeskCookie.Session, mai.Cookie(DeskCookie.Session)!);

        var left = await mai.PostAsync("/desk/sign-out");

        Assert.Equal("/desk/sign-in", left.Location);
        Assert.Null(mai.Cookie(DeskCookie.Session));
        Assert.Equal(303, (await copy.GetAsync("/desk")).Status);
    }

    [Theory, EachDatabase]
    public async Task A_session_ends_after_a_pause_and_after_its_days(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var idle = await desk.SignInAsync();
        using var busy = await desk.SignInAsync();
        _ = await idle.GetAsync("/desk");

        var seen = new List<int>();
        for (var hours = 0; hours < 13 * 24; hours += 7)
        {
            seen.Add((await busy.GetAsync("/desk")).Status);
            desk.Time.Advance(TimeSpan.FromHours(7));
        }

        for (var hours = 0; hours < 36; hours += 7)
        {
            _ = await busy.GetAsync("/desk");
            desk.Time.Advance(TimeSpan.FromHours(7));
        }

        Assert.All(seen, status => Assert.Equal(200, status));
        Assert.Equal(303, (await idle.GetAsync("/desk")).Status);
        Assert.Equal(303, (await busy.GetAsync("/desk")).Status);
    }

    [Fact]
    public async Task What_was_typed_into_a_lost_session_comes_back()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync();
        _ = await mai.GetAsync("/desk");
        desk.Time.Advance(TimeSpan.FromHours(9));

        var back = await mai.PostAsync(
            "/desk/sign-out",
            ("text", "Một câu dài,\r\nhai dòng."),
            ("passphrase", "secret")
        );

        Assert.Equal(401, back.Status);
        Assert.Contains(
            "Một câu dài,\nhai dòng.",
            back.Page.QuerySelector("#kept-text")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("secret", back.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_knows_no_token_no_hour_and_no_machine()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync();

        await using var open = desk.Database.Open();
        var session = await open.Set<EditorSession>().SingleAsync(TestDesk.Cancel);

        Assert.Equal(EditorSession.HashOf(mai.Cookie(DeskCookie.Session)!), session.TokenHash);
        Assert.Equal(
            ["BegunOn", "EditorId", "LastSeenOn", "PublicationId", "TokenHash"],
            open.Model.FindEntityType(typeof(EditorSession))!.GetProperties().Select(column => column.Name).Order()
        );
        Assert.Equal(
            [
                "Acts",
                "ConcurrencyStamp",
                "Id",
                "JoinedOn",
                "Language",
                "NormalizedUserName",
                "PasswordHash",
                "PublicationId",
                "SecurityStamp",
                "TwoFactorEnabled",
                "UserName",
            ],
            open.Model.FindEntityType(typeof(Editor))!
                .GetProperties()
                .Select(column => column.Name)
                .Order(StringComparer.Ordinal)
        );
    }
}

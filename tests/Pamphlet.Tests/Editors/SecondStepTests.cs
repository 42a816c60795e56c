using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Editors;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Editors;

public sealed class SecondStepTests
{
    private static readonly (string, string) Right = ("passphrase", TestDesk.Passphrase);

    [Theory, EachDatabase]
    public async Task Signing_in_asks_for_the_code_and_takes_it_once(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync();
        var (secret, _) = await SetUpAsync(desk, mai);
        desk.Time.Advance(TimeSpan.FromMinutes(2));
        var code = Totp.CodeAt(secret, desk.Time.GetUtcNow());
        using var browser = desk.Browse();

        var without = await EnterAsync(browser, mai, "");
        var wrong = await EnterAsync(browser, mai, code == "000000" ? "000001" : "000000");
        var right = await EnterAsync(browser, mai, $"{code[..3]} {code[3..]}");
        using var shoulder = desk.Browse();
        var again = await EnterAsync(shoulder, mai, code);

        Assert.Equal((400, 400, 303, 400), (without.Status, wrong.Status, right.Status, again.Status));
        Assert.Equal(without.MessageAt("name"), wrong.MessageAt("name"));
    }

    [Fact]
    public async Task Who_has_the_passphrase_tries_few_codes_whatever_the_browser_and_the_editors_own_still_opens()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync();
        var (_, paper) = await SetUpAsync(desk, mai);
        using var own = desk.Browse();
        Assert.Equal(303, (await EnterAsync(own, mai, paper[0])).Status);
        _ = await own.PostAsync("/desk/sign-out");
        for (var attempt = 0; attempt < 21; attempt++)
        {
            using var thief = desk.Browse();
            _ = await EnterAsync(thief, mai, "000000");
            desk.Time.Advance(TimeSpan.FromSeconds(11));
        }

        using var another = desk.Browse();
        var stopped = await EnterAsync(another, mai, paper[1]);
        var letIn = await EnterAsync(own, mai, paper[2]);

        Assert.Equal((400, 303), (stopped.Status, letIn.Status));
    }

    [Theory, EachDatabase]
    public async Task A_code_on_paper_opens_once(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync();
        var (_, paper) = await SetUpAsync(desk, mai);
        using var one = desk.Browse();
        using var two = desk.Browse();

        var first = await EnterAsync(one, mai, paper[3].ToLowerInvariant());
        var second = await EnterAsync(two, mai, paper[3]);
        var another = await EnterAsync(two, mai, paper[4]);

        Assert.Equal(8, paper.Count);
        Assert.Equal((303, 400, 303), (first.Status, second.Status, another.Status));
    }

    [Fact]
    public async Task A_copied_database_shows_neither_the_secret_nor_the_codes()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync();
        var (secret, paper) = await SetUpAsync(desk, mai);

        await using var open = desk.Database.Open();
        var kept = await open.Set<EditorToken>().Select(token => token.Value).ToListAsync(TestDesk.Cancel);

        Assert.Equal(2, kept.Count);
        var all = string.Join('\n', kept);
        Assert.DoesNotContain(Totp.ToBase32(secret), all, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(secret), all, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexString(secret), all, StringComparison.OrdinalIgnoreCase);
        Assert.All(
            paper,
            code =>
                Assert.DoesNotContain(code.Replace(" ", "", StringComparison.Ordinal), all, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task It_is_not_set_up_without_the_passphrase_or_with_another_squares_code()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync();
        var shown = await mai.GetAsync("/desk/account/second-step");
        var secret = Totp.FromBase32(shown.Value("secret"))!;
        var code = Totp.CodeAt(secret, desk.Time.GetUtcNow());

        var back = await mai.PostAsync(
            "/desk/account/second-step",
            ("secret", shown.Value("secret")),
            ("code", code),
            ("passphrase", "another one than mine is")
        );
        var other = await mai.PostAsync(
            "/desk/account/second-step",
            ("secret", Totp.ToBase32(new byte[Totp.SecretLength])),
            ("code", code),
            Right
        );

        Assert.NotNull(back.MessageAt("passphrase"));
        Assert.NotNull(other.MessageAt("code"));
        Assert.NotNull(shown.Page.QuerySelector(".dots svg"));
    }

    [Theory, EachDatabase]
    public async Task A_new_passphrase_keeps_the_second_step_and_ends_the_other_sessions(TestDatabase database)
    {
        const string wanted = "an umbrella for eleven quiet geese";
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync();
        var (secret, _) = await SetUpAsync(desk, mai);
        using var elsewhere = desk.Browse();
        desk.Time.Advance(TimeSpan.FromMinutes(2));
        _ = await EnterAsync(elsewhere, mai, Totp.CodeAt(secret, desk.Time.GetUtcNow()));

        var refused = await mai.PostAsync(
            "/desk/account/passphrase",
            ("old-passphrase", "not the one I have now"),
            ("passphrase", wanted)
        );
        var changed = await mai.PostAsync(
            "/desk/account/passphrase",
            ("old-passphrase", TestDesk.Passphrase),
            ("passphrase", wanted)
        );

        Assert.NotNull(refused.MessageAt("old-passphrase"));
        Assert.Equal(303, changed.Status);
        Assert.Equal(200, (await mai.GetAsync("/desk")).Status);
        Assert.Equal(303, (await elsewhere.GetAsync("/desk")).Status);
        desk.Time.Advance(TimeSpan.FromMinutes(2));
        var entered = await elsewhere.PostAsync(
            "/desk/sign-in",
            ("name", mai.Editor!.Name),
            ("passphrase", wanted),
            ("code", Totp.CodeAt(secret, desk.Time.GetUtcNow()))
        );
        Assert.Equal("/desk", entered.Location);
    }

    private static Task<DeskAnswer> EnterAsync(DeskBrowser browser, DeskBrowser who, string code) =>
        browser.PostAsync("/desk/sign-in", ("name", who.Editor!.Name), Right, ("code", code));

    private static async Task<(byte[] Secret, IReadOnlyList<string> Paper)> SetUpAsync(
        TestDesk desk,
        DeskBrowser browser
    )
    {
        var shown = await browser.GetAsync("/desk/account/second-step");
        var secret = Totp.FromBase32(shown.Value("secret"))!;
        var done = await browser.PostAsync(
            "/desk/account/second-step",
            ("secret", shown.Value("secret")),
            ("code", Totp.CodeAt(secret, desk.Time.GetUtcNow())),
            Right
        );
        return (secret, [.. done.Page.QuerySelectorAll("ol.once li").Select(code => code.TextContent)]);
    }

    [Theory, EachDatabase]
    public async Task A_collective_that_asks_it_of_all_leads_each_there_before_anything_else(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync(Act.Write);
        using var hoa = await desk.SignInAsync(Act.Write);

        _ = await mai.PostAsync("/desk/together/second-step", ("wish", "asked"));
        var alone = await mai.GetAsync("/desk/texts");
        _ = await hoa.PostAsync("/desk/together/second-step", ("wish", "asked"));
        var led = await mai.GetAsync("/desk/texts");
        var lost = await mai.PostAsync("/desk/texts", ("title", "Half a sentence"));
        var page = await mai.GetAsync("/desk/account/second-step");
        _ = await SetUpAsync(desk, mai);
        var free = await mai.GetAsync("/desk/texts");
        var kept = await mai.PostAsync("/desk/account/second-step/remove", Right);
        var other = await hoa.GetAsync("/desk/texts");
        var way = await hoa.PostAsync("/desk/sign-out");

        Assert.Equal(200, alone.Status);
        Assert.Equal((303, "/desk/account/second-step"), (led.Status, led.Location));
        Assert.Equal(403, lost.Status);
        Assert.Equal("Half a sentence", lost.Page.QuerySelector("#kept-title")!.TextContent.Trim());
        Assert.Contains("open to you again", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("form[action$='/remove']"));
        Assert.Equal(200, free.Status);
        Assert.Equal("/desk/account/second-step", kept.Location);
        Assert.Equal("/desk/account/second-step", other.Location);
        Assert.Equal("/desk/sign-in", way.Location);
        await using var open = database.Open();
        Assert.True(
            (await open.Set<Editor>().SingleAsync(one => one.Id == mai.Editor!.Id, TestDesk.Cancel)).TwoFactorEnabled
        );
    }
}

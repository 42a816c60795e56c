using Microsoft.EntityFrameworkCore;
using Pamphlet.Desk;
using Pamphlet.Editors;
using Pamphlet.Tests.Desk;

namespace Pamphlet.Tests.Editors;

/// <summary>What a stranger may try with the door for passkeys. That it opens: <see cref="Stories.PasskeyTests"/>, with a device.</summary>
public sealed class PasskeyTests
{
    [Fact]
    public async Task The_question_is_the_same_whoever_asks_and_names_nobody()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.AddEditorAsync("mai");
        using var stranger = desk.Browse();

        var asked = await stranger.PostAsync("/desk/sign-in/passkey/ask", ("name", "mai"));

        var json = await asked.Raw.Content.ReadAsStringAsync(TestDesk.Cancel);
        Assert.Equal("application/json", $"{asked.Raw.Content.Headers.ContentType}");
        Assert.Contains("\"userVerification\":\"required\"", json, StringComparison.Ordinal);
        Assert.Contains("\"allowCredentials\":[]", json, StringComparison.Ordinal);
        Assert.DoesNotContain("mai", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[[[[")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{},"clientExtensionResults":{}}""")]
    public async Task What_is_no_answer_opens_nothing(string credential)
    {
        await using var desk = await TestDesk.StartAsync();
        using var stranger = desk.Browse();
        _ = await stranger.PostAsync("/desk/sign-in/passkey/ask");

        var refused = await stranger.PostAsync("/desk/sign-in/passkey", ("credential", credential));

        Assert.Equal(400, refused.Status);
        Assert.Null(stranger.Cookie(DeskCookie.Session));
    }

    [Fact]
    public async Task A_wrong_passphrase_makes_no_passkey_and_says_so()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync();

        var wrong = await mai.PostAsync("/desk/account/passkeys/ask", ("label", "blue"), ("passphrase", "not mine"));
        var unasked = await mai.PostAsync("/desk/account/passkeys", ("credential", "{}"));

        Assert.Equal((400, 400), (wrong.Status, unasked.Status));
        Assert.Contains("passphrase", wrong.Text, StringComparison.OrdinalIgnoreCase);
        await using var open = desk.Database.Open();
        Assert.False(await open.Set<EditorPasskey>().AnyAsync(TestDesk.Cancel));
    }

    [Fact]
    public async Task Without_a_script_the_page_leads_back_to_the_passphrase()
    {
        await using var desk = await TestDesk.StartAsync();
        using var stranger = desk.Browse();

        var door = await stranger.GetAsync("/desk/sign-in");
        var page = await stranger.GetAsync("/desk/sign-in/passkey");

        Assert.NotNull(door.Page.QuerySelector("a[href^='/desk/sign-in/passkey']"));
        Assert.True(page.Page.QuerySelector("form[data-passkey]")!.HasAttribute("hidden"));
        Assert.Contains("Sign in with name and passphrase instead.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector("main a[href^='/desk/sign-in']"));
    }
}

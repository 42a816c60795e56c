using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Pamphlet.Desk;
using Pamphlet.Editors;
using Pamphlet.Tests.Databases;
using Pamphlet.Tests.Desk;
using Pamphlet.Tests.Stories.Browsers;

namespace Pamphlet.Tests.Stories;

/// <summary>A passkey in a device that Chromium plays: made, used, taken away.</summary>
public sealed class PasskeyTests
{
    [Theory, EachDatabase]
    public async Task A_passkey_is_made_opens_the_desk_and_opens_nothing_once_it_is_taken_away(TestDatabase database)
    {
        await using var desk = await TestDesk.StartAsync(database);
        using var mai = await desk.SignInAsync();
        var tab = await Chromium.OpenAsync(new Reader(360, 740, Scripts: true));
        await AddDeviceAsync(tab);
        await HoldAsync(tab, mai);

        await tab.GotoAsync(At(desk, "/desk/account/passkeys"));
        await tab.FillAsync("[name=label]", "blue stick");
        await tab.FillAsync("[name=passphrase]", TestDesk.Passphrase);
        await tab.ClickAsync("form[data-passkey] button");
        await tab.WaitForSelectorAsync("text=«blue stick» opens the desk now.");
        EditorPasskey kept;
        await using (var open = database.Open())
        {
            kept = await open.Set<EditorPasskey>().AsNoTracking().SingleAsync(TestDesk.Cancel);
        }

        await tab.Context.ClearCookiesAsync();
        await EnterAsync(tab, desk);
        await tab.WaitForURLAsync("**/desk");
        var entered = await tab.InnerTextAsync("footer");
        await tab.GotoAsync(At(desk, "/desk/account/passkeys"));
        await tab.ClickAsync("form[action$='/remove'] button");
        await tab.WaitForSelectorAsync("text=It opens nothing any more.");
        await tab.Context.ClearCookiesAsync();
        await EnterAsync(tab, desk);
        var refused = await (await tab.WaitForSelectorAsync(".complaints"))!.InnerTextAsync();

        await tab.CloseAsync();
        Assert.Contains("Sign out", entered, StringComparison.Ordinal);
        Assert.Contains("does not open the desk", refused, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.Zero, kept.Data.CreatedAt.TimeOfDay);
        Assert.Equal("blue stick", kept.Data.Name);
    }

    private static async Task EnterAsync(IPage tab, TestDesk desk)
    {
        await tab.GotoAsync(At(desk, "/desk/sign-in"));
        await tab.ClickAsync("a[href^='/desk/sign-in/passkey']");
        await tab.ClickAsync("form[data-passkey] button");
    }

    private static async Task AddDeviceAsync(IPage tab)
    {
        var wire = await tab.Context.NewCDPSessionAsync(tab);
        await wire.SendAsync("WebAuthn.enable");
        await wire.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                },
            }
        );
    }

    private static Task HoldAsync(IPage tab, DeskBrowser editor) =>
        tab.Context.AddCookiesAsync([
            new Cookie
            {
                Name = DeskCookie.Session,
                Value = editor.Cookie(DeskCookie.Session)!,
                Domain = "localhost",
                Path = "/desk",
            },
        ]);

    // A device binds its keys to a name; it has none for a bare number.
    private static string At(TestDesk desk, string path) => $"http://localhost:{desk.Address.Port}{path}";
}

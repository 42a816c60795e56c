using System.Text.Json;
using Microsoft.Playwright;
using Pamphlet.Desk;
using Pamphlet.Editors;
using Pamphlet.Tests.Desk;
using Pamphlet.Tests.House;
using Pamphlet.Tests.Imports;
using Pamphlet.Tests.Moving;
using Pamphlet.Tests.Stories.Browsers;

namespace Pamphlet.Tests.Stories;

/// <summary>The desk as editors have it: a browser without scripts, a keyboard, a phone.</summary>
public sealed class DeskTests
{
    private static readonly string[] Pages =
    [
        "/desk",
        "/desk/people",
        "/desk/together",
        "/desk/account",
        "/desk/account/passphrase",
        "/desk/account/second-step",
        "/desk/account/passkeys",
        "/desk/comments/requests",
        "/desk/settings",
        "/desk/moving",
        "/desk/take-away",
        "/desk/backup",
        "/desk/nowhere",
    ];

    [Fact]
    public async Task A_paper_is_founded_and_its_editor_leaves_and_returns_with_scripts_off_by_keyboard_alone()
    {
        await using var desk = await TestDesk.StartAsync();
        string token;
        await using (var open = desk.Database.Open())
        {
            token = (await FoundingLink.RenewAsync(open, desk.Paper.Id, TestDesk.Cancel))!;
        }

        var tab = await Chromium.OpenAsync(Reader.OnAPhone);
        await tab.GotoAsync(new Uri(desk.Address, $"/desk/found/{token}").AbsoluteUri);
        var passphrase = await tab.InputValueAsync("[name=passphrase]");

        await tab.FocusAsync("[name=paper]");
        await tab.Keyboard.TypeAsync("Tờ Thử");
        await tab.FocusAsync("[name=name]");
        await tab.Keyboard.TypeAsync("mai");
        await SendAsync(tab);
        var founded = await tab.InnerTextAsync("main");
        await tab.FocusAsync("footer button");
        await SendAsync(tab);
        var left = await tab.InnerTextAsync("main");
        await tab.FocusAsync("[name=name]");
        await tab.Keyboard.TypeAsync("mai");
        await tab.Keyboard.PressAsync("Tab");
        await tab.Keyboard.TypeAsync(passphrase);
        await SendAsync(tab);
        var returned = await tab.InnerTextAsync("main");

        await tab.CloseAsync();
        Assert.Contains("Tờ Thử", founded, StringComparison.Ordinal);
        Assert.Contains("signed out", left, StringComparison.Ordinal);
        Assert.Contains("mai", returned, StringComparison.Ordinal);
    }

    [Theory, InlineData(1440, false), InlineData(1440, true), InlineData(360, false)]
    public async Task Axe_finds_nothing_at_the_desk(int width, bool dark)
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Enum.GetValues<Act>());
        using var hoa = await desk.SignInAsync(Act.Write);
        _ = await mai.PostAsync($"/desk/people/{hoa.Editor!.Id.Value}/remove");
        var tab = await Chromium.OpenAsync(new Reader(width, 800, Dark: dark, Scripts: true));
        var faults = new List<string>();
        await LookAsync(tab, desk, "/desk/sign-in", faults);
        await LookAsync(tab, desk, "/desk/sign-in/passkey", faults);
        await tab.Context.AddCookiesAsync([
            new Cookie
            {
                Name = DeskCookie.Session,
                Value = mai.Cookie(DeskCookie.Session)!,
                Domain = desk.Address.Host,
                Path = "/desk",
            },
        ]);

        foreach (var page in Pages.Append($"/desk/people/{hoa.Editor.Id.Value}"))
        {
            await LookAsync(tab, desk, page, faults);
        }

        _ = await mai.UploadAsync(new TestWxr().Item("1").Xml());
        _ = await mai.AfterItAsync();
        await LookAsync(tab, desk, "/desk/moving", faults);
        await LookAsync(tab, desk, "/desk/moving/names", faults);
        await tab.CloseAsync();
        Checkout.Nobody(faults);
    }

    internal static async Task LookAsync(IPage tab, TestDesk desk, string page, List<string> faults)
    {
        var axe = await File.ReadAllTextAsync(NodePackage.PathOf("axe-core/axe.min.js"), TestDesk.Cancel);
        await tab.GotoAsync(new Uri(desk.Address, page).AbsoluteUri);
        await tab.EvaluateAsync(axe);
        var broken = JsonSerializer.Deserialize<string[]>(await tab.EvaluateAsync<string>(Axe.Ask))!;
        faults.AddRange(broken.Select(rule => $"{page}: {rule}"));
        if (await tab.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth"))
        {
            faults.Add($"{page}: scrolls sideways");
        }
    }

    // A form is sent from its button, as a keyboard does it.
    private static async Task SendAsync(IPage tab)
    {
        await tab.RunAndWaitForResponseAsync(
            async () =>
            {
                if (!await tab.Locator("button:focus").IsVisibleAsync())
                {
                    await tab.FocusAsync("main button");
                }

                await tab.Keyboard.PressAsync("Enter");
            },
            answer => answer.Request.IsNavigationRequest && answer.Status is 200 or 400
        );
        await tab.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }
}

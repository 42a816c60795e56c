using System.Text;
using Microsoft.Playwright;
using Pamphlet.Desk;
using Pamphlet.Tests.Desk;
using Pamphlet.Tests.Imports;
using Pamphlet.Tests.Stories.Browsers;

namespace Pamphlet.Tests.Stories;

/// <summary>An editor without a shell, a script or a large screen brings the paper home.</summary>
public sealed class MovingInTests
{
    [Fact]
    public async Task A_paper_moves_in_on_a_phone_with_scripts_off()
    {
        await using var desk = await TestDesk.StartAsync();
        using var mai = await desk.SignInAsync(Act.Settle, Act.Edit);
        var tab = await Chromium.OpenAsync(Reader.OnAPhone);
        await tab.Context.AddCookiesAsync([
            new Cookie
            {
                Name = DeskCookie.Session,
                Value = mai.Cookie(DeskCookie.Session)!,
                Domain = desk.Address.Host,
                Path = "/desk",
            },
        ]);

        await tab.GotoAsync(new Uri(desk.Address, "/desk/moving").AbsoluteUri);
        await tab.SetInputFilesAsync(
            "[name=export]",
            new FilePayload
            {
                Name = "paper.xml",
                MimeType = "text/xml",
                Buffer = Encoding.UTF8.GetBytes(new TestWxr().Item("1", title: "The first text").Xml()),
            }
        );
        await tab.ClickAsync("main button");
        // The page asks again by itself until there is a report.
        await tab.ClickAsync("a[href='/desk/moving/names']");
        await tab.FillAsync("[name=name-0]", "Hoa");
        await tab.ClickAsync("main button");
        await tab.ClickAsync("form[action='/desk/moving/begin'] button");
        var moved = await tab.WaitForSelectorAsync("text=It has moved in");

        Assert.NotNull(moved);
        await tab.CloseAsync();
        _ = await desk.Press.PublishAsync(TestDesk.Cancel);
        using var reader = desk.Browse();
        Assert.Contains("Hoa", (await reader.GetAsync("/2019/05/text-1.html")).Text, StringComparison.Ordinal);
    }
}

using Pamphlet.Tests.House;
using Pamphlet.Tests.Stories.Browsers;

namespace Pamphlet.Tests.Stories;

public sealed class QuietTests(PaperFixture papers)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task No_page_asks_another_host(bool scripts)
    {
        var paper = await papers.Sample;

        Checkout.Nobody(await StrangersAsync(paper, scripts));
    }

    [Fact]
    public async Task A_page_loads_its_own_style_and_pictures_and_nothing_else()
    {
        var paper = await papers.Sample;

        var tab = await Chromium.OpenAsync(Reader.AtADesk);
        var loaded = new List<string>();
        tab.Request += (_, request) =>
            // The browser's own word for the picture on its tab is «other».
            loaded.Add(new Uri(request.Url).AbsolutePath is "/icon.svg" ? "image" : request.ResourceType);
        foreach (var page in paper.Pages)
        {
            await tab.GotoAsync(paper.AddressOf(page).AbsoluteUri);
        }

        await tab.CloseAsync();
        Assert.Contains("stylesheet", loaded);
        Checkout.Nobody(loaded.Where(kind => kind is not ("document" or "stylesheet" or "image")).Distinct());
    }

    /// <summary>Every address outside the paper that its pages make a browser ask for.</summary>
    internal static async Task<IReadOnlyList<string>> StrangersAsync(ServedPaper paper, bool scripts)
    {
        var strangers = new List<string>();
        var tab = await Chromium.OpenAsync(Reader.AtADesk with { Scripts = scripts });
        tab.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (address.Authority != paper.Server.Address.Authority && address.Scheme is not ("data" or "blob"))
            {
                strangers.Add($"{tab.Url} asks {request.Url}");
            }
        };
        await tab.RouteAsync(
            url => new Uri(url).Authority != paper.Server.Address.Authority,
            route => route.AbortAsync()
        );
        foreach (var page in paper.Pages)
        {
            await tab.GotoAsync(paper.AddressOf(page).AbsoluteUri);
        }

        await tab.CloseAsync();
        return strangers;
    }
}

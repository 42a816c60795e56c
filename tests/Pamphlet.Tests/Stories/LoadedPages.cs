using Pamphlet.Tests.Stories.Browsers;

namespace Pamphlet.Tests.Stories;

/// <summary>What all pages of a paper together made a browser load.</summary>
/// <param name="Strangers">Every address outside the paper that a page asks for, and which.</param>
/// <param name="Kinds">As browsers call them: <c>document</c>, <c>stylesheet</c> …</param>
internal sealed record LoadedPages(IReadOnlyList<string> Strangers, IReadOnlySet<string> Kinds)
{
    public static async Task<LoadedPages> OfAsync(ServedPaper paper, bool scripts)
    {
        var strangers = new List<string>();
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        var own = paper.Server.Address.Authority;
        var tab = await Chromium.OpenAsync(Reader.AtADesk with { Scripts = scripts });
        tab.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (address.Authority != own && address.Scheme is not ("data" or "blob"))
            {
                strangers.Add($"{tab.Url} asks {request.Url}");
            }

            // The browser's own word for the picture on its tab is «other».
            kinds.Add(address.AbsolutePath is "/icon.svg" ? "image" : request.ResourceType);
        };
        await tab.RouteAsync(url => new Uri(url).Authority != own, route => route.AbortAsync());
        foreach (var page in paper.Pages)
        {
            await tab.GotoAsync(paper.AddressOf(page).AbsoluteUri);
        }

        await tab.CloseAsync();
        return new LoadedPages(strangers, kinds);
    }
}

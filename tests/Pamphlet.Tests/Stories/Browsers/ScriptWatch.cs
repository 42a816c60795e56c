using System.Text.Json;
using Microsoft.Playwright;
using Pamphlet.Tests.House;

namespace Pamphlet.Tests.Stories.Browsers;

/// <summary>What a page does in browsers whose scripts are on: <c>watch.js</c> notes what runs, <c>provoke.js</c> sees to it that it does.</summary>
internal static class ScriptWatch
{
    /// <summary>Reports every script of a page and stops none.</summary>
    public static readonly (string Name, string Value) Policy = (
        "Content-Security-Policy-Report-Only",
        "script-src 'report-sample'"
    );

    private static readonly Reader Scripted = Reader.AtADesk with { Scripts = true };
    private static readonly string Watch = Checkout.Read("tests/Pamphlet.Tests/Stories/Browsers/watch.js");
    private static readonly string Provoke = Checkout.Read("tests/Pamphlet.Tests/Stories/Browsers/provoke.js");

    public static async Task<IReadOnlyList<Watched>> InChromiumAsync(IEnumerable<Uri> pages)
    {
        var tab = await Chromium.OpenAsync(Scripted);
        await tab.AddInitScriptAsync($"({Watch[Watch.IndexOf("() =>", StringComparison.Ordinal)..].Trim()})()");
        await tab.RouteAsync(url => !new Uri(url).IsLoopback, route => route.AbortAsync());
        var seen = new List<Watched>();
        foreach (var page in pages)
        {
            await tab.GotoAsync(page.AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
            seen.Add(Watched.From(page, await tab.EvaluateAsync<string>(Provoke)));
        }

        await tab.CloseAsync();
        return seen;
    }

    public static async Task<IReadOnlyList<Watched>> InFirefoxAsync(IReadOnlyList<Uri> pages) =>
        [.. pages.Zip(await Firefox.AskAsync(pages, Scripted, Provoke, Watch), Watched.From)];
}

/// <param name="Ran">What ran, or tried to.</param>
/// <param name="Outside">Elements, attributes and addresses that no reader may write.</param>
/// <param name="Comments">How many comments the browser found on the page: words that break out of theirs change it.</param>
internal sealed record Watched(Uri Page, IReadOnlyList<string> Ran, IReadOnlyList<string> Outside, int Comments)
{
    public static Watched From(Uri page, string json)
    {
        var said = JsonElement.Parse(json);
        return new Watched(
            page,
            [.. said.GetProperty("ran").EnumerateArray().Select(one => one.GetString()!)],
            [.. said.GetProperty("outside").EnumerateArray().Select(one => one.GetString()!)],
            said.GetProperty("comments").GetInt32()
        );
    }
}

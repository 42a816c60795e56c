using System.Text.Json;
using Pamphlet.Reading;
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
    private static readonly string Watch = FunctionIn("watch.js");
    private static readonly string Provoke = Checkout.Read("tests/Pamphlet.Tests/Stories/Browsers/provoke.js");

    /// <summary>The pages in the order in which they were given, each seen by both browsers.</summary>
    public static async Task<IReadOnlyList<Watched>> InBothAsync(IReadOnlyList<Uri> pages)
    {
        var both = await Task.WhenAll(
            SeenAsync(ChromiumTab.OpenAsync(Scripted, Watch), pages),
            SeenAsync(Firefox.OpenAsync(Scripted, Watch), pages)
        );
        return [.. both[0], .. both[1]];
    }

    private static async Task<IReadOnlyList<Watched>> SeenAsync(Task<KeyboardTab> opening, IReadOnlyList<Uri> pages)
    {
        await using var tab = await opening;
        var seen = new List<Watched>();
        foreach (var page in pages)
        {
            tab.Asked.Clear();
            await tab.GoAsync(page);
            seen.Add(Watched.From(page, await tab.AskAsync(Provoke), tab.Asked));
        }

        return seen;
    }

    private static string FunctionIn(string file)
    {
        var text = Checkout.Read($"tests/Pamphlet.Tests/Stories/Browsers/{file}");
        return text[text.IndexOf("() =>", StringComparison.Ordinal)..].Trim();
    }
}

/// <param name="Ran">What ran, or tried to.</param>
/// <param name="Outside">Elements, attributes and addresses that no reader may write.</param>
/// <param name="Comments">How many comments the browser found on the page: words that break out of theirs change it.</param>
/// <param name="Asked">What was asked for beside the page itself and what every page of ours brings along: its style and its icon.</param>
internal sealed record Watched(
    Uri Page,
    IReadOnlyList<string> Ran,
    IReadOnlyList<string> Outside,
    int Comments,
    IReadOnlyList<string> Asked
)
{
    // The last is what a browser asks for by itself where a page names no icon.
    private static readonly string[] Ours = [Files.Style.Value, Files.Icon.Value, "desk/style.css", "favicon.ico"];

    public static Watched From(Uri page, string json, IEnumerable<string> asked)
    {
        var said = JsonElement.Parse(json);
        return new Watched(
            page,
            [.. said.GetProperty("ran").EnumerateArray().Select(one => one.GetString()!)],
            [.. said.GetProperty("outside").EnumerateArray().Select(one => one.GetString()!)],
            said.GetProperty("comments").GetInt32(),
            [.. asked.Where(address => address != page.AbsoluteUri && !IsWithin(address) && !IsOurs(page, address))]
        );
    }

    // Nobody is asked for it: it is in the page, or in the browser.
    private static bool IsWithin(string address) => new Uri(address).Scheme is "data" or "blob" or "about" or "chrome";

    private static bool IsOurs(Uri page, string address) =>
        Ours.Any(file => address == new Uri(page, "/" + file).AbsoluteUri);
}

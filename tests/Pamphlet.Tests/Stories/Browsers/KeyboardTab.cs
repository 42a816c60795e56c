using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Playwright;

namespace Pamphlet.Tests.Stories.Browsers;

/// <summary>A page in front of somebody who has a keyboard and no scripts.</summary>
internal abstract class KeyboardTab : IAsyncDisposable
{
    // Firefox also stops at what can be scrolled, and there Enter does nothing.
    private const string Focused =
        "(e => !e.matches('a, button, input, select, textarea, summary') ? '' : String(e.labels && e.labels[0] ? e.labels[0].textContent : e.textContent || e.value || ''))(document.activeElement)";

    private const string Heading =
        "document.readyState === 'complete' && !document.documentElement.matches('.left') ? document.querySelector('h1').textContent : ''";

    /// <summary>A machine that is busy with other tests may be slow; a page that never comes fails.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Every address that the browser asked for, the pages' own among them, in their order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public abstract Task GoAsync(Uri page);

    /// <summary>The same over tor, where a circuit may break: asked again, as a reader would.</summary>
    public async Task ArriveAsync(Uri page)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await GoAsync(page);
                return;
            }
            catch (Exception lost)
                when (lost is PlaywrightException or InvalidOperationException && clock.Elapsed < Patience)
            {
                // A page of the browser's own says so.
            }
        }
    }

    /// <summary>What the page says to an expression whose value is a text.</summary>
    public abstract Task<string> AskAsync(string expression);

    /// <summary>Types letters, or presses a key: <c>Tab</c>, <c>Enter</c>, <c>ArrowDown</c>, a blank.</summary>
    public abstract Task PressAsync(string key);

    public virtual async Task TypeAsync(string text)
    {
        foreach (var letter in text.EnumerateRunes())
        {
            await PressAsync(letter.ToString());
        }
    }

    /// <summary>Presses Tab until what is focused is called so, or bears that in its name.</summary>
    public async Task ReachAsync(string name, bool isWhole = false)
    {
        var passed = new List<string>();
        while (passed.Count < 200)
        {
            await PressAsync("Tab");
            passed.Add((await AskAsync(Focused)).Trim());
            if (isWhole ? passed[^1] == name : passed[^1].Contains(name, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"No Tab reaches «{name}»; it reaches {string.Join(" · ", passed.Distinct())}");
    }

    /// <summary>Presses Enter, and waits for the page with that heading, or with the other.</summary>
    /// <returns>Which came.</returns>
    public async Task<string> FollowAsync(string heading, string? or = null)
    {
        // The next page may be called as this one is.
        await AskAsync("document.documentElement.className = 'left'");
        await PressAsync("Enter");
        var clock = Stopwatch.StartNew();
        var seen = "";
        while (
            !seen.Contains(heading, StringComparison.Ordinal)
            && (or is null || !seen.Contains(or, StringComparison.Ordinal))
        )
        {
            Assert.True(clock.Elapsed < Patience, $"«{heading}» never came; there is «{seen}».");
            try
            {
                seen = await AskAsync(Heading);
            }
            catch (Exception fault) when (fault is PlaywrightException or InvalidOperationException)
            {
                // Between two pages there is none to ask.
            }
        }

        return seen;
    }

    public abstract ValueTask DisposeAsync();
}

internal sealed class ChromiumTab : KeyboardTab
{
    private readonly IPage page;

    private ChromiumTab(IPage page)
    {
        this.page = page;
        page.Request += (_, request) => Asked.Enqueue(request.Url);
    }

    /// <param name="before">A function that runs in each page before anything of its own; null: none.</param>
    public static async Task<KeyboardTab> OpenAsync(Reader reader, string? before = null)
    {
        var opened = await Chromium.OpenAsync(reader);
        if (before is not null)
        {
            await opened.AddInitScriptAsync($"({before})()");
        }

        // What a hostile page asks of strangers is noted, and goes nowhere; behind tor the paper itself is no loopback address.
        if (reader.Through is null)
        {
            await opened.RouteAsync(url => !new Uri(url).IsLoopback, route => route.AbortAsync());
        }

        return new ChromiumTab(opened);
    }

    public override Task GoAsync(Uri to) => page.GotoAsync(to.AbsoluteUri);

    public override Task<string> AskAsync(string expression) => page.EvaluateAsync<string>(expression);

    public override Task PressAsync(string key) =>
        key is "Tab" or "Enter" or "ArrowDown" or " "
            ? page.Keyboard.PressAsync(key == " " ? "Space" : key)
            : page.Keyboard.InsertTextAsync(key);

    public override async ValueTask DisposeAsync() => await page.CloseAsync();
}

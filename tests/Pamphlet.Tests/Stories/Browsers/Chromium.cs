using Microsoft.Playwright;
using Pamphlet.Tests.Stories.Browsers;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Pamphlet.Tests.Stories.Browsers;

/// <summary>Debian's Chromium, driven by Playwright. One process serves a whole run; each reader has a profile of their own.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private const string Executable = "/usr/bin/chromium";

    // Nothing here speaks to the network by itself, or a test that says «no other host was asked» would depend on luck.
    private static readonly string[] Quietly =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private static readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> Started = new(StartAsync);

    public static string? Absence =>
        File.Exists(Executable) ? null : "Chromium is absent: run ./test, or apt install chromium.";

    internal static async Task<IPage> OpenAsync(Reader reader)
    {
        Assert.SkipUnless(Absence is null, Absence ?? "");
        var (_, browser) = await Started.Value;
        return await browser.NewPageAsync(
            new BrowserNewPageOptions
            {
                ViewportSize = new ViewportSize { Width = reader.Width, Height = reader.Height },
                DeviceScaleFactor = reader.Zoom,
                ColorScheme = reader.Dark ? ColorScheme.Dark : ColorScheme.Light,
                JavaScriptEnabled = reader.Scripts,
                Proxy = reader.Through is { } door ? new Proxy { Server = door.OriginalString } : null,
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (Started.IsValueCreated)
        {
            var (driver, browser) = await Started.Value;
            await browser.DisposeAsync();
            driver.Dispose();
        }
    }

    private static async Task<(IPlaywright, IBrowser)> StartAsync()
    {
        var driver = await Playwright.CreateAsync();
        return (
            driver,
            await driver.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions { ExecutablePath = Executable, Args = Quietly }
            )
        );
    }
}

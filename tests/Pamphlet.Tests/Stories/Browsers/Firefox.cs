using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pamphlet.Tests.Stories.Browsers;

[assembly: AssemblyFixture(typeof(Firefox))]

namespace Pamphlet.Tests.Stories.Browsers;

/// <summary>
/// Debian's Firefox ESR, one with scripts off, one with scripts on and one behind tor, driven by WebDriver BiDi: Playwright only drives a Firefox that it patched itself,
/// and what our readers have is the unpatched one (and Tor Browser, which is made of it).
/// </summary>
public sealed partial class Firefox : IAsyncDisposable
{
    private const string Executable = "/usr/bin/firefox-esr";

    private const string Profile = """
        user_pref("layout.css.prefers-color-scheme.content-override", 1);
        user_pref("ui.useOverlayScrollbars", 1);
        user_pref("browser.safebrowsing.malware.enabled", false);
        user_pref("browser.safebrowsing.phishing.enabled", false);
        user_pref("datareporting.policy.dataSubmissionEnabled", false);
        user_pref("network.captive-portal-service.enabled", false);
        user_pref("network.connectivity-service.enabled", false);
        user_pref("services.settings.server", "");

        """;

    private const string WithoutScripts = Profile + "user_pref(\"javascript.enabled\", false);";

    // What a hostile page asks of strangers ends at a door where nobody answers.
    private const string WithScripts =
        Profile
        + """
            user_pref("network.proxy.type", 1);
            user_pref("network.proxy.http", "127.0.0.1");
            user_pref("network.proxy.http_port", 9);
            user_pref("network.proxy.ssl", "127.0.0.1");
            user_pref("network.proxy.ssl_port", 9);
            """;

    // By its profile: each has a process of its own.
    private static readonly ConcurrentDictionary<string, Lazy<Task<Running>>> Started = new(StringComparer.Ordinal);

    public static string? Absence =>
        File.Exists(Executable) ? null : "Firefox ESR is absent: run ./test, or apt install firefox-esr.";

    /// <summary>Opens a page in a tab of its own, at a size, and returns what an expression says about it.</summary>
    internal static async Task<string> AskAsync(Uri page, Reader reader, string expression) =>
        (await AskAsync([page], reader, expression))[0];

    /// <summary>The same of many pages: a few tabs share them, for while one waits another works.</summary>
    internal static async Task<IReadOnlyList<string>> AskAsync(
        IReadOnlyList<Uri> pages,
        Reader reader,
        string expression
    )
    {
        const int Tabs = 3;
        var answers = new string[pages.Count];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(Tabs, pages.Count)).Select(_ => ShareAsync()));
        return answers;

        async Task ShareAsync()
        {
            await using var tab = await OpenAsync(reader);
            while (Interlocked.Increment(ref next) is var page && page < pages.Count)
            {
                await tab.GoAsync(pages[page]);
                answers[page] = await tab.AskAsync(expression);
            }
        }
    }

    /// <param name="before">A function that runs in each page before anything of its own; null: none.</param>
    internal static async Task<KeyboardTab> OpenAsync(Reader reader, string? before = null)
    {
        Assert.SkipUnless(Absence is null, Absence ?? "");
        var started = Started.GetOrAdd(ProfileOf(reader), profile => new(() => StartAsync(profile)));
        var wire = (await started.Value).Wire;
        return await FirefoxTab.OpenAsync(wire, reader, before);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in Started.Values)
        {
            await EndAsync(one);
        }
    }

    private static string ProfileOf(Reader reader) =>
        reader.Scripts ? WithScripts
        : reader.Through is { } door ? WithoutScripts + BehindTor(door)
        : WithoutScripts;

    // As Tor Browser is set: names are resolved by tor, and an onion is as good as HTTPS.
    private static string BehindTor(Uri door) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""

            user_pref("network.proxy.type", 1);
            user_pref("network.proxy.socks", "{door.Host}");
            user_pref("network.proxy.socks_port", {door.Port});
            user_pref("network.proxy.socks_remote_dns", true);
            user_pref("network.dns.blockDotOnion", false);
            user_pref("dom.security.https_first", false);
            """
        );

    private static async Task EndAsync(Lazy<Task<Running>> started)
    {
        if (started is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            var running = await started.Value;
            running.Wire.Dispose();
            running.Process.Kill(entireProcessTree: true);
            await running.Process.WaitForExitAsync();
            running.Process.Dispose();
            Directory.Delete(running.Folder, recursive: true);
        }
    }

    private static async Task<Running> StartAsync(string profile)
    {
        var folder = Directory.CreateTempSubdirectory("pamphlet-firefox-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "user.js"), profile);
        var process = Process.Start(
            new ProcessStartInfo(
                Executable,
                ["--headless", "--no-remote", "--profile", folder, "--remote-debugging-port=0", "about:blank"]
            )
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;
        process.BeginOutputReadLine();
        try
        {
            var wire = await BidiWire.ConnectAsync(await AddressOfAsync(process.StandardError));
            await wire.SendAsync("session.new", new() { ["capabilities"] = new JsonObject() });
            return new Running(process, wire, folder);
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    private static async Task<Uri> AddressOfAsync(StreamReader said)
    {
        while (await said.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } listening)
            {
                // Whoever does not read on stops Firefox at its next complaint.
                _ = said.ReadToEndAsync();
                var port = int.Parse(listening.Groups[1].Value, CultureInfo.InvariantCulture);
                return new Uri($"ws://127.0.0.1:{port}/session");
            }
        }

        throw new InvalidOperationException("Firefox ended before it listened.");
    }

    // Behind tor it does not resolve its own machine's name.
    [GeneratedRegex(@"WebDriver BiDi listening on ws://(?:127\.0\.0\.1|localhost):(\d+)")]
    private static partial Regex Listening();

    private sealed record Running(Process Process, BidiWire Wire, string Folder);
}

using Pamphlet.Tests.Stories.Browsers;

namespace Pamphlet.Tests.Stories;

/// <summary>A check that never failed proves nothing: here each one meets a page that is wrong on purpose.</summary>
public sealed class ChecksTests : IAsyncLifetime
{
    private const string Bad = """
        <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>Bad</title><link rel="stylesheet" href="http://elsewhere.invalid/style.css">
        <body style="margin:0;font:16px/1.2 serif">
        <a href="/root.html">root</a> <a href="gone.html">gone</a> <a href="bad.html#nowhere">nowhere</a> <a href="../out.html">out</a>
        <main><h1>Bad</h1><h1>Twice</h1>
        <p style="color:#999">LONG</p><p style="text-align:justify">LONG</p>
        <div style="width:2000px;height:1px">wide</div><div style="overflow:hidden;height:20px">LONG</div>
        <img src="http://elsewhere.invalid/pixel.png"><input><p><b>unclosed</p>
        <script>document.body.append('a script ran')</script></main>
        """;

    private ServedPaper paper = null!;

    public async ValueTask InitializeAsync()
    {
        var text = string.Concat(Enumerable.Repeat("Words and more words that fill the lines of a page. ", 12));
        paper = await ServedPaper.StartAsync(folder =>
            File.WriteAllText(Path.Combine(folder, "bad.html"), Bad.Replace("LONG", text, StringComparison.Ordinal))
        );
    }

    public async ValueTask DisposeAsync() => await paper.DisposeAsync();

    [Fact]
    public void The_follower_of_links_sees_those_that_lead_nowhere() =>
        Assert.Equal(
            [
                "is loaded from elsewhere",
                "is loaded from elsewhere",
                "leads out of the paper",
                "leads to no file",
                "leads to no place on that page",
                "leads to the root of the host, not of the paper",
            ],
            Links.Faults(paper.Folder).Select(fault => fault.Split(": ")[^1]).Order(StringComparer.Ordinal)
        );

    [Fact]
    public async Task The_validator_sees_wrong_markup() =>
        Assert.Contains(
            await Markup.FaultsAsync(paper.Folder),
            fault => fault.Contains("alt", StringComparison.Ordinal)
        );

    [Fact]
    public async Task Axe_sees_an_input_without_a_name() =>
        Assert.Contains(
            await Axe.FaultsAsync(paper, Reader.AtADesk),
            fault => fault.StartsWith("bad.html: label:", StringComparison.Ordinal)
        );

    [Fact]
    public async Task Another_host_is_seen()
    {
        var strangers = (await paper.LoadAsync(scripts: false)).Strangers;

        Assert.Equal(2, strangers.Distinct().Count());
    }

    [Fact]
    public async Task What_the_browser_says_of_a_page_is_true()
    {
        var (_, facts) = Assert.Single(await paper.LookAsync(Reader.AtADesk));

        Assert.Equal(2000 - 1440, facts.Sideways);
        Assert.Equal("div", Assert.Single(facts.StickingOut));
        Assert.Contains(facts.Faint, words => words.StartsWith("2.8:1 p", StringComparison.Ordinal));
        Assert.Contains("div", facts.Clipped);
        Assert.DoesNotContain("a script ran", facts.Text, StringComparison.Ordinal);
        Assert.Equal(["start", "justify"], facts.Paragraphs.Select(text => text.Align));
        Assert.Equal(1.2, facts.Paragraphs[0].LineHeight);
        // 16 px of a serif face across 1440 px: far more than 80.
        Assert.True(facts.Lines[0].Characters.Max() > 150);
    }

    [Fact]
    public async Task Characters_of_a_line_are_counted_as_a_person_would()
    {
        await using var counted = await ServedPaper.StartAsync(folder =>
            File.WriteAllText(
                Path.Combine(folder, "counted.html"),
                $"""
                <!doctype html><html lang="en"><title>x</title><main><p style="font:16px monospace;width:50ch">
                {string.Concat(
                    Enumerable.Repeat("nine char ", 30)
                )}<a href="#a">and</a> <em>then</em> the end</p></main>
                """
            )
        );

        var (_, facts) = Assert.Single(await counted.LookAsync(Reader.AtADesk));

        Assert.All(Assert.Single(facts.Lines).Characters, characters => Assert.InRange(characters, 49, 50));
    }

    [Fact]
    public async Task Firefox_runs_no_script_and_two_browsers_may_differ()
    {
        var page = paper.AddressOf("bad.html");
        var (_, chromium) = Assert.Single(await paper.LookAsync(Reader.AtADesk));

        var firefox = PageFacts.From(await Firefox.AskAsync(page, Reader.AtADesk, PageFacts.Expression));

        Assert.DoesNotContain("a script ran", firefox.Text, StringComparison.Ordinal);
        Assert.Equal(chromium.Text, firefox.Text);
        Assert.Empty(EverywhereTests.Differences(chromium with { Sideways = 0 }, firefox with { Sideways = 0 }));
        Assert.NotEmpty(EverywhereTests.Differences(chromium, firefox with { Text = firefox.Text + "." }));
        Assert.NotEmpty(
            EverywhereTests.Differences(chromium, firefox with { Sideways = 0, Blocks = [.. firefox.Blocks.Skip(1)] })
        );
        Assert.NotEmpty(EverywhereTests.Differences(chromium, firefox));
    }
}

using System.Text;
using Pamphlet.Tests.Desk;
using Pamphlet.Tests.Rendering;
using Pamphlet.Tests.Stories;
using Pamphlet.Tests.Stories.Browsers;

namespace Pamphlet.Tests.Comments;

/// <summary>
/// Every hostile text through the form, the queue and the press, and then every page that shows it, in two browsers whose scripts are on and
/// whose policy stops nothing. <c>PAMPHLET_CORPORA=folder</c> (as <c>bench/hostile</c> sets it) takes every text of that folder instead, one by
/// one, and holds each to a second.
/// </summary>
public sealed class HostileCommentsTests
{
    private static readonly string? Named = Environment.GetEnvironmentVariable("PAMPHLET_CORPORA");

    [Fact]
    public async Task No_text_of_a_stranger_runs_in_a_browser_or_leaves_the_list()
    {
        var cases = Named is null ? BesideTheCheckout() : CorpusFolder.Read(Named);
        Assert.NotEmpty(cases);
        var folder = Directory.CreateTempSubdirectory("pamphlet-hostile-").FullName;
        await using var desk = await TestDesk.StartAsync();
        var paper = new HostilePaper(desk, folder);

        await paper.SendAsync(cases);
        await using var server = await FolderServer.StartAsync(folder, header: ScriptWatch.Policy);
        var pages = Directory.GetFiles(folder).Select(file => new Uri(server.Address, Path.GetFileName(file))).ToList();
        var seen = await ScriptWatch.InBothAsync(pages);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{cases.Count} texts: {paper.Taken.Count} published, {paper.Refused.Count} given back; {pages.Count} pages; "
                + $"slowest {paper.Slowest.TotalMilliseconds:F0} ms ({paper.SlowestId})"
        );
        Assert.Equal(cases.Count, paper.Taken.Count + paper.Refused.Count);
        Assert.All(paper.Refused, one => Assert.True(one.Said.Length > 0, $"{one.Id} came back without a word."));
        AcceptSizes(paper);
        Assert.All(seen, Accept);
        var places = paper.Taken.Count + paper.Queued + paper.Refused.Count;
        Assert.Equal(places, seen.Take(pages.Count).Sum(page => page.Comments));
        Assert.Equal(places, seen.Skip(pages.Count).Sum(page => page.Comments));
        Assert.Equal(paper.Taken.Count, paper.Queued);
        Assert.True(Named is null || paper.Slowest < TimeSpan.FromSeconds(1), $"{paper.SlowestId}: {paper.Slowest}");
        Directory.Delete(folder, recursive: true);
    }

    // In the suite what can stand together does: four payloads in a text, examples and words as many as fit, and of each list the first.
    private static List<(string Id, string Text)> BesideTheCheckout()
    {
        var attacks = Corpora.KnownAttacks();
        var markdown = Corpora.HostileMarkdown();
        var examples = Corpora.CommonMark();
        Assert.Equal((525, 52, 655), (attacks.Count, markdown.Count, examples.Count));
        return
        [
            .. CorpusFolder.Together(attacks, most: 4),
            .. markdown,
            .. CorpusFolder.Together(examples),
            .. CorpusFolder.FirstOfLists(Corpora.All),
        ];
    }

    [Fact]
    public async Task The_watch_sees_what_runs_and_what_asks_in_both_browsers()
    {
        var folder = Directory.CreateTempSubdirectory("pamphlet-watch-").FullName;
        string[] live =
        [
            "<script>window.quiet = 1</script>",
            "<img src=nowhere.png onerror='window.quiet = 2'>",
            "<p class=said><b onclick='alert(3)'>x</b></p>",
            "<a href=' jAvascript:alert(4)'>x</a>",
            "<svg onload='window.quiet = 5'></svg>",
        ];
        string[] curious =
        [
            "<p class=said><img src='http://elsewhere.invalid/seen.png'>",
            "<p class=said style='background: url(//elsewhere.invalid/seen.png)'>x",
            "<link rel=stylesheet href='//elsewhere.invalid/seen.css'>",
            "<img src='nearby.png'>",
        ];
        string[] texts = [.. live, .. curious];
        for (var i = 0; i < texts.Length; i++)
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder, $"{i}.html"),
                $"<!doctype html>{texts[i]}",
                TestDesk.Cancel
            );
        }

        await using var server = await FolderServer.StartAsync(folder, header: ScriptWatch.Policy);
        var pages = texts.Select((_, i) => new Uri(server.Address, $"{i}.html")).ToList();
        var seen = await ScriptWatch.InBothAsync(pages);

        foreach (var browser in seen.Chunk(texts.Length))
        {
            Assert.All(browser.Take(live.Length), page => Assert.NotEmpty(page.Ran));
            Assert.All(browser.Skip(live.Length), page => Assert.NotEmpty(page.Asked));
            Assert.Equal("http://elsewhere.invalid/seen.png", Assert.Single(browser[live.Length].Asked));
        }

        Assert.Contains("<B>", seen[texts.Length + 2].Outside);
        Directory.Delete(folder, recursive: true);
    }

    private static void AcceptSizes(HostilePaper paper)
    {
        var shown = paper.Shown();
        Assert.Equal(paper.Taken.Keys.Order(StringComparer.Ordinal), shown.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            shown,
            one =>
            {
                var (id, text) = paper.Taken[one.Key];
                var (sent, came) = (Encoding.UTF8.GetByteCount(text), Encoding.UTF8.GetByteCount(one.Value));
                Assert.True(came <= (8 * sent) + 4096, $"{id}: {sent} bytes became {came}.");
            }
        );
    }

    private static void Accept(Watched page)
    {
        Assert.True(page.Ran.Count == 0, $"{page.Page} ran {string.Join(", ", page.Ran)}");
        Assert.True(page.Outside.Count == 0, $"{page.Page} holds {string.Join(", ", page.Outside)}");
        Assert.True(page.Asked.Count == 0, $"{page.Page} asked for {string.Join(", ", page.Asked)}");
    }
}

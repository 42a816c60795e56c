using Microsoft.Playwright;
using Pamphlet.Tests.House;
using Pamphlet.Tests.Stories.Browsers;

namespace Pamphlet.Tests.Stories;

/// <summary>What comes out of the browser's own printer, read back with Poppler.</summary>
public sealed class PrintTests(PaperFixture papers)
{
    [Theory, InlineData("A4"), InlineData("A5")]
    public async Task Paper_bears_the_text_and_no_menu(string size)
    {
        var paper = await papers.Sample;
        var faults = new List<string>();
        var tab = await Chromium.OpenAsync(Reader.AtADesk);
        foreach (var page in paper.Kinds)
        {
            await tab.GotoAsync(paper.AddressOf(page).AbsoluteUri);
            var title = await tab.EvaluateAsync<string>("() => document.querySelector('h1').innerText");
            var menus = await tab.EvaluateAsync<string[]>(Menus);
            var text = await PrintedAsync(tab, size);

            faults.AddRange(
                menus
                    .Where(menu => menu.Length > 0 && text.Contains(menu, StringComparison.Ordinal))
                    .Select(menu => $"{page}: «{menu}»")
            );
            if (!text.Contains(Folded(title), StringComparison.OrdinalIgnoreCase) && !IsRightToLeft(title))
            {
                faults.Add($"{page}: the title «{title}» is not on the paper");
            }
        }

        await tab.CloseAsync();
        Checkout.Nobody(faults);
    }

    [Fact]
    public async Task Nothing_that_only_a_screen_can_use_is_printed()
    {
        var paper = await papers.Sample;
        var faults = new List<string>();
        var tab = await Chromium.OpenAsync(Reader.AtADesk);
        await tab.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        foreach (var page in paper.Kinds)
        {
            await tab.GotoAsync(paper.AddressOf(page).AbsoluteUri);
            faults.AddRange((await tab.EvaluateAsync<string[]>(ShownMenus)).Select(menu => $"{page}: {menu}"));
        }

        await tab.CloseAsync();
        Checkout.Nobody(faults);
    }

    [Fact]
    public async Task Vietnamese_copies_out_of_the_print_as_it_was_written()
    {
        var paper = await papers.Sample;
        var tab = await Chromium.OpenAsync(Reader.AtADesk);
        var checkedPages = 0;
        foreach (var page in paper.Kinds)
        {
            await tab.GotoAsync(paper.AddressOf(page).AbsoluteUri);
            var words = await tab.EvaluateAsync<string>(
                "() => document.querySelector('main:lang(vi) h1, main :lang(vi) h1, h1:lang(vi)')?.innerText ?? ''"
            );
            if (words.Length == 0)
            {
                continue;
            }

            var text = await PrintedAsync(tab, "A4");
            Assert.True(text.IsNormalized(), page);
            Assert.Contains(Folded(words), text, StringComparison.OrdinalIgnoreCase);
            checkedPages++;
        }

        await tab.CloseAsync();
        Assert.NotEqual(0, checkedPages);
    }

    [Fact]
    public async Task Print_keeps_together_what_belongs_together()
    {
        var paper = await papers.Sample;
        var faults = new List<string>();
        var tab = await Chromium.OpenAsync(Reader.AtADesk);
        await tab.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        foreach (var page in paper.Kinds)
        {
            await tab.GotoAsync(paper.AddressOf(page).AbsoluteUri);
            faults.AddRange((await tab.EvaluateAsync<string[]>(Torn)).Select(torn => $"{page}: {torn}"));
        }

        await tab.CloseAsync();
        Checkout.Nobody(faults);
    }

    private const string Torn = """
        () => [
            ...[...document.querySelectorAll('main h2, main h3, main h4')]
                .filter(heading => getComputedStyle(heading).breakAfter !== 'avoid'),
            ...[...document.querySelectorAll('main p')]
                .filter(p => getComputedStyle(p).orphans < 2 || getComputedStyle(p).widows < 2),
            ...[...document.querySelectorAll('main .verse p, main figure img')]
                .filter(stanza => getComputedStyle(stanza).breakInside !== 'avoid'),
        ].map(torn => `${torn.tagName.toLowerCase()} «${torn.innerText.slice(0, 40)}»`)
        """;

    // The words of each menu as one line; a word or two could stand in the text too.
    private const string Menus = """
        () => [...document.querySelectorAll('nav')].map(nav => nav.innerText.replace(/\s+/g, ' ').trim())
            .filter(words => words.split(' ').length > 2)
        """;

    private const string ShownMenus = """
        () => [...document.querySelectorAll('nav, form, button, .skip')]
            .filter(menu => menu.checkVisibility() && menu.getClientRects().length > 0 && menu.clientHeight > 1)
            .map(menu => `${menu.tagName.toLowerCase()} «${menu.innerText.replace(/\s+/g, ' ').trim()}»`)
        """;

    private static async Task<string> PrintedAsync(IPage tab, string size)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await tab.PdfAsync(
            new PagePdfOptions
            {
                Path = file,
                Format = size,
                PreferCSSPageSize = true,
            }
        );
        var (_, text, _) = await Tool.RunAsync("pdftotext", "-enc", "UTF-8", file, "-");
        File.Delete(file);
        return Folded(text);
    }

    private static string Folded(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Poppler writes such lines in the order of the page, not of reading.
    private static bool IsRightToLeft(string text) => text.Any(letter => letter is >= '\u0590' and <= '\u08ff');
}

using System.Globalization;
using System.Text.RegularExpressions;
using Pamphlet.Tests.House;
using Pamphlet.Tests.Stories.Browsers;

namespace Pamphlet.Tests.Stories;

public sealed partial class AccessTests(PaperFixture papers)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task Axe_finds_nothing_by_day_or_by_night(bool dark)
    {
        var paper = await papers.Sample;

        Checkout.Nobody(await Axe.FaultsAsync(paper, Reader.AtADesk with { Dark = dark }));
    }

    [Fact]
    public async Task Axe_finds_nothing_on_a_phone()
    {
        var paper = await papers.Sample;

        Checkout.Nobody(await Axe.FaultsAsync(paper, Reader.OnAPhone));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Words_stand_out_from_what_is_behind_them(bool dark)
    {
        var paper = await papers.Sample;

        var looked = await paper.LookAsync(Reader.AtADesk with { Dark = dark });

        Checkout.Nobody(looked.SelectMany(look => look.Facts.Faint.Select(words => $"{look.Page}: {words}")));
    }

    [Fact]
    public async Task The_night_is_dark_without_a_script()
    {
        var paper = await papers.Sample;
        var tab = await Chromium.OpenAsync(Reader.AtADesk with { Dark = true });
        await tab.GotoAsync(paper.AddressOf(paper.Pages[0]).AbsoluteUri);

        var colours = await tab.EvaluateAsync<string>(
            "() => { const s = getComputedStyle(document.documentElement); return `${s.backgroundColor} ${s.color}`; }"
        );

        await tab.CloseAsync();
        var channels = Channel()
            .Matches(colours)
            .Select(channel => int.Parse(channel.Value, CultureInfo.InvariantCulture))
            .ToList();
        Assert.All(channels.Take(3), behind => Assert.InRange(behind, 0, 60));
        Assert.All(channels.TakeLast(3), ink => Assert.InRange(ink, 180, 255));
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Channel();

    [Fact]
    public async Task The_first_tab_stop_skips_to_the_text_and_can_be_seen()
    {
        var paper = await papers.Sample;
        var faults = new List<string>();
        var tab = await Chromium.OpenAsync(Reader.AtADesk);
        foreach (var page in paper.Kinds)
        {
            await tab.GotoAsync(paper.AddressOf(page).AbsoluteUri);
            await tab.Keyboard.PressAsync("Tab");
            var leads = await tab.EvaluateAsync<string>(FirstStop);
            if (leads.Length > 0)
            {
                faults.Add($"{page}: {leads}");
            }
        }

        await tab.CloseAsync();
        Checkout.Nobody(faults);
    }

    [Fact]
    public async Task Every_tab_stop_shows_that_it_is_there()
    {
        var paper = await papers.Sample;
        var faults = new List<string>();
        var tab = await Chromium.OpenAsync(Reader.AtADesk);
        foreach (var page in paper.Kinds)
        {
            await tab.GotoAsync(paper.AddressOf(page).AbsoluteUri);
            for (var stop = 0; stop < 12; stop++)
            {
                await tab.Keyboard.PressAsync("Tab");
                var hidden = await tab.EvaluateAsync<string>(HiddenStop);
                if (hidden.Length > 0)
                {
                    faults.Add($"{page}: {hidden}");
                }
            }
        }

        await tab.CloseAsync();
        Checkout.Nobody(faults.Distinct(StringComparer.Ordinal));
    }

    // An empty string is good news.
    private const string FirstStop = """
        () => {
            const stop = document.activeElement, box = stop.getBoundingClientRect();
            // A page without a menu has nothing to skip.
            if (!document.querySelector('nav')) return '';
            const to = stop.getAttribute('href');
            if (!to?.startsWith('#')) return `leads to ${to}`;
            const target = document.getElementById(to.slice(1));
            if (!target?.matches('main, main *')) return 'leads past the text';
            return box.width > 24 && box.height >= 24 && box.left >= 0 && box.top >= 0 ? '' : 'is too small, or out of sight';
        }
        """;

    private const string HiddenStop = """
        () => {
            const stop = document.activeElement;
            if (!stop || stop === document.body) return '';
            const style = getComputedStyle(stop), box = stop.getBoundingClientRect();
            const marked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none';
            return marked && box.width > 0 && box.height > 0 ? '' : `${stop.tagName.toLowerCase()} «${stop.innerText}»`;
        }
        """;
}

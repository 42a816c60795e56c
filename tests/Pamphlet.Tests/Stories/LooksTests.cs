using System.IO.Compression;
using Microsoft.Playwright;
using Pamphlet.Reading;
using Pamphlet.Tests.House;
using Pamphlet.Tests.Stories.Browsers;

namespace Pamphlet.Tests.Stories;

/// <summary>What the quiet look promises in every other test here, the other finished looks promise in these.</summary>
public sealed class LooksTests(PaperFixture papers)
{
    public static TheoryData<string> Others => [.. Look.All.Skip(1).Select(look => look.Name)];

    [Theory, MemberData(nameof(Others))]
    public async Task The_validator_and_the_links_find_nothing_in_another_look(string look)
    {
        var paper = await papers.In(look);

        Checkout.Nobody(
            (await Markup.FaultsAsync(paper.Folder)).Where(fault =>
                !fault.Contains(": advice: ", StringComparison.Ordinal)
            )
        );
        Checkout.Nobody(Links.Faults(paper.Folder));
    }

    [Theory, MemberData(nameof(Others))]
    public async Task Axe_finds_nothing_by_day_by_night_or_on_a_phone(string look)
    {
        var paper = await papers.In(look);

        foreach (var reader in (Reader[])[Reader.AtADesk, Reader.AtADesk with { Dark = true }, Reader.OnAPhone])
        {
            Checkout.Nobody(await Axe.FaultsAsync(paper, reader));
        }
    }

    [Theory, MemberData(nameof(Others))]
    public async Task Words_stand_out_by_day_and_by_night_and_titles_have_room_for_their_marks(string look)
    {
        var paper = await papers.In(look);

        var day = await paper.LookAsync(Reader.AtADesk);
        var night = await paper.LookAsync(Reader.AtADesk with { Dark = true });

        Checkout.Nobody(day.Concat(night).SelectMany(one => one.Facts.Faint.Select(words => $"{one.Page}: {words}")));
        var titles = day.SelectMany(one => one.Facts.Headings)
            .Where(heading => heading.Language.StartsWith("vi", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(titles);
        Checkout.Nobody(titles.Where(title => title.LineHeight < 1.3));
    }

    [Theory, MemberData(nameof(Others))]
    public async Task No_page_scrolls_sideways_at_any_width_in_another_look(string look)
    {
        var paper = await papers.In(look);

        foreach (
            var reader in (Reader[])
                [
                    Reader.OnTheSmallestPhone,
                    Reader.OnAPhone,
                    Reader.OnATablet,
                    Reader.AtADesk,
                    Reader.AtADeskZoomedTo200,
                ]
        )
        {
            var looked = await paper.LookAsync(reader);

            Checkout.Nobody(looked.Where(one => one.Facts.Sideways > 0).Select(one => $"{one.Page} at {reader.Width}"));
            Checkout.Nobody(
                looked.Where(one => one.Facts.Clipped.Count > 0).Select(one => $"{one.Page}: {one.Facts.Clipped[0]}")
            );
            Checkout.Nobody(looked.SelectMany(one => one.Facts.Fixed));
        }
    }

    [Theory, MemberData(nameof(Others))]
    public async Task A_line_is_as_long_as_an_eye_follows_in_another_look(string look)
    {
        var paper = await papers.In(look);

        var looked = await paper.LookAsync(Reader.AtADesk);

        var lines = (
            from one in looked
            from paragraph in one.Facts.Lines
            where paragraph.Language is "en" or "vi"
            from characters in paragraph.Characters
            orderby characters
            select characters
        ).ToList();
        Assert.InRange(lines[lines.Count / 2], 55, 70);
        Assert.InRange(lines[^1], 1, 80);
    }

    [Theory, MemberData(nameof(Others))]
    public async Task Paper_bears_black_words_and_no_menu_in_another_look(string look)
    {
        var paper = await papers.In(look);
        var faults = new List<string>();
        var tab = await Chromium.OpenAsync(Reader.AtADesk with { Dark = true });
        await tab.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        foreach (var page in paper.Kinds)
        {
            await tab.GotoAsync(paper.AddressOf(page).AbsoluteUri);
            faults.AddRange((await tab.EvaluateAsync<string[]>(Unprintable)).Select(what => $"{page}: {what}"));
        }

        await tab.CloseAsync();
        Checkout.Nobody(faults);
    }

    [Fact]
    public async Task A_page_in_plain_loads_no_picture_and_each_picture_is_a_link_that_says_what_it_shows()
    {
        var paper = await papers.In(Look.Plain.Name);
        var quiet = await papers.Sample;
        var pictures = quiet
            .Pages.SelectMany(page => quiet.Read(page).QuerySelectorAll("main article img"))
            .Count(picture => picture.GetAttribute("alt") is { Length: > 0 });

        var links = paper.Pages.SelectMany(page => paper.Read(page).QuerySelectorAll("a.picture")).ToList();

        Assert.NotEqual(0, pictures);
        Checkout.Nobody(
            paper.Pages.Where(page => paper.Read(page).QuerySelector("img, picture, source, video, audio") is not null)
        );
        Assert.Equal(pictures, links.Count);
        Assert.All(links, link => Assert.Matches(@"^\[[^]]+]$", link.TextContent));
    }

    [Fact]
    public async Task A_front_page_in_plain_with_its_style_weighs_at_most_eleven_kilobytes()
    {
        var paper = await papers.In(Look.Plain.Name);

        var weight = new[] { "index.html", "style.css" }.Sum(file => Packed(Path.Combine(paper.Folder, file)));

        Assert.InRange(weight, 1, 11_000);
    }

    private const string Unprintable = """
        () => {
            const shown = element => element.checkVisibility() && element.getClientRects().length > 0 && element.clientHeight > 1;
            const name = element => `${element.tagName.toLowerCase()} «${element.innerText.replace(/\s+/g, ' ').trim().slice(0, 40)}»`;
            const menus = [...document.querySelectorAll('nav, form, button, .skip')].filter(shown).map(name);
            // A printer leaves grounds out: what is not dark by itself would be white on white.
            const pale = [...document.querySelectorAll('h1, h2, h3, p, li, a, td, .line, .name')].filter(shown).filter(element => {
                const channels = getComputedStyle(element).color.match(/\d+/g).map(Number);
                return Math.max(channels[0], channels[1], channels[2]) > 90;
            }).map(element => `pale ${name(element)}`);
            return [...menus, ...pale];
        }
        """;

    private static long Packed(string file)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(file));
        }

        return packed.Length;
    }
}

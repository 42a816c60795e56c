using AngleSharp.Dom;
using Pamphlet.Tests.House;
using Pamphlet.Tests.Stories.Browsers;

namespace Pamphlet.Tests.Stories;

/// <summary>Notes, quotations, verse and interviews as they stand in the served files, style or no style.</summary>
public sealed class PassageTests(PaperFixture papers)
{
    [Fact]
    public async Task A_note_number_follows_the_punctuation_and_its_note_leads_back()
    {
        var paper = await papers.Sample;

        var numbers = Everywhere(paper, "[role='doc-noteref']");

        Assert.NotEmpty(numbers);
        Checkout.Nobody(
            from number in numbers
            let page = number.Element.Owner!
            let note = page.GetElementById(number.Element.GetAttribute("href")!.TrimStart('#'))
            let backs = note?.QuerySelectorAll("[role='doc-backlink']").Select(back => back.GetAttribute("href"))
            let next = (number.Element.Closest("sup") ?? number.Element).NextSibling?.TextContent ?? ""
            where
                backs?.Contains("#" + number.Element.Id) != true
                || note!.Closest("ol") is null
                || (next.Length > 0 && ".,;:!?…".Contains(next[0], StringComparison.Ordinal))
            select $"{number.Page}: {number.Element.OuterHtml}"
        );
    }

    [Fact]
    public async Task A_note_can_hold_more_than_a_sentence()
    {
        var paper = await papers.Sample;

        Assert.Contains(
            Everywhere(paper, ".notes li"),
            note =>
                note.Element.QuerySelectorAll("p").Length > 1
                || note.Element.QuerySelector("ul, ol, .verse") is not null
        );
    }

    [Fact]
    public async Task A_note_of_the_editors_is_told_from_one_of_the_author()
    {
        var paper = await papers.Sample;

        var marked = Everywhere(paper, "[role='doc-noteref']").Select(number => number.Element.TextContent).ToList();

        Assert.Contains(marked, number => number.EndsWith('*'));
        Assert.Contains(marked, number => !number.EndsWith('*'));
    }

    [Fact]
    public async Task A_quotation_names_its_source_in_a_line_of_its_own()
    {
        var paper = await papers.Sample;

        var captions = Everywhere(paper, "figure.quotation > figcaption, figure.epigraph > figcaption");

        Assert.NotEmpty(captions);
        Assert.Contains(captions, caption => caption.Element.QuerySelector("cite") is not null);
        Checkout.Nobody(captions.Where(one => one.Element.ParentElement!.QuerySelector("blockquote") is null));
    }

    [Fact]
    public async Task Verse_keeps_its_lines_without_any_style()
    {
        var paper = await papers.Sample;

        var lines = Everywhere(paper, ".verse .line");

        Assert.NotEmpty(lines);
        Checkout.Nobody(
            from line in lines
            let next = line.Element.NextElementSibling
            where next is not null && next.LocalName != "br"
            select $"{line.Page}: {line.Element.TextContent}"
        );
    }

    [Fact]
    public async Task The_speakers_of_an_interview_are_marked_up_and_not_only_bold()
    {
        var paper = await papers.Sample;

        var interviews = Everywhere(paper, ".interview");

        Assert.NotEmpty(interviews);
        Checkout.Nobody(
            interviews.Where(one => one.Element.LocalName != "dl" || one.Element.QuerySelector("dt") is null)
        );
    }

    [Fact]
    public async Task Quotation_marks_and_dashes_are_set_and_not_typed()
    {
        var paper = await papers.Sample;

        Checkout.Nobody(
            from page in paper.Pages
            from text in paper.Read(page).Descendants<IText>()
            where text.ParentElement?.Closest("main p, main li, main dd, main h1, main h2") is not null
            where text.ParentElement!.Closest("code, pre, kbd, blockquote") is null
            where
                text.Data.Contains('"', StringComparison.Ordinal)
                || text.Data.Contains("--", StringComparison.Ordinal)
                || text.Data.Contains("...", StringComparison.Ordinal)
            select $"{page}: {text.Data.Trim()}"
        );
    }

    [Fact]
    public async Task Words_that_run_the_other_way_are_inside_an_element_that_says_so()
    {
        var paper = await papers.Sample;

        var rightToLeft = (
            from page in paper.Pages
            from text in paper.Read(page).Body!.Descendants<IText>()
            where text.Data.Any(letter => letter is >= '\u05d0' and <= '\u06d3')
            select (Page: page, Text: text)
        ).ToList();

        Assert.NotEmpty(rightToLeft);
        Checkout.Nobody(
            from one in rightToLeft
            let said = one.Text.ParentElement!.Closest("bdi, [dir]")
            where said is null || (said.LocalName != "bdi" && said.GetAttribute("dir") is not ("rtl" or "auto"))
            select $"{one.Page}: {one.Text.Data.Trim()}"
        );
    }

    [Fact]
    public async Task A_translation_lists_the_others_in_their_own_names_and_they_list_it()
    {
        var paper = await papers.Sample;

        var pairs = (
            from page in paper.Pages
            let document = paper.Read(page)
            let home = document.QuerySelector("link[rel='canonical']")?.GetAttribute("href")
            from link in document.QuerySelectorAll("head link[hreflang]")
            let target = link.GetAttribute("href")!
            where target != home
            select (Page: page, Home: home, Target: target, Language: link.GetAttribute("hreflang"), Document: document)
        ).ToList();

        Assert.NotEmpty(pairs);
        Checkout.Nobody(
            from pair in pairs
            where !pairs.Exists(other => other.Home == pair.Target && other.Target == pair.Home)
            select $"{pair.Page} lists {pair.Target}, which does not list it"
        );
        Checkout.Nobody(
            from pair in pairs
            let shown = pair.Document.QuerySelector($"body a[hreflang='{pair.Language}'][lang='{pair.Language}']")
            where string.IsNullOrWhiteSpace(shown?.TextContent)
            select $"{pair.Page} does not show its version in {pair.Language}"
        );
    }

    [Fact]
    public async Task A_note_that_was_jumped_to_is_marked_by_more_than_colour()
    {
        var paper = await papers.Sample;
        var (page, number) = Everywhere(paper, "[role='doc-noteref']")[0];
        var note = number.GetAttribute("href")!;

        var tab = await Chromium.OpenAsync(Reader.OnAPhone);
        var marks = new List<string>();
        foreach (var place in new[] { note, "#" + number.Id })
        {
            await tab.GotoAsync(paper.AddressOf(page).AbsoluteUri + place);
            marks.Add(await tab.EvaluateAsync<string>(Mark));
        }

        await tab.CloseAsync();
        Assert.All(marks, mark => Assert.Equal("marked", mark));
    }

    [Fact]
    public async Task An_epigraph_is_italic_and_its_emphasis_upright()
    {
        var paper = await papers.Sample;
        var (page, _) = Everywhere(paper, ".epigraph blockquote")[0];
        var tab = await Chromium.OpenAsync(Reader.AtADesk);
        await tab.GotoAsync(paper.AddressOf(page).AbsoluteUri);

        var set = await tab.EvaluateAsync<string[]>(Epigraph);

        await tab.CloseAsync();
        Assert.Equal(["italic", "normal", "manual"], set);
    }

    private const string Epigraph = """
        () => {
            const quotation = document.querySelector('.epigraph blockquote');
            const emphasis = quotation.querySelector('p').appendChild(document.createElement('em'));
            const style = getComputedStyle(quotation);
            return [style.fontStyle, getComputedStyle(emphasis).fontStyle, style.hyphens];
        }
        """;

    private const string Mark = """
        () => {
            const target = document.querySelector(':target'), style = getComputedStyle(target);
            const box = target.getBoundingClientRect();
            if (box.bottom < 0 || box.top > innerHeight) return 'out of sight';
            return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
                || parseFloat(style.borderInlineStartWidth) > 0 ? 'marked' : 'only coloured';
        }
        """;

    private static List<(string Page, IElement Element)> Everywhere(ServedPaper paper, string selector) =>
        [
            .. paper.Pages.SelectMany(page =>
                paper.Read(page).QuerySelectorAll(selector).Select(element => (page, element))
            ),
        ];
}

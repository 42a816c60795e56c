using System.IO.Compression;
using AngleSharp.Dom;
using Pamphlet.Tests.House;
using Pamphlet.Tests.Stories.Browsers;

namespace Pamphlet.Tests.Stories;

/// <summary>What a reader on a slow line pays, in bytes as they travel.</summary>
public sealed class WeightTests(PaperFixture papers)
{
    [Fact]
    public async Task The_style_weighs_at_most_ten_kilobytes()
    {
        var paper = await papers.Sample;

        Assert.InRange(Packed(Path.Combine(paper.Folder, "style.css")), 1, 10_000);
    }

    [Fact]
    public async Task The_front_page_with_its_style_weighs_at_most_thirty_kilobytes()
    {
        var paper = await papers.Sample;

        var weight = Packed(Path.Combine(paper.Folder, "index.html")) + Packed(Path.Combine(paper.Folder, "style.css"));

        Assert.InRange(weight, 1, 30_000);
    }

    [Fact]
    public async Task No_font_is_served_and_no_style_asks_for_another_file()
    {
        var paper = await papers.Sample;
        var styles = Directory.GetFiles(paper.Folder, "*.css", SearchOption.AllDirectories);

        Assert.NotEmpty(styles);
        foreach (var file in styles)
        {
            var style = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            Checkout.Nobody(
                new[] { "@font-face", "@import", "url(" }.Where(word =>
                    style.Contains(word, StringComparison.OrdinalIgnoreCase)
                )
            );
        }
    }

    [Fact]
    public async Task A_picture_says_how_large_it_is_and_what_it_shows()
    {
        var paper = await papers.Sample;
        var pictures = paper.Pages.SelectMany(page => paper.Read(page).QuerySelectorAll("img")).ToList();

        Assert.NotEmpty(pictures);
        Checkout.Nobody(
            pictures
                .Where(picture =>
                    !picture.HasAttribute("width") || !picture.HasAttribute("height") || !picture.HasAttribute("alt")
                )
                .Select(picture => picture.OuterHtml)
        );
    }

    [Fact]
    public async Task Figures_are_old_style_in_text_and_tabular_in_tables_and_small_capitals_are_never_faked()
    {
        var paper = await papers.Sample;
        var wrong = new List<string>();
        var tab = await Chromium.OpenAsync(Reader.AtADesk);
        foreach (var page in paper.Kinds)
        {
            await tab.GotoAsync(paper.AddressOf(page).AbsoluteUri);
            wrong.AddRange((await tab.EvaluateAsync<string[]>(Figures)).Select(what => $"{page}: {what}"));
        }

        await tab.CloseAsync();
        Checkout.Nobody(wrong);
    }

    private const string Figures = """
        () => [...document.querySelectorAll('main p, main td')].flatMap(element => {
            const style = getComputedStyle(element), wanted = element.closest('table') ? 'tabular-nums' : 'oldstyle-nums';
            return [
                style.fontVariantNumeric.includes(wanted) ? null : `${element.tagName} is not ${wanted}`,
                style.fontVariantCaps === 'normal' ? null : `${element.tagName} has ${style.fontVariantCaps}`,
            ].filter(Boolean);
        })
        """;

    // As the shelf packs what was just published; what is read much is packed harder later.
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

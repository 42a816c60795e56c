using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Pamphlet.Reading;
using Pamphlet.Rendering;

namespace Pamphlet.Tests.Reading;

/// <summary>What stands around texts: ways on from every page, and no promise that a page does not keep.</summary>
public sealed class PageFurnitureTests
{
    [Fact]
    public void A_page_that_is_not_there_has_the_menu_and_a_search_field()
    {
        var page = Parse(new NotFoundPlan());

        Assert.NotNull(page.QuerySelector("nav a[href='/archive.html']"));
        Assert.Equal("/search", page.QuerySelector("form[role='search']")?.GetAttribute("action"));
    }

    [Fact]
    public void The_archive_shows_every_year_with_its_months_and_how_many_texts()
    {
        var page = Parse(new ArchivePlan());
        var months = SamplePaper.Catalogue.ByMonth.Keys;

        Assert.Empty(page.QuerySelectorAll("details"));
        Assert.Equal(months.Select(month => month.Year).Distinct().Count(), page.QuerySelectorAll(".year h2").Length);
        Assert.Equal(months.Count, page.QuerySelectorAll(".year .counts li").Length);
        Assert.All(
            page.QuerySelectorAll(".year .facts"),
            facts => Assert.Contains("text", facts.TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Both_feeds_are_called_alike()
    {
        var feeds = Parse(new ArchivePlan()).QuerySelectorAll(".foot a[rel='alternate']");

        Assert.Equal(["Feed: new texts", "Feed: new comments"], feeds.Select(feed => feed.TextContent));
    }

    [Fact]
    public void Nothing_is_said_of_places_where_there_are_none()
    {
        var nowhere = SamplePaper.Catalogue.With(
            new CatalogueChange { Paper = SamplePaper.Catalogue.Paper with { Home = null } }
        );
        var page = new System.Buffers.ArrayBufferWriter<byte>();
        PageWriter.WriteCopies(new CopyFacts([], null, []), nowhere, page);

        var headings = Parse(page.WrittenSpan.ToArray()).QuerySelectorAll("h2").Select(one => one.TextContent);

        Assert.DoesNotContain("Where this paper is", headings);
    }

    [Theory]
    [InlineData("Words alone.", false)]
    [InlineData("Words alone.\n\n<!--more-->", false)]
    [InlineData("Words.\n\n<!--more-->\n\nMore.", true)]
    [InlineData("Words with a note.[^1]\n\n[^1]: The note.", true)]
    [InlineData("Words.\n\n<!--more-->\n\n![A map](picture:0123456789abcdef)", true)]
    public void A_text_that_is_shown_whole_does_not_ask_to_read_on(string markdown, bool isCut)
    {
        var text = PostRenderer.Render(
            markdown,
            new RenderContext(Language.English, _ => SamplePicture.Shown, _ => null)
        );

        Assert.Equal(isCut, text.IsCut);
    }

    private static IDocument Parse(PagePlan plan) => Parse(SamplePaper.Page(plan));

    private static IDocument Parse(byte[] page) =>
        new HtmlParser().ParseDocument(System.Text.Encoding.UTF8.GetString(page));
}

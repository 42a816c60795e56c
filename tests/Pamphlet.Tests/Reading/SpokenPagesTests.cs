using System.Buffers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Pamphlet.Reading;
using Pamphlet.Reading.Words;
using Pamphlet.Rendering;

namespace Pamphlet.Tests.Reading;

/// <summary>In which language pages speak, and what they say aloud of what the eye sees.</summary>
public sealed class SpokenPagesTests
{
    [Theory]
    [InlineData("2026/11/what-the-dam-kept.html", "en", "ltr")]
    [InlineData("2026/11/con-dap-giu-lai-gi.html", "vi", "ltr")]
    [InlineData("2026/10/anche-sadd-negah-dasht.html", "fa", "rtl")]
    public void A_texts_page_speaks_the_texts_language(string path, string language, string direction)
    {
        var card = SamplePaper.CardAt(path);
        var page = Parse(SamplePaper.Page(new PostPlan(card)));
        var words = Phrasebooks.For(Language.From(language));

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(direction, page.DocumentElement.GetAttribute("dir"));
        Assert.Equal(words.Page.SkipToText, page.QuerySelector("a")!.TextContent);
        Assert.Contains(
            words.Date(card.Day),
            page.QuerySelector("time.dt-published")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void On_such_a_page_what_the_paper_calls_itself_stays_in_the_papers_language()
    {
        var page = Parse(SamplePaper.Page(new PostPlan(SamplePaper.CardAt("2026/10/anche-sadd-negah-dasht.html"))));
        var about = page.QuerySelector("nav a[href$='about.html'] bdi");

        Assert.Equal("About this paper", about!.TextContent);
        Assert.Equal("en", about.GetAttribute("lang"));
    }

    [Fact]
    public void A_Vietnamese_paper_says_nothing_in_English()
    {
        var sample = SamplePaper.Catalogue;
        var paper = sample.With(new CatalogueChange { Paper = sample.Paper with { Language = Language.Vietnamese } });
        var english = Phrasebooks.For(Language.English);
        var words = new[]
        {
            english.Page.SkipToText,
            english.Page.Archive,
            english.Page.Search,
            english.Page.Promise,
            english.Lists.Popular,
            english.Lists.Older,
        };

        foreach (var plan in (PagePlan[])[Lists.Front(paper), new ArchivePlan(), new SearchPlan(), new NotFoundPlan()])
        {
            var said = Parse(SamplePaper.Page(plan, paper));
            Assert.Equal("vi", said.DocumentElement.GetAttribute("lang"));
            Assert.All(
                words,
                word => Assert.DoesNotContain($">{word}<", said.Body!.OuterHtml, StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void A_deep_answer_stands_no_further_in_than_the_fifth_and_names_whom_it_answers()
    {
        var thread = Discussion();
        var deepest = SamplePaper.ArticleOf(SamplePaper.Essay.Id).Comments.MaxBy(comment => comment.Depth)!;
        var shown = thread.QuerySelector($"#c{deepest.PublicId}")!;

        Assert.Equal(8, deepest.Depth);
        Assert.Equal("d5", shown.ParentElement!.ClassName);
        Assert.Equal($"#c{deepest.ParentId}", shown.QuerySelector("a.to")!.GetAttribute("href"));
        Assert.Contains(deepest.ParentName!, shown.QuerySelector("a.to")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Answer, level 8", shown.QuerySelector(".unseen")!.TextContent);
    }

    [Fact]
    public void The_place_of_a_comment_that_went_says_who_took_it()
    {
        var discussion = Phrasebooks.For(Language.English).Discussion;

        Assert.Equal(
            [discussion.Withdrawn, discussion.Removed],
            Discussion().QuerySelectorAll(".gone").Select(gone => gone.TextContent),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void What_a_reader_searched_for_is_shown_as_words_and_never_as_code()
    {
        var typed = "<script>alert(1)</script> \"đấu tranh\"";
        var answer = new SearchAnswer(
            typed,
            1,
            [new FoundText(SamplePaper.Essay, [new("the ", false), new("<b>", true)])],
            null
        );
        var output = new ArrayBufferWriter<byte>();

        answer.WriteTo(output, SamplePaper.Catalogue);

        var page = Parse(output.WrittenSpan.ToArray());
        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Equal(typed, page.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Equal("<b>", page.QuerySelector("mark")!.TextContent);
        Assert.Equal("1 text found", page.QuerySelector("[role=status]")!.TextContent);
    }

    [Fact]
    public void The_front_page_fits_into_thirty_kilobytes()
    {
        using var packed = new MemoryStream();
        using (
            var gzip = new System.IO.Compression.GZipStream(
                packed,
                System.IO.Compression.CompressionLevel.Optimal,
                true
            )
        )
        {
            gzip.Write(SamplePaper.Page(Lists.Front(SamplePaper.Catalogue)));
            gzip.Write(Encoding.UTF8.GetBytes(Style.Text));
        }

        Assert.InRange(packed.Length, 1, 30 * 1024);
    }

    private static IElement Discussion() =>
        Parse(SamplePaper.Page(new PostPlan(SamplePaper.Essay))).QuerySelector("#comments")!;

    private static IDocument Parse(byte[] page) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(page));
}

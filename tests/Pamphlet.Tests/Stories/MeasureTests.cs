using Pamphlet.Tests.House;
using Pamphlet.Tests.Stories.Browsers;

namespace Pamphlet.Tests.Stories;

/// <summary>Characters on a line, counted on the lines themselves; the last line of a paragraph says nothing.</summary>
public sealed class MeasureTests(PaperFixture papers)
{
    [Theory]
    [InlineData("en", 1440, 55, 70)]
    [InlineData("vi", 1440, 55, 70)]
    [InlineData("en", 500, 40, 50)]
    [InlineData("vi", 500, 40, 50)]
    [InlineData("en", 360, 33, 50)]
    [InlineData("vi", 360, 33, 50)]
    public async Task A_line_holds_as_many_characters_as_an_eye_follows(string language, int width, int least, int most)
    {
        var paper = await papers.Sample;

        var looked = await paper.LookAsync(new Reader(width, 900));

        var lines = (
            from look in looked
            from paragraph in look.Facts.Lines
            where paragraph.Language == language
            from characters in paragraph.Characters
            orderby characters
            select characters
        ).ToList();
        Assert.True(lines.Count >= 20, $"Only {lines.Count} full lines of {language}: too few to judge.");
        Assert.InRange(lines[lines.Count / 2], least, most);
        Assert.InRange(lines[^1], 1, 80);
    }

    [Fact]
    public async Task Text_is_set_ragged_with_air_between_the_lines()
    {
        var paper = await papers.Sample;

        var looked = await paper.LookAsync(Reader.AtADesk);

        var texts = looked.SelectMany(look => look.Facts.Paragraphs.Select(text => (look.Page, text))).ToList();
        Assert.NotEmpty(texts);
        Checkout.Nobody(texts.Where(one => one.text.Align is "justify"));
        // Arabic letters reach further up and down than Latin ones.
        Checkout.Nobody(
            texts.Where(one =>
                one.text.LineHeight < 1.5
                || one.text.LineHeight > (one.text.Language is "fa" or "ar" or "ur" ? 2.2 : 1.6)
            )
        );
        // By space or by indent, never both and never neither.
        Checkout.Nobody(texts.Where(one => one.text.After is { } after && one.text.Indent > 0 == after > 0));
        Checkout.Nobody(texts.Where(one => one.text.Family.Contains("monospace", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Body_text_is_of_the_size_of_a_book_and_follows_the_reader()
    {
        var paper = await papers.Sample;

        var looked = await paper.LookAsync(Reader.AtADesk);
        var larger = await paper.LookAsync(Reader.AtADesk, "html { font-size: 200% !important }");

        static List<double> Sizes(IEnumerable<(string Page, PageFacts Facts)> looked) =>
            [.. looked.SelectMany(look => look.Facts.Paragraphs).Select(text => text.Size)];
        var sizes = Sizes(looked);
        Assert.InRange(sizes.Order().ElementAt(sizes.Count / 2), 18, 20);
        Assert.All(sizes.Zip(Sizes(larger)), pair => Assert.True(pair.Second > pair.First * 1.5));
        Checkout.Nobody(larger.Where(look => look.Facts.Sideways > 0).Select(look => look.Page));
    }

    [Fact]
    public async Task Headings_leave_room_for_vietnamese_marks()
    {
        var paper = await papers.Sample;

        var looked = await paper.LookAsync(Reader.AtADesk);

        var headings = looked.SelectMany(look => look.Facts.Headings.Select(heading => (look.Page, heading))).ToList();
        Assert.Contains(headings, one => one.heading.Language.StartsWith("vi", StringComparison.Ordinal));
        Checkout.Nobody(
            headings.Where(one =>
                one.heading.Language.StartsWith("vi", StringComparison.Ordinal) && one.heading.LineHeight < 1.3
            )
        );
    }

    [Fact]
    public async Task A_link_in_a_sentence_is_underlined()
    {
        var paper = await papers.Sample;

        var looked = await paper.LookAsync(Reader.AtADesk);

        var links = looked.SelectMany(look => look.Facts.ProseLinks.Select(link => (look.Page, link))).ToList();
        Assert.NotEmpty(links);
        Checkout.Nobody(links.Where(one => !one.link.Underline.Contains("underline", StringComparison.Ordinal)));
    }
}

using Pamphlet.Tests.House;
using Pamphlet.Tests.Stories.Browsers;

namespace Pamphlet.Tests.Stories;

public sealed class ReflowTests(PaperFixture papers)
{
    // The values of WCAG 1.4.12.
    private const string WideSpacing = """
        * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
        p { margin-bottom: 2em !important }
        """;

    public static TheoryData<string> Widths => ["smallest phone", "phone", "tablet", "desk", "desk at 200 %"];

    [Theory, MemberData(nameof(Widths))]
    public async Task No_page_scrolls_sideways(string width)
    {
        var paper = await papers.Sample;

        var looked = await paper.LookAsync(ReaderOf(width));

        Checkout.Nobody(looked.Where(look => look.Facts.Sideways > 0).Select(Said));
        Checkout.Nobody(
            looked.Where(look => look.Facts.Clipped.Count > 0).Select(look => $"{look.Page}: {look.Facts.Clipped[0]}")
        );
    }

    [Theory, InlineData("smallest phone"), InlineData("desk")]
    public async Task Wider_spacing_of_text_hides_nothing(string width)
    {
        var paper = await papers.Sample;

        var looked = await paper.LookAsync(ReaderOf(width), WideSpacing);

        Checkout.Nobody(looked.Where(look => look.Facts.Sideways > 0).Select(Said));
        Checkout.Nobody(
            looked.Where(look => look.Facts.Clipped.Count > 0).Select(look => $"{look.Page}: {look.Facts.Clipped[0]}")
        );
    }

    [Fact]
    public async Task Nothing_lies_over_the_text_while_it_scrolls()
    {
        var paper = await papers.Sample;

        var looked = await paper.LookAsync(Reader.OnAPhone);

        Checkout.Nobody(
            looked.Where(look => look.Facts.Fixed.Count > 0).Select(look => $"{look.Page}: {look.Facts.Fixed[0]}")
        );
    }

    private static string Said((string Page, PageFacts Facts) look) =>
        $"{look.Page} by {look.Facts.Sideways} px: {string.Join(", ", look.Facts.StickingOut)}";

    private static Reader ReaderOf(string width) =>
        width switch
        {
            "smallest phone" => Reader.OnTheSmallestPhone,
            "phone" => Reader.OnAPhone,
            "tablet" => Reader.OnATablet,
            "desk" => Reader.AtADesk,
            _ => Reader.AtADeskZoomedTo200,
        };
}

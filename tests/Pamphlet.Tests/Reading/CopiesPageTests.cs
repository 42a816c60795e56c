using System.Buffers;
using System.Text;
using AngleSharp.Html.Parser;
using Pamphlet.Reading;
using Pamphlet.Rendering;

namespace Pamphlet.Tests.Reading;

public sealed class CopiesPageTests
{
    private static readonly CopyFacts Facts = new(
        [new CopyFact(CopyKind.Zip, "copies/0123456789abcdef/paper-7.zip", 1_234_567, new string('a', 64), 7)],
        "http://example.onion/",
        ["https://mirror.example/"]
    );

    [Theory]
    [InlineData("en", "ltr", "edition 7")]
    [InlineData("vi", "ltr", "số 7")]
    [InlineData("fa", "rtl", "شمارهٔ ۷")]
    public void The_page_names_files_hashes_places_and_a_code_to_scan(string language, string direction, string edition)
    {
        var page = Write(language, Facts);

        Assert.Equal(direction, page.QuerySelector("article")?.GetAttribute("dir"));
        Assert.Equal("copies/0123456789abcdef/paper-7.zip", page.QuerySelector(".copies a")?.GetAttribute("href"));
        Assert.Contains(edition, page.QuerySelector(".copies li")?.TextContent, StringComparison.Ordinal);
        Assert.Contains(new string('a', 64), page.QuerySelector(".copies code")?.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='https://mirror.example/']"));
        Assert.NotNull(page.QuerySelector("svg.qr[role=img][aria-label]"));
        Assert.Empty(page.QuerySelectorAll("script, form, [style]"));
    }

    [Fact]
    public void Without_files_and_onion_the_page_says_what_one_can_do()
    {
        var page = Write("en", new CopyFacts([], null, []));

        Assert.Contains("No files were made", page.Body?.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("svg"));
    }

    [Fact]
    public void A_code_has_the_dots_that_its_maker_gave_it()
    {
        using var made = QRCoder.QRCodeGenerator.GenerateQrCode("http://a.onion/", QRCoder.QRCodeGenerator.ECCLevel.M);

        var code = QrPath.Of("http://a.onion/");

        var dots = code
            .Data.Split('M', StringSplitOptions.RemoveEmptyEntries)
            .Select(run => run.Split(' ', 'h', 'v'))
            .SelectMany(run => Enumerable.Range(Int(run[0]), Int(run[2])).Select(x => (x, Int(run[1]))))
            .ToHashSet();
        for (var y = 0; y < made.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < made.ModuleMatrix.Count; x++)
            {
                Assert.Equal(made.ModuleMatrix[y][x], dots.Contains((x, y)));
            }
        }
    }

    private static int Int(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static AngleSharp.Html.Dom.IHtmlDocument Write(string language, CopyFacts facts)
    {
        var catalogue = SamplePaper.Catalogue;
        var paper = catalogue.Paper with { Language = Language.From(language), IsSigned = true };
        var page = new ArrayBufferWriter<byte>();
        PageWriter.WriteCopies(facts, catalogue.With(new CatalogueChange { Paper = paper }), page);
        return new HtmlParser().ParseDocument(Encoding.UTF8.GetString(page.WrittenSpan));
    }
}

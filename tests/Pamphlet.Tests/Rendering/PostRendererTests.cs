using System.Text;
using Pamphlet.Rendering;

namespace Pamphlet.Tests.Rendering;

public sealed class PostRendererTests
{
    [Fact]
    public void Decomposed_Vietnamese_is_served_composed()
    {
        var rendered = PostRenderer.Render(
            "## Đấu tranh\n\n*Tiếng* Việt".Normalize(NormalizationForm.FormD),
            Paper.English
        );

        Assert.Contains("<em>Tiếng</em> Việt", rendered.Body.ToString(), StringComparison.Ordinal);
        Assert.Equal("Đấu tranh\nTiếng Việt", rendered.Plain);
    }

    [Fact]
    public void A_mark_that_was_named_joins_its_letter() =>
        Assert.Equal("<p>é</p>\n", PostRenderer.Render("e&#x301;", Paper.English).Body.ToString());

    [Theory]
    [InlineData("a\u0001b [c](/d\u0001e) &#1; `&#1;`")]
    [InlineData("<b title=\"&#1;\">&#1;</b> <a href=\"&#1;x\">y</a>")]
    [InlineData("[x](/a \"&#1;b\") ![&#1;y](https://e.example/ \"&#1;\")")]
    [InlineData("[&#1;x]{lang=fa} ::: &#1;")]
    [InlineData("![&#1;](picture:00000000000000b1 \"&#1;\")")]
    public void The_mark_of_the_root_never_comes_from_a_text(string markdown)
    {
        var html = PostRenderer.Render(markdown, Paper.English).Body.ToString();

        HtmlJudge.AcceptRoots(html);
    }

    [Fact]
    public void A_stranger_cannot_write_what_passes_for_ours()
    {
        const string Forged = "<p data-own=\"0\" class=\"notes\" role=\"doc-endnotes\">x</p>";

        var rendered = PostRenderer.Render(Forged, Paper.English);

        Assert.Equal("<p>x</p>\n", rendered.Body.ToString());
        Assert.Equal(["@class", "@data-own", "@role"], rendered.Dropped.Keys);
    }

    [Theory]
    [InlineData("one two three", 3)]
    [InlineData("Đấu tranh không ngừng", 4)]
    [InlineData("one -- two", 2)]
    [InlineData("漢字漢字漢字", 3)]
    [InlineData("a[^1]\n\n[^1]: many more words", 1)]
    [InlineData("", 0)]
    public void Words_are_what_a_reader_would_count(string markdown, int words) =>
        Assert.Equal(words, PostRenderer.Render(markdown, Paper.English).Words);

    [Theory]
    [InlineData("A short text.", false)]
    [InlineData("A short text.[^1]\n\n[^1]: With a note.", true)]
    [InlineData("A short text.\n\n<!--more-->\n\nMore.", true)]
    public void A_list_knows_whether_there_is_more_to_read(string markdown, bool isCut) =>
        Assert.Equal(isCut, PostRenderer.Render(markdown, Paper.English).IsCut);

    [Fact]
    public void A_quotation_that_does_not_fit_is_left_for_the_page()
    {
        var words = string.Concat(Enumerable.Repeat("word ", 60));
        var rendered = PostRenderer.Render($"{words}\n\n> {words}{words}\n>\n> -- Source\n\nEnd.", Paper.English);

        Assert.DoesNotContain("<blockquote", rendered.Excerpt.ToString(), StringComparison.Ordinal);
        Assert.True(rendered.IsCut);
    }

    [Fact]
    public void A_long_quotation_that_comes_first_keeps_its_source()
    {
        var words = string.Concat(Enumerable.Repeat("word ", 300));
        var rendered = PostRenderer.Render($"> {words}\n>\n> -- *Source*", Paper.English).Excerpt.ToString();

        Assert.Contains("word…</p>", rendered, StringComparison.Ordinal);
        Assert.Contains("<figcaption><cite>Source</cite></figcaption>", rendered, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de", "\"Wort 'eins'\"", "„Wort ‚eins‘“")]
    [InlineData("fr", "\"mot\"", "«\u202Fmot\u202F»")]
    [InlineData("ru", "\"слово \"два\"\"", "«слово «два»»")]
    [InlineData("ja", "\"語\"", "「語」")]
    [InlineData(
        "en",
        "the '90s, rock 'n' roll, workers' --all a--b ....",
        "the ’90s, rock ‘n’ roll, workers’ --all a–b ...."
    )]
    [InlineData("en", "\\\"plain\\\"", "\"plain\"")]
    [InlineData("en", "(\"*a*\")", "(“a”)")]
    public void Marks_follow_the_language(string language, string markdown, string plain) =>
        Assert.Equal(plain, PostRenderer.Render(markdown, Paper.In(Language.From(language))).Plain);

    [Theory]
    [InlineData("vi", "“thế”")]
    [InlineData("fa", "«thế»")]
    public void Each_language_keeps_to_its_passage(string language, string expected)
    {
        var rendered = PostRenderer.Render("[\"so\"]{lang=en} \"thế\"", Paper.In(Language.From(language)));

        Assert.Equal("“so” " + expected, rendered.Plain);
    }
}

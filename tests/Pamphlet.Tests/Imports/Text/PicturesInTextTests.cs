using Pamphlet.Imports.Text;
using Pamphlet.Rendering;

namespace Pamphlet.Tests.Imports.Text;

public sealed class PicturesInTextTests
{
    private const string Small = "https://1.bp.blogspot.com/-a/b/c/d/s320/My+Pic.jpg";
    private const string Large = "https://1.bp.blogspot.com/-a/b/c/d/s1600-h/My+Pic.jpg";

    [Fact]
    public void A_picture_that_opens_itself_larger_is_one_picture()
    {
        var found = new List<FoundPicture>();
        var converted = Convert(
            $"<div class=\"separator\"><a href=\"{Large}\" imageanchor=\"1\"><img alt=\"A cat\" height=\"240\" width=\"320\" src=\"{Small}\"></a></div>After",
            found
        );

        Assert.Equal("![A cat](picture:1)\n\nAfter", converted.Markdown);
        Assert.Equal(
            new FoundPicture(Large, Small, "A cat", 320, 240, ReadOnlyMemory<byte>.Empty),
            Assert.Single(found)
        );
        Assert.Equal(["picture:1"], converted.Pictures);
    }

    [Fact]
    public void A_caption_comes_along()
    {
        var table =
            $"<table class=\"tr-caption-container\"><tbody><tr><td><img src=\"{Small}\"></td></tr><tr><td class=\"tr-caption\">The <i>first</i> winter</td></tr></tbody></table>";

        Assert.Equal("::: figure\n![](picture:1)\n\nThe *first* winter\n:::", Convert(table).Markdown);
        Assert.Equal(
            "::: figure\n![x](picture:1)\n\nC\n:::",
            Convert($"<figure><img alt=x src=\"{Small}\"><figcaption>C</figcaption></figure>").Markdown
        );
    }

    [Fact]
    public void A_picture_that_nobody_has_becomes_a_link_and_is_told()
    {
        var converted = HtmlToMarkdown.Convert(
            $"<a href=\"{Large}\"><img src=\"{Small}\"></a>",
            new HtmlToMarkdownOptions(Language.English)
        );

        Assert.Equal($"[My+Pic.jpg]({Large})", converted.Markdown);
        Assert.Equal([Large], converted.MissingPictures);
    }

    [Fact]
    public void A_picture_that_leads_to_a_page_keeps_its_link() =>
        Assert.Equal(
            "[![](picture:1)](https://a.example/page)",
            Convert($"<a href=\"https://a.example/page\"><img src=\"{Small}\"></a>").Markdown
        );

    [Fact]
    public void A_picture_within_a_sentence_does_not_tear_it() =>
        Assert.Equal("Text ![](picture:1) goes on", Convert($"Text <img src=\"{Small}\"> goes on").Markdown);

    [Theory]
    [InlineData("<img width=1 height=1 src=\"https://count.example/x.gif\">", "counting picture")]
    [InlineData("<img src=\"javascript:x()\">", "address javascript")]
    [InlineData("<img src=\"file:///C:/x.png\">", "address file")]
    [InlineData("<img src=\"data:text/html,x\">", "address data")]
    [InlineData("<img>", "picture without an address")]
    public void What_is_no_picture_is_counted(string html, string kind)
    {
        var converted = Convert(html);

        Assert.Equal("", converted.Markdown);
        Assert.Equal(1, converted.Dropped[kind]);
    }

    [Fact]
    public void A_picture_within_the_text_is_handed_over_as_bytes()
    {
        var found = new List<FoundPicture>();
        var converted = Convert(
            $"<img src=\"data:image/png;base64,{System.Convert.ToBase64String(new byte[600])}\">",
            found
        );

        Assert.Equal("![](picture:1)", converted.Markdown);
        Assert.Equal(600, Assert.Single(found).Bytes.Length);
    }

    [Theory]
    [InlineData(
        "https://4.bp.blogspot.com/-a/b/c/d/s72-w400-c-h300/x.jpg",
        "https://4.bp.blogspot.com/-a/b/c/d/s2048/x.jpg"
    )]
    [InlineData(
        "https://blogger.googleusercontent.com/img/b/R29/AVv/w400-h300/My+photo%2B1.jpg",
        "https://blogger.googleusercontent.com/img/b/R29/AVv/s2048/My+photo%2B1.jpg"
    )]
    [InlineData(
        "https://blogger.googleusercontent.com/img/a/AVv=w400-h158",
        "https://blogger.googleusercontent.com/img/a/AVv=s2048"
    )]
    [InlineData(
        "http://lh3.ggpht.com/_a/b/c/d/s400-h/x.PNG?imgmax=800",
        "http://lh3.ggpht.com/_a/b/c/d/s2048/x.PNG?imgmax=800"
    )]
    [InlineData("https://elsewhere.example/s320/x.jpg", "https://elsewhere.example/s320/x.jpg")]
    public void The_full_size_is_asked_for(string address, string full) =>
        Assert.Equal(full, PictureAddress.FullSizeOf(address));

    [Fact]
    public void All_sizes_of_a_picture_have_one_key()
    {
        string[] sizes =
        [
            Small,
            Large,
            "http://3.bp.blogspot.com/-a/b/c/d/s1600/My+Pic.jpg",
            "https://1.bp.blogspot.com/-a/b/c/d/w72-h72-p-k-no-nu/My+Pic.jpg",
        ];

        Assert.Single(sizes.Select(PictureAddress.KeyOf).Distinct(StringComparer.Ordinal));
        Assert.NotEqual(
            PictureAddress.KeyOf(Small),
            PictureAddress.KeyOf("https://1.bp.blogspot.com/-a/b/c/OTHER/s320/My+Pic.jpg")
        );
    }

    private static ConvertedText Convert(string html, List<FoundPicture>? found = null) =>
        HtmlToMarkdown.Convert(
            html,
            new HtmlToMarkdownOptions(Language.English)
            {
                PictureFor = picture =>
                {
                    found?.Add(picture);
                    return "picture:1";
                },
            }
        );
}

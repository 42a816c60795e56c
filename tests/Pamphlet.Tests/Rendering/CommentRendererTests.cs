using Pamphlet.Rendering;

namespace Pamphlet.Tests.Rendering;

public sealed class CommentRendererTests
{
    private const string Link = " rel=\"nofollow ugc noopener noreferrer\"";

    [Theory]
    [InlineData("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>")]
    [InlineData("> a\n>\n> b", "<blockquote><p>a</p>\n<p>b</p>\n</blockquote>")]
    [InlineData("- a\n- b", "<ul><li>a</li>\n<li>b</li>\n</ul>")]
    [InlineData("3. a", "<ol start=\"3\"><li>a</li>\n</ol>")]
    [InlineData(
        "# no\n\n<b>no</b> &amp; ![x](https://e.example/p.png)",
        "<p># no</p>\n<p>&lt;b&gt;no&lt;/b&gt; &amp;amp; x</p>"
    )]
    [InlineData("a\n---\nb\n===", "<p>a\n---\nb\n===</p>")]
    [InlineData(
        "[a]: https://e.example\n\n[a]",
        "<p>[a]: <a href=\"https://e.example/\"" + Link + ">https://e.example</a></p>\n<p>[a]</p>"
    )]
    [InlineData(
        "[bank](https://evil.example/x)",
        "<p><a href=\"https://evil.example/x\"" + Link + ">bank</a> (evil.example)</p>"
    )]
    [InlineData(
        "[https://bank.example](https://evil.example/)",
        "<p><a href=\"https://evil.example/\"" + Link + ">https://bank.example</a> (evil.example)</p>"
    )]
    [InlineData("https://e.example/a", "<p><a href=\"https://e.example/a\"" + Link + ">https://e.example/a</a></p>")]
    [InlineData("[x](/desk/sign-out) [y](//e.example) [z](mailto:a@b.example) [f](ftp://e.example/)", "<p>x y z f</p>")]
    [InlineData("[x](https://a:b@e.example/)", "<p>x</p>")]
    [InlineData("[x](/2019/05/slug.html#c12)", "<p><a href=\"\u00012019/05/slug.html#c12\"" + Link + ">x</a></p>")]
    [InlineData("[x](/2019/05/../../desk.html) [y](/2019/05/a.html?do=it) [z](/p/a.html:b)", "<p>x y z</p>")]
    [InlineData(
        "[аррӏе](https://аррӏе.example/)",
        "<p><a href=\"https://xn--80ak6aa92e.example/\"" + Link + ">аррӏе</a> (xn--80ak6aa92e.example)</p>"
    )]
    [InlineData("Đấu tranh — \"thế\"", "<p>Đấu tranh — \"thế\"</p>")]
    [InlineData("متن\u202eabc\u2066", "<p>متنabc</p>")]
    [InlineData("", "")]
    public void A_comment_says_little_and_says_it_safely(string markdown, string html) =>
        Assert.Equal(html, CommentRenderer.Render(markdown).ToString().TrimEnd('\n'));

    [Fact]
    public void Marks_do_not_climb_over_the_lines_around()
    {
        var html = CommentRenderer.Render("Z" + new string('\u0351', 50)).ToString();

        Assert.Equal(3, html.Count(character => character == '\u0351'));
    }

    [Fact]
    public void The_first_four_thousand_characters_count()
    {
        var html = CommentRenderer.Render(new string('a', 9000)).ToString();

        Assert.Equal(ReadersText.MaxLength, html.Count(character => character == 'a'));
    }

    [Fact]
    public void Nesting_beyond_sense_is_shown_as_typed()
    {
        var html = CommentRenderer.Render(string.Concat(Enumerable.Repeat("> ", 100)) + "x").ToString();

        Assert.StartsWith("<pre>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_words_are_one_paragraph_a_line() =>
        Assert.Equal("a b c\nd e (e.example)", CommentRenderer.Plain("a *b*\n`c`\n\n> d\n[e](https://e.example/x)"));
}

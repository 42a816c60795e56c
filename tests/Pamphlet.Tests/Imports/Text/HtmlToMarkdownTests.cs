using Pamphlet.Imports.Text;
using Pamphlet.Rendering;

namespace Pamphlet.Tests.Imports.Text;

public sealed class HtmlToMarkdownTests
{
    [Theory]
    [InlineData("One.<br><br>Two.<br />Line.", "One.\n\nTwo.\\\nLine.")]
    [InlineData("<div>One.</div><div><br></div><div>Two.</div>", "One.\n\nTwo.")]
    [InlineData("<div>a line</div><div>another</div><div>&nbsp;</div><div>stanza</div>", "a line\\\nanother\n\nstanza")]
    [InlineData("<p>One.</p><p>&nbsp;</p><p>Two.&nbsp; Three.</p>", "One.\n\nTwo. Three.")]
    [InlineData("<div dir=\"ltr\" trbidi=\"on\">Body<br /></div>", "Body")]
    [InlineData("<b><p>One</p><p>Two</p></b>", "**One**\n\n**Two**")]
    [InlineData("bitter&nbsp;!", "bitter\u00a0!")]
    [InlineData("<p></p> <br> <div> </div>", "")]
    public void Paragraphs_are_what_a_browser_showed_as_such(string html, string markdown) =>
        Assert.Equal(markdown, Convert(html).Markdown);

    [Theory]
    [InlineData(
        "<span style=\"font-weight: bold\">b</span> <span style='font-style:italic'>i</span> <span style='text-decoration: line-through'>s</span>",
        "**b** *i* ~~s~~"
    )]
    [InlineData("a <b> b </b>c", "a **b** c")]
    [InlineData("a<b>b</b>c", "a**b**c")]
    [InlineData("a<b>“b”</b>c", "a<strong>“b”</strong>c")]
    [InlineData("<b>one</b><i>two</i>", "__one__*two*")]
    [InlineData(
        "<b>see <a href='https://a.example/'>a <i>page</i></a> now</b>",
        "**see [a *page*](https://a.example/) now**"
    )]
    [InlineData("<b style='font-weight:normal'><p>pasted</p></b>", "pasted")]
    [InlineData("<b></b><i> </i>x", "x")]
    [InlineData("H<sub>2</sub>O <u>u</u>", "H<sub>2</sub>O <u>u</u>")]
    [InlineData("<code>a`b</code> <tt>`</tt>", "``a`b`` `` ` ``")]
    public void Emphasis_holds_wherever_it_stands(string html, string markdown) =>
        Assert.Equal(markdown, Convert(html).Markdown);

    [Theory]
    [InlineData("1. One")]
    [InlineData("1986) was")]
    [InlineData("# five")]
    [InlineData("- five")]
    [InlineData("+ five")]
    [InlineData("-- Anon")]
    [InlineData("---")]
    [InlineData("===")]
    [InlineData("> five")]
    [InlineData("| five")]
    [InlineData(": five")]
    [InlineData("::: figure")]
    [InlineData("~~~ five ~~~")]
    [InlineData("*a* _b_ __c__ **d** `e` [f](g) [h][i] ![j](k) [^1] [l]{lang=fa}")]
    [InlineData("<b> & &amp; &#39; a<b 1 < 2 > 1")]
    [InlineData("\\* \\a \\ \\\\")]
    [InlineData("[x]: /y")]
    [InlineData("snake_case and 5 * 6 * 7 and C# and f(x)[0](1)")]
    [InlineData("http://x.example/a_b*c_(d)?e=f&g=h_i_ and www.x.example/*a*")]
    [InlineData("a --verbose switch")]
    [InlineData("    indented")]
    public void Words_are_never_taken_for_marks(string words)
    {
        foreach (
            var html in (string[])
                [
                    Escaped(words),
                    "x<br>" + Escaped(words) + "<br>y",
                    "<ul><li>" + Escaped(words) + "</li></ul>",
                    "<blockquote>" + Escaped(words) + "</blockquote>",
                    "<h2>" + Escaped(words) + "</h2>",
                    "<b>" + Escaped(words) + "</b>",
                ]
        )
        {
            Assert.Null(RoundTripTests.Difference(html));
        }
    }

    [Fact]
    public void Few_characters_need_a_backslash() =>
        Assert.Equal(
            "5 * 6 is 30 [sic], snake_case & more; a < b. C# (1) – [x] ok",
            Convert("5 * 6 is 30 [sic], snake_case &amp; more; a &lt; b. C# (1) – [x] ok").Markdown
        );

    [Fact]
    public void Entities_are_decoded_once() =>
        Assert.Equal(@"it\&#39;s & \&amp;", Convert("it&amp;#39;s &amp; &amp;amp;").Markdown);

    [Fact]
    public void Text_is_composed() => Assert.Equal("đấu tranh", Convert("đa\u0302\u0301u tranh").Markdown);

    [Theory]
    [InlineData("One<a name='more'></a>Two")]
    [InlineData("<p>One</p><!--more--><p>Two</p>")]
    [InlineData("One<br><a name=\"More\"></a><br>Two")]
    public void The_cut_stays_where_it_was(string html)
    {
        var converted = Convert(html);

        Assert.True(converted.HasCut);
        Assert.Equal("One\n\n<!--more-->\n\nTwo", converted.Markdown);
    }

    [Theory]
    [InlineData("<h1>A</h1><h3>B</h3><h6>C</h6>", "## A\n\n### B\n\n#### C")]
    [InlineData("<h3><b>A</b></h3><h4>B <br>C</h4>", "## A\n\n### B C")]
    [InlineData("<h2><br></h2>x", "x")]
    public void Headings_skip_no_level(string html, string markdown) => Assert.Equal(markdown, Convert(html).Markdown);

    [Theory]
    [InlineData("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", "- a\n  - b\n- c")]
    [InlineData("<ol start=9><li>a</li><li>b</li></ol>", "9. a\n10. b")]
    [InlineData("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n* b")]
    [InlineData("<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "- a\n\n  b\n\n- c")]
    [InlineData("<ul><li>a<br></li><br><li></li></ul>", "- a")]
    [InlineData("x<li>loose</li>", "x\n\n- loose")]
    [InlineData("<dl><dt>T</dt><dd>D</dd></dl>", "T\n:   D")]
    public void Lists_stay_lists(string html, string markdown) => Assert.Equal(markdown, Convert(html).Markdown);

    [Theory]
    [InlineData("<blockquote>Words.<br>— Anon, <i>Song</i></blockquote>", "> Words.\n>\n> -- Anon, *Song*")]
    [InlineData("<blockquote><p>Words.</p><cite>Anon</cite></blockquote>", "> Words.\n>\n> -- Anon")]
    [InlineData("<blockquote>— Đi đâu?<br>— Đi chợ</blockquote>", "> — Đi đâu?\\\n> — Đi chợ")]
    [InlineData("<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n>\n> > b")]
    [InlineData("<blockquote>— Alone</blockquote>", "> — Alone")]
    public void A_quotation_names_its_source_and_a_dialogue_does_not(string html, string markdown) =>
        Assert.Equal(markdown, Convert(html).Markdown);

    [Fact]
    public void Code_keeps_every_character() =>
        Assert.Equal(
            "````css\na {\n  b: ```c;\n}\n````",
            Convert("<pre name=\"code\" class=\"css\"><br />a {<br />  b: ```c;<br />}</pre>").Markdown
        );

    [Fact]
    public void A_plain_table_is_markdown_and_any_other_stays_safe_html()
    {
        Assert.Equal(
            "| A | B |\n| --- | --- |\n| 1\\|2 | x<br>y |",
            Convert("<table><tr><th>A</th><th>B</th></tr><tr><td>1|2</td><td>x<br>y</td></tr></table>").Markdown
        );
        var other = Convert(
            "<table onclick=x><tr><td colspan=2 style=x>A<script>x</script></td></tr><tr><td>1</td><td>2\n\n3</td></tr></table>"
        );
        Assert.Equal(
            "<table>\n<tbody>\n<tr>\n<td colspan=\"2\">A</td>\n</tr>\n<tr>\n<td>1</td>\n<td>2 3</td>\n</tr>\n</tbody>\n</table>",
            other.Markdown
        );
        Assert.Equal(
            "one\n\ntwo",
            Convert("<table><tr><td><p>one</p></td></tr><tr><td>two</td></tr></table>").Markdown
        );
    }

    [Fact]
    public void Notes_whose_two_ends_meet_become_notes()
    {
        var html =
            "<p>A<a href=\"https://www.blogger.com/post-edit.g?x#_ftn1\" name=\"_ftnref1\"><sup>[1]</sup></a> b<sup id=r2><a href=\"#n2\">2</a></sup></p><hr><div id=ftn1><p class=MsoFootnoteText><a href=\"#_ftnref1\" name=\"_ftn1\">[1]</a> First.</p><p>More.</p></div><ol><li id=n2>Second. <a href=\"#r2\">↩</a></li></ol>";

        Assert.Equal("A[^1] b[^2]\n\n[^1]: First.\n\n    More.\n\n[^2]: Second.", Convert(html).Markdown);
    }

    [Theory]
    [InlineData("A<a href=\"#_ftn1\" name=\"_ftnref1\">[1]</a><p>no other end</p>")]
    [InlineData(
        "A<a href=\"#n\" name=\"r\">[1]</a> B<a href=\"#n\" name=\"r\">[1]</a><p><a href=\"#r\" name=\"n\">[1]</a> twice</p>"
    )]
    [InlineData("A<a href=\"#n\" name=\"r\">[1]</a><p>in the middle <a href=\"#r\" name=\"n\">[1]</a> of words</p>")]
    public void Notes_that_lack_an_end_stay_words(string html)
    {
        var markdown = Convert(html).Markdown;

        Assert.DoesNotContain("[^", markdown, StringComparison.Ordinal);
        Assert.Contains("[1]", markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p dir=rtl>سلام دنیا گپ</p>", "::: lang fa\nسلام دنیا گپ\n:::")]
    [InlineData("<p dir=rtl>مرحبا بالعالم</p>", "::: lang ar\nمرحبا بالعالم\n:::")]
    [InlineData("<div dir=rtl>plain English</div>", "plain English")]
    [InlineData("<p>He said <span lang=fa>سلام</span>.</p>", "He said [سلام]{lang=fa}.")]
    [InlineData("<p><span lang=\"VI\" style=\"mso-ansi-language:VI\">plain English</span></p>", "plain English")]
    [InlineData("<p lang=fa>no Persian letter</p>", "no Persian letter")]
    public void Another_language_is_marked_where_the_letters_agree(string html, string markdown) =>
        Assert.Equal(markdown, Convert(html).Markdown);

    [Fact]
    public void A_word_processors_leftovers_vanish() =>
        Assert.Equal(
            "Text\n\nMore",
            Convert(
                "<!--[if gte mso 9]><xml><w:WordDocument>x</w:WordDocument></xml><![endif]--><style>p{}</style><p class=\"MsoNormal\" style=\"mso-margin-top-alt:auto\">Text<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>More</p>"
            ).Markdown
        );

    [Fact]
    public void The_paths_of_somebodys_computer_are_not_told()
    {
        const string User = "John";
        var converted = Convert(
            $"a<img src=\"file:///C:/Users/{User}/AppData/Local/Temp/msohtmlclip1/01/clip.png\" alt=\"C:\\Users\\{User}\\x.png\">"
                + $"<a href=\"file:///C:/Users/{User} Smith/x.doc\">file:///C:/Users/{User} Smith/x.doc</a>"
                + $" <a href=\"file:///C:/Users/{User}/x.doc\">my text</a> see file:///home/{User}/x.txt now"
        );

        Assert.Equal("a my text see now", converted.Markdown);
        Assert.Equal(4, converted.Dropped["address file"]);
    }

    [Fact]
    public void What_could_run_is_dropped_and_counted()
    {
        var converted = Convert(
            "<script>x()</script><p onclick=x()>a <a href=\"java\nscript:x()\">b</a></p><form><input></form><iframe src=\"//www.youtube.com/embed/abcdefghijk?rel=0\"></iframe><iframe src=\"javascript:x()\"></iframe>"
        );

        Assert.Equal("a b\n\n<https://www.youtube.com/watch?v=abcdefghijk>", converted.Markdown);
        Assert.Equal(
            ["address javascript", "event handler", "form", "frame", "frame www.youtube.com", "script"],
            converted.Dropped.Keys
        );
    }

    [Fact]
    public void Own_links_are_rewritten_and_trackers_taken_out_of_others()
    {
        var converted = HtmlToMarkdown.Convert(
            "<a href=\"http://old.blogspot.com/2019/05/a.html\">a</a> <a href=\"https://www.google.com/url?q=https%3A%2F%2Fb.example%2F&amp;sa=D\">b</a> <a href=\"#top\">c</a>",
            new HtmlToMarkdownOptions(Language.English)
            {
                RewriteAddress = address => address.Replace("http://old.blogspot.com", "", StringComparison.Ordinal),
            }
        );

        Assert.Equal("[a](/2019/05/a.html) [b](https://b.example/) c", converted.Markdown);
    }

    internal static ConvertedText Convert(string html) =>
        HtmlToMarkdown.Convert(html, new HtmlToMarkdownOptions(Language.English));

    private static string Escaped(string words) => System.Net.WebUtility.HtmlEncode(words);
}

using System.Text.RegularExpressions;
using Pamphlet.Imports.Text;
using Pamphlet.Rendering;

namespace Pamphlet.Tests.Imports.Text;

public sealed partial class CommentHtmlToMarkdownTests
{
    // Counted in the exports on 22 November 2026: every comment but those of other people's blogs.
    private const int RealComments = 300;

    [Theory]
    [InlineData("One\n\nTwo\nLine", "One\n\nTwo\\\nLine")]
    [InlineData("One<BR/><BR/>Two<BR/>Line", "One\n\nTwo\\\nLine")]
    [InlineData("One<br />\n<br />\nTwo", "One\n\nTwo")]
    [InlineData("<b>b</b> <i>i</i> <u>u</u>", "**b** *i* u")]
    [InlineData("<a href=\"http://a.example/\" rel=\"nofollow\">here</a>", "[here](http://a.example/)")]
    [InlineData("<a href=\"javascript:x()\">here</a>", "here")]
    [InlineData("<blockquote>q</blockquote>a<ul><li>b</li></ul>", "> q\n\na\n\n- b")]
    [InlineData("it&#39;s &lt;b&gt; &amp;amp;", @"it's \<b> \&amp;")]
    [InlineData(
        "<h2>H</h2><table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table><script>x</script>",
        "**H**\n\na · b\n\nc · d"
    )]
    [InlineData("", "")]
    public void A_comment_says_what_it_said(string html, string markdown) =>
        Assert.Equal(markdown, CommentHtmlToMarkdown.Convert(html));

    [Fact]
    public void Every_real_comment_reads_as_it_read()
    {
        var bodies = OldBodies.Read(comments: true);
        var torn = new List<string>();
        foreach (var (where, html) in bodies)
        {
            var shown = CommentRenderer.Render(CommentHtmlToMarkdown.Convert(html)).ToString();
            var (expected, actual) = (ShownWords.Of(html.ReplaceLineEndings("<br>")), ShownWords.Of(shown));
            if (!IsSame(expected, actual))
            {
                torn.Add($"{where}: {expected}\n   {actual}");
            }
        }

        Assert.True(bodies.Count >= RealComments, $"Only {bodies.Count} comments ran.");
        Assert.True(torn.Count == 0, $"{torn.Count}: " + string.Join("\n\n", torn.Take(8)));
    }

    // Beside a link whose words are not its address, readers' comments show its host.
    private static bool IsSame(string expected, string actual) =>
        string.Equals(expected, Host().Replace(actual, ""), StringComparison.Ordinal)
        || string.Equals(expected, actual, StringComparison.Ordinal);

    [GeneratedRegex(@" \([a-z0-9-]+(\.[a-z0-9-]+)+\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Host();
}

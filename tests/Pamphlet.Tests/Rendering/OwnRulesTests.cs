using Pamphlet.Rendering;

namespace Pamphlet.Tests.Rendering;

public sealed class OwnRulesTests
{
    [Theory]
    [InlineData("")]
    [InlineData(".card h2 { color: var(--red); font-size: clamp(1rem, 2vw, 2rem); }")]
    [InlineData("@media (min-width: 40em) and (prefers-color-scheme: dark) { :root { --paper: rgb(0 0 0 / 80%); } }")]
    [InlineData("/* url(x) in a remark is nothing */ h1::before { content: \"— «url» \"; }")]
    [InlineData("h1::before { content: \"/* no remark */\"; } /* «\" 'tis one */ h2 { color: red }")]
    [InlineData("/**/ a {\tcolor: red } /***/")]
    [InlineData("a:not(.x):nth-child(2n + 1) > b { background: linear-gradient(#fff, #eee); }")]
    [InlineData(
        "@supports (display: grid) { .tiếng-việt { display: grid; grid-template: repeat(2, minmax(0, 1fr)) / auto; } }"
    )]
    public void Rules_that_name_no_address_may_stand(string rules)
    {
        var fault = OwnRules.FirstFault(rules);

        Assert.Null(fault);
    }

    [Theory]
    [InlineData("a { background: url(https://evil.example/x.png); }", "url(")]
    [InlineData("a { background: URL('x.png') }", "URL(")]
    [InlineData("a { background: u\\72l(https://evil.example/) }", "\\")]
    [InlineData("@import \"https://evil.example/x.css\";", "@import")]
    [InlineData("@im\\port 'x';", "@im")]
    [InlineData("@font-face { font-family: x; src: local(x) }", "@font-face")]
    [InlineData("@namespace x 'http://evil.example';", "@namespace")]
    [InlineData("a { background: image-set(\"x.png\" 1x) }", "image-set(")]
    [InlineData("a { background: -webkit-image-set('x.png' 1x) }", "-webkit-image-set(")]
    [InlineData("a { background: image('x.png') }", "image(")]
    [InlineData("a { background: src('x.png') }", "src(")]
    [InlineData("a { background: cross-fade('x.png', red) }", "cross-fade(")]
    [InlineData("a { width: expression(alert(1)) }", "expression(")]
    [InlineData("a { content: \"unfinished }\nb { background: url(x) }", "\"unfinished }")]
    [InlineData("a { content: \"</style><script>\" }", "\"")]
    [InlineData("</style>", "<")]
    [InlineData("a { color: red", "{")]
    [InlineData("a { color: red } } b {", "}")]
    [InlineData("a { color: red } /* unfinished", "/*")]
    [InlineData("a { background: u/**/rl(x) }", "rl(")]
    [InlineData("a { content: \"\f} b { background: url(//evil.example/x.png) } c { content: \" }", "\"")]
    [InlineData("a { content: '\r} b { background: url(//evil.example/x.png) } c { content: ' }", "'")]
    [InlineData("a { content: \"/*\" } b { background: url(//evil.example/x.png) } c { content: \"*/\" }", "url(")]
    [InlineData("a { content: '/*' } @import '//evil.example/x.css'; c { content: '*/' }", "@import")]
    [InlineData("/* </style><script> */ a { color: red }", "/*")]
    [InlineData("a {\f color: red }", "\f")]
    [InlineData("a { color: \0red }", "\0")]
    public void What_a_browser_might_follow_is_named(string rules, string named)
    {
        var fault = OwnRules.FirstFault(rules);

        Assert.Equal(named, fault?.What);
    }

    [Fact]
    public void The_line_is_counted_over_remarks()
    {
        var fault = OwnRules.FirstFault("a { }\n/* two\nthree */\nb { background: url(x) }");

        Assert.Equal(4, fault?.Line);
    }
}

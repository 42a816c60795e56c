using Pamphlet.Rendering;

namespace Pamphlet.Tests.Rendering;

public sealed class BombTests
{
    public static TheoryData<string, string> Bombs =>
        new()
        {
            { "references", "[a]: http://x.example/" + new string('y', 2000) + "\n\n" + Repeat("[a] ", 20_000) },
            {
                "references with entities",
                "[a]: http://x.example/?" + Repeat("&amp;", 400) + "\n\n" + Repeat("[a]\n\n", 20_000)
            },
            { "long title", "[a]: x \"" + new string('t', 40_000) + "\"\n\n" + Repeat("[a]\n\n", 20_000) },
            { "quotations", Repeat(">", 50_000) + "a" },
            { "lists", Repeat("- ", 20_000) + "a" },
            { "emphasis", Repeat("*a **a ", 20_000) },
            { "closed emphasis", Repeat("*a **", 5_000) + "b" + Repeat("** a*", 5_000) },
            { "brackets", Repeat("[", 100_000) },
            { "closed brackets", Repeat("[", 30_000) + "a" + Repeat("]", 30_000) },
            { "links", Repeat("[a](", 100_000) },
            { "spans", Repeat("[a", 1_000) + Repeat("]{lang=fa}", 1_000) },
            { "fences", Repeat("::: lang fa\n", 20_000) },
            { "verse", Repeat("| a\n", 100_000) },
            { "pipes", Repeat("|a", 50_000) + "\n" + Repeat("|-", 50_000) },
            { "nested HTML", Repeat("<b>", 32_000) },
            { "nested blocks of HTML", Repeat("<div>", 32_000) },
            { "reopened HTML", Repeat("<b><i><u><s>", 20) + Repeat("<p>", 100_000) },
            { "attributes", "<b " + Repeat("a=1 ", 100_000) + ">" },
            { "notes", Repeat("[^1]", 20_000) + "\n\n[^1]: a" },
            { "ticks", string.Concat(Enumerable.Range(1, 1200).Select(n => new string('`', n) + "a")) },
            { "definitions", Repeat("a\n:   b\n", 20_000) },
            { "pictures", Repeat("![a](picture:0123456789abcdef) ", 20_000) },
        };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_is_shown_within_bounds(string name, string text)
    {
        var rendered = PostRenderer.Render(text, Paper.English);

        Assert.NotEmpty(name);
        Assert.False(rendered.Body.IsEmpty);
        Assert.True(rendered.Body.ToString().Length <= (64L * text.Length) + (512 * 1024));
        Assert.True(rendered.Excerpt.ToString().Length <= 64 * 1024);
    }

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_in_a_comment_is_shown_within_narrow_bounds(string name, string text)
    {
        var html = CommentRenderer.Render(text).ToString();

        Assert.NotEmpty(name);
        Assert.True(html.Length <= (8 * ReadersText.MaxLength) + 4096);
    }

    [Fact]
    public void A_megabyte_of_honest_text_is_rendered_whole()
    {
        var text =
            Repeat("A paragraph with *some* words, a [link](/2019/05/slug.html) and a note.[^1]\n\n", 13_000)
            + "[^1]: The note.";

        var rendered = PostRenderer.Render(text, Paper.English);

        Assert.Empty(rendered.Dropped);
        Assert.True(text.Length > 1_000_000);
        Assert.EndsWith("</section>\n", rendered.Body.ToString(), StringComparison.Ordinal);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}

using Pamphlet.Search;
using Pamphlet.Storage;

namespace Pamphlet.Tests.Search;

public sealed class SnippetTests
{
    [Theory]
    [InlineData("Cuộc đấu tranh kéo dài.", "dau", "Cuộc [đấu] tranh kéo dài.")]
    [InlineData("Cuộc đấu tranh kéo dài.", "tra", "Cuộc đấu [tranh] kéo dài.")]
    [InlineData("It said «strike», twice: strike.", "strike", "It said «[strike]», twice: [strike].")]
    [InlineData("گفت\u200cوگو با او", "گفت", "[گفت\u200cوگو] با او")]
    [InlineData("Nothing here.", "elsewhere", "Nothing here.")]
    [InlineData("", "word", "")]
    public void The_words_asked_for_are_marked_as_they_are_written(string plain, string typed, string expected) =>
        Assert.Equal(expected, Marked(plain, typed));

    [Fact]
    public void A_texttext_is_shown_where_the_word_stands()
    {
        var text =
            string.Join(' ', Enumerable.Repeat("trước", 200))
            + " kestrel "
            + string.Join(' ', Enumerable.Repeat("sau", 200));

        var shown = Marked(text, "kestrel");

        Assert.StartsWith("… trước", shown, StringComparison.Ordinal);
        Assert.Contains(" [kestrel] ", shown, StringComparison.Ordinal);
        Assert.EndsWith("sau …", shown, StringComparison.Ordinal);
        Assert.InRange(shown.Length, 150, 260);
    }

    private static string Marked(string plain, string typed) =>
        string.Concat(
            Snippet.Of(plain, SearchQuery.Parse(typed)).Select(part => part.IsMarked ? $"[{part.Text}]" : part.Text)
        );
}

using Pamphlet.Rendering;

namespace Pamphlet.Tests.Rendering;

public sealed class SearchFoldTests
{
    [Theory]
    [InlineData("Đấu tranh", "dau tranh")]
    [InlineData("ĐƯỜNG", "đường")]
    [InlineData("Straße", "STRASSE")]
    [InlineData("كتاب", "کتاب")]
    [InlineData("می‌خواهم", "میخواهم")]
    [InlineData("كِتَابٌ", "كتاب")]
    [InlineData("أحمد", "احمد")]
    [InlineData("ﬁn", "fin")]
    [InlineData("Σίσυφος", "ΣΙΣΥΦΟΣ")]
    public void What_a_reader_types_finds_what_was_printed(string printed, string typed) =>
        Assert.Equal(SearchFold.Of(typed), SearchFold.Of(printed));

    [Theory]
    [InlineData("dau", "đạo")]
    [InlineData("work", "world")]
    public void Different_words_stay_different(string one, string other) =>
        Assert.NotEqual(SearchFold.Of(one), SearchFold.Of(other));

    [Fact]
    public void Words_stay_words_and_nothing_is_left_to_fold()
    {
        var folded = SearchFold.Of("Tiếng Việt, 1931: «đỏ»");

        Assert.Equal("tieng viet, 1931: «do»", folded);
        Assert.Equal(folded, SearchFold.Of(folded));
    }

    [Fact]
    public void Folding_letter_by_letter_is_folding_the_whole()
    {
        const string Between = " \t\n.,;:!?«»“”„…–—-'\"()0123456789";
        var letters = Enumerable
            .Range(0x20, 0x350)
            .Concat(Enumerable.Range(0x1E00, 0x100))
            .Concat(Enumerable.Range(0x2000, 0x70))
            .Select(value => ((char)value).ToString());

        // Each letter at a word's beginning, within it, after a mark of its own, and at its end.
        foreach (var letter in letters)
        {
            var text = $"{letter}ba{letter}e\u0302\u0301{letter}{Between}{letter}{letter}";

            Assert.Equal(SearchFold.Whole(text), SearchFold.Of(text));
        }
    }
}

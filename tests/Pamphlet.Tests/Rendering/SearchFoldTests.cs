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
}

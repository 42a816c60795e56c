using Pamphlet.Rendering;

namespace Pamphlet.Tests.Rendering;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Đấu tranh & hy vọng!", "dau-tranh-hy-vong")]
    [InlineData("  The worker's  day ", "the-workers-day")]
    [InlineData("ĐƯỜNG ỐNG", "duong-ong")]
    [InlineData("Straße, Łódź, Ærø", "strasse-lodz-aero")]
    [InlineData("متن فارسی", "متن-فارسی")]
    [InlineData("می‌خواهم", "میخواهم")]
    [InlineData("שביתה 1931", "שביתה-1931")]
    [InlineData("漢字", "漢字")]
    [InlineData("Привет, МИР", "привет-мир")]
    [InlineData("Йод", "йод")]
    [InlineData("i/../..", "i")]
    [InlineData("\u0001\u202e", "untitled")]
    [InlineData("!?", "untitled")]
    [InlineData("", "untitled")]
    public void A_title_becomes_the_last_part_of_an_address(string title, string slug) =>
        Assert.Equal(slug, Slug.Of(title));

    [Fact]
    public void A_long_title_is_cut_between_words()
    {
        var slug = Slug.Of(string.Join(' ', Enumerable.Repeat("word", 60)));

        Assert.True(slug.Length <= Slug.MaxLength);
        Assert.EndsWith("-word", slug, StringComparison.Ordinal);
    }

    [Fact]
    public void Decomposed_and_composed_titles_share_a_slug() =>
        Assert.Equal(Slug.Of("Tiếng Việt"), Slug.Of("Tiếng Việt".Normalize(System.Text.NormalizationForm.FormD)));
}

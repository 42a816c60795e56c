using Pamphlet.Seal;

namespace Pamphlet.Seal.Tests;

public sealed class SitePathTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/index.html")]
    [InlineData("a//b")]
    [InlineData("a/./b")]
    [InlineData("a/../b")]
    [InlineData("a/b/")]
    [InlineData("a\\b")]
    [InlineData("a\nb")]
    [InlineData("a\u0000b")]
    [InlineData("e\u0302")]
    public void A_path_that_some_tool_would_read_as_another_is_refused(string text) =>
        Assert.False(SitePath.TryParse(text, out _));

    [Fact]
    public void Half_a_character_is_no_path() =>
        // An attribute could not hold it: metadata is UTF-8.
        Assert.False(SitePath.TryParse("\ud800", out _));

    [Theory]
    [InlineData("index.html", "")]
    [InlineData("2019/05/đấu-tranh.html", "../../")]
    public void The_way_to_the_root_climbs_once_a_folder(string text, string way) =>
        Assert.Equal(way, SitePath.From(text).WayToRoot);
}

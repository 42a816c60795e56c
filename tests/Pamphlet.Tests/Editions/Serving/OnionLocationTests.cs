namespace Pamphlet.Tests.Editions.Serving;

/// <summary>Asked of the fast lane and of the middleware alike.</summary>
public sealed class OnionLocationTests(BothWays both) : IClassFixture<BothWays>
{
    private const string Https = "X-Forwarded-Proto: https";

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/2019/05/%C4%91%E1%BA%A5u-tranh.html", "/2019/05/%C4%91%E1%BA%A5u-tranh.html")]
    [InlineData("/2019/05/a%20b.html?m=1", "/2019/05/a%20b.html?m=1")]
    public async Task A_page_over_https_names_its_twin_on_the_onion(string target, string expected)
    {
        var answer = await both.GetAsync(target, Https);

        Assert.Equal($"http://{BothWays.Onion}{expected}", answer["Onion-Location"]);
    }

    [Theory]
    [InlineData("/", "X-Forwarded-Proto: http")]
    [InlineData("/", "Accept: text/html")]
    [InlineData("/style.css", Https)]
    [InlineData("/feed.atom", Https)]
    [InlineData("/nothing.html", Https)]
    [InlineData("/2020/gone.html", Https)]
    [InlineData("/2019/05", Https)]
    public async Task Nothing_else_does(string target, string header) =>
        Assert.Null((await both.GetAsync(target, header))["Onion-Location"]);

    [Fact]
    public async Task The_onion_itself_sends_nobody_anywhere_else()
    {
        foreach (
            var target in new[] { "/", "/2019/05", "/?p=12", "/search/label/%C4%90%E1%BB%9Di%20s%E1%BB%91ng", "/no" }
        )
        {
            var answer = await both.AskAsync($"GET {target} HTTP/1.1\r\nHost: {BothWays.Onion}\r\n{Https}\r\n\r\n");

            Assert.Null(answer["Onion-Location"]);
            Assert.Null(answer["Strict-Transport-Security"]);
            Assert.True(answer["Location"] is null or ['/', not '/', ..], target);
        }
    }
}

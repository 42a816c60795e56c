using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Pamphlet.Tests.Editions.Serving;

public sealed class ServeEditionTests(BothWays both) : IClassFixture<BothWays>
{
    private const string Encoded = "/2019/05/%C4%91%E1%BA%A5u-tranh.html";

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("gzip", "gzip")]
    [InlineData("GZip, deflate, br", "gzip")]
    [InlineData("x-gzip", "gzip")]
    [InlineData("gzip;q=0", null)]
    [InlineData("gzip;q=0.000", null)]
    [InlineData("gzip;q=0.001", "gzip")]
    [InlineData("gzip ; Q=1.0", "gzip")]
    [InlineData("*", "gzip")]
    [InlineData("*;q=0", null)]
    [InlineData("*;q=0, gzip", "gzip")]
    [InlineData("gzip;q=0, *", null)]
    [InlineData("identity", null)]
    [InlineData("identity;q=0.5, gzip;q=0.4", null)]
    [InlineData("identity;q=0.5, gzip;q=0.6", "gzip")]
    [InlineData("gzip;q=nonsense", null)]
    [InlineData("gzip;q=2", null)]
    [InlineData("br", null)]
    [InlineData("gzipp", null)]
    [InlineData(",,gzip,,", "gzip")]
    public async Task The_reader_chooses_the_coding(string? accept, string? coding)
    {
        var answer = await both.GetAsync(Encoded, accept is null ? [] : [$"Accept-Encoding: {accept}"]);

        Assert.Equal(200, answer.Status);
        Assert.Equal(coding, answer["Content-Encoding"]);
        Assert.Equal("Accept-Encoding", answer["Vary"]);
        Assert.Equal(BothWays.Article, coding is null ? answer.Text : Unpack(answer.Body));
        Assert.Equal(answer.Body.Length.ToString(CultureInfo.InvariantCulture), answer["Content-Length"]);
    }

    [Fact]
    public async Task Each_coding_has_a_strong_tag_of_its_own_from_the_content()
    {
        var plain = await both.GetAsync(Encoded);
        var packed = await both.GetAsync(Encoded, "Accept-Encoding: gzip");

        var hash = Convert.ToBase64String(SHA256.HashData(plain.Body).AsSpan(0, 16));
        var expected = hash.TrimEnd('=').Replace('+', '-').Replace('/', '_');
        Assert.Equal($"\"{expected}\"", plain["ETag"]);
        Assert.Equal($"\"{expected}-g\"", packed["ETag"]);
    }

    [Theory]
    [InlineData("{0}", 304)]
    [InlineData("W/{0}", 304)]
    [InlineData("*", 304)]
    [InlineData("\"other\", {0}", 304)]
    [InlineData("\"with, comma\",{0}", 304)]
    [InlineData("\"other\",\tW/{0} , \"more\"", 304)]
    [InlineData("\"other\"", 200)]
    [InlineData("\"\"", 200)]
    [InlineData("", 200)]
    [InlineData("nonsense, {0}", 200)]
    [InlineData("\"*\"", 200)]
    [InlineData("w/{0}", 200)]
    public async Task What_the_reader_has_is_not_sent_again(string condition, int status)
    {
        var tag = (await both.GetAsync(Encoded))["ETag"]!;

        var answer = await both.GetAsync(
            Encoded,
            $"If-None-Match: {string.Format(CultureInfo.InvariantCulture, condition, tag)}"
        );

        Assert.Equal(status, answer.Status);
        Assert.Equal(tag, answer["ETag"]);
        Assert.NotNull(answer["Cache-Control"]);
        Assert.Equal("Accept-Encoding", answer["Vary"]);
    }

    [Fact]
    public async Task The_tag_of_the_other_coding_is_another_tag()
    {
        var packed = (await both.GetAsync(Encoded, "Accept-Encoding: gzip"))["ETag"]!;

        Assert.Equal(200, (await both.GetAsync(Encoded, $"If-None-Match: {packed}")).Status);
        Assert.Equal(304, (await both.GetAsync(Encoded, $"If-None-Match: {packed}", "Accept-Encoding: gzip")).Status);
        Assert.Equal(
            304,
            (
                await both.GetAsync(
                    Encoded,
                    "If-None-Match: \"x\"",
                    $"If-None-Match: {packed}",
                    "Accept-Encoding: gzip"
                )
            ).Status
        );
    }

    [Theory]
    [InlineData("\"other\"", 412)]
    [InlineData("W/{0}", 412)]
    [InlineData("{0}", 200)]
    [InlineData("*", 200)]
    public async Task If_Match_compares_strongly(string condition, int status)
    {
        var tag = (await both.GetAsync(Encoded))["ETag"]!;

        var answer = await both.GetAsync(
            Encoded,
            $"If-Match: {string.Format(CultureInfo.InvariantCulture, condition, tag)}"
        );

        Assert.Equal(status, answer.Status);
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/index.html", 200)]
    [InlineData("/%69ndex%2Ehtml", 200)]
    [InlineData("/?m=1", 200)]
    [InlineData("/index.html?showComment=123#c1", 200)]
    [InlineData(Encoded, 200)]
    [InlineData("/2019/05/%c4%91%e1%ba%a5u-tranh.html", 200)]
    [InlineData("/2019/05/a%20b.html", 200)]
    [InlineData("/2019/05/a+b.html", 404)]
    [InlineData("/2019/05/", 200)]
    [InlineData("/2019/05", 301)]
    [InlineData("/2019/05?m=1", 301)]
    [InlineData("/2019/", 404)]
    [InlineData("/INDEX.html", 404)]
    [InlineData("/index.HTML", 404)]
    [InlineData("/2019%2F05/", 404)]
    [InlineData("/2019/05/%", 404)]
    [InlineData("/2019/05/%e1%ba", 404)]
    [InlineData("/2019/05/%ff.html", 404)]
    // The web server itself refuses it.
    [InlineData("/index.html%00", 400)]
    [InlineData("/index.html%0a", 404)]
    [InlineData("//index.html", 404)]
    [InlineData("/./index.html", 404)]
    [InlineData("/%2e/index.html", 404)]
    [InlineData("/2019/../index.html", 404)]
    [InlineData("/..%2findex.html", 404)]
    [InlineData("/%2569ndex.html", 404)]
    [InlineData("/../edition/addresses.txt", 404)]
    [InlineData("/edition/addresses.txt", 404)]
    [InlineData("/data/index.html", 404)]
    [InlineData("/2020/gone.html", 410)]
    [InlineData("/old.html", 410)]
    [InlineData("/favicon.ico", 404)]
    public async Task Only_a_name_in_its_own_spelling_is_a_file(string target, int status) =>
        Assert.Equal(status, (await both.GetAsync(target)).Status);

    [Theory]
    [InlineData("/2019/05", "/2019/05/")]
    [InlineData("/2019/05/%C4%91a%CC%82%CC%81u-tranh.html", Encoded)]
    [InlineData("/search/label/%C4%90%E1%BB%9Di%20s%E1%BB%91ng", "/2019/05/index.html")]
    [InlineData("/search/label/%C4%90%E1%BB%9Di%20s%E1%BB%91ng?max-results=20", "/2019/05/index.html")]
    [InlineData("/search/label/%C4%90%E1%BB%9Di+s%E1%BB%91ng?m=1", "/2019/05/index.html")]
    [InlineData("/?p=12", Encoded)]
    public async Task What_moved_is_followed_without_naming_a_host(string target, string location)
    {
        var answer = await both.GetAsync(target);

        Assert.Equal(301, answer.Status);
        Assert.Equal(location, answer["Location"]);
    }

    [Theory]
    [InlineData("/feeds/posts/default", "<feed/>", "application/atom+xml; charset=utf-8")]
    [InlineData("/feeds/posts/default?alt=rss", "<rss/>", "application/rss+xml; charset=utf-8")]
    [InlineData("/feeds/posts/default?max-results=3&alt=json", "{}", "application/feed+json; charset=utf-8")]
    [InlineData("/feeds/posts/default?alt=atom", "<feed/>", "application/atom+xml; charset=utf-8")]
    [InlineData("/feeds/posts/default?alt=../404.html", "<feed/>", "application/atom+xml; charset=utf-8")]
    [InlineData("/feed.atom?alt=rss", "<rss/>", "application/rss+xml; charset=utf-8")]
    public async Task A_feed_is_read_at_its_old_address_in_each_format(string target, string begin, string type)
    {
        var answer = await both.GetAsync(target);

        Assert.Equal(200, answer.Status);
        Assert.StartsWith(begin, answer.Text, StringComparison.Ordinal);
        Assert.Equal(type, answer["Content-Type"]);
    }

    [Fact]
    public async Task A_withdrawn_text_answers_with_the_editors_words()
    {
        Assert.Equal("<p>Withdrawn</p>", (await both.GetAsync("/2020/gone.html")).Text);
        Assert.Contains("Nothing here", (await both.GetAsync("/old.html")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_for_nothing_may_show_its_own_style_and_no_other()
    {
        var answer = await both.GetAsync("/nothing");

        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(BothWays.Style)));
        Assert.Equal(404, answer.Status);
        Assert.Contains(
            $"style-src 'self' 'sha256-{hash}';",
            answer["Content-Security-Policy"]!,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/2019/05")]
    [InlineData("/2020/gone.html")]
    [InlineData("/nothing")]
    [InlineData("/media/0123456789abcdef.jpg")]
    public async Task Every_answer_protects_its_reader(string target)
    {
        var answer = await both.GetAsync(target);

        Assert.StartsWith(
            "default-src 'none'; style-src 'self'",
            answer["Content-Security-Policy"],
            StringComparison.Ordinal
        );
        Assert.Contains("frame-ancestors 'none'", answer["Content-Security-Policy"]!, StringComparison.Ordinal);
        Assert.Equal("no-referrer", answer["Referrer-Policy"]);
        Assert.Equal("nosniff", answer["X-Content-Type-Options"]);
        Assert.Equal("same-origin", answer["Cross-Origin-Opener-Policy"]);
        Assert.NotNull(answer["Cross-Origin-Resource-Policy"]);
        Assert.NotNull(answer["Permissions-Policy"]);
        Assert.Null(answer["Server"]);
        Assert.Null(answer["Set-Cookie"]);
        Assert.Null(answer["Last-Modified"]);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("get")]
    public async Task A_file_is_read_and_nothing_else(string method)
    {
        var answer = await both.AskAsync($"{method} / HTTP/1.1\r\nHost: paper\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal(405, answer.Status);
        Assert.Equal("GET, HEAD", answer["Allow"]);
    }

    [Fact]
    public async Task A_head_says_what_the_page_would_and_keeps_the_connection()
    {
        const string Head = "HEAD / HTTP/1.1\r\nHost: paper\r\nAccept-Encoding: gzip\r\n\r\n";
        var page = await both.GetAsync("/", "Accept-Encoding: gzip");

        var head = await both.AskAsync(Head, isHead: true);

        Assert.Equal((page with { Body = [] }).Essence, head.Essence);
        foreach (var server in new[] { both.Fast, both.Plain })
        {
            await using var client = await server.ConnectAsync();
            await client.SendAsync(Head);
            Assert.Equal(200, (await client.ReadAsync(isHead: true))!.Status);
            await client.SendAsync("GET / HTTP/1.1\r\nHost: paper\r\n\r\n");
            Assert.Contains("Front", (await client.ReadAsync())!.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_picture_is_kept_for_ever_and_a_page_for_a_minute()
    {
        Assert.Equal("public, max-age=60", (await both.GetAsync("/"))["Cache-Control"]);
        Assert.Equal(
            "public, max-age=31536000, immutable",
            (await both.GetAsync("/media/0123456789abcdef.jpg"))["Cache-Control"]
        );
    }

    [Fact]
    public async Task A_large_file_arrives_whole() =>
        Assert.Equal(new string('p', 300_000), (await both.GetAsync("/media/large.png")).Text);

    private static string Unpack(byte[] body)
    {
        using var gzip = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
        return new StreamReader(gzip).ReadToEnd();
    }
}
